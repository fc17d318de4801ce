import { type FileHandle, open, readFile } from "node:fs/promises";
import { relative } from "node:path";
import type { DataSet } from "../../model/event.ts";
import { DataSetBroken, DataSetMissing, type EventStore, Overtaken } from "../../ports.ts";
import { decode, encode, HEAD_BYTES, versionOf } from "../dataset/codec.ts";
import { replaceFile } from "../replace-file.ts";

/** Keeps the data set in one JSON file; errors name it relative to the working directory. */
export function fileStore(path: string): EventStore {
  const name = relative(process.cwd(), path) || path;
  return {
    async read() {
      const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") throw new DataSetMissing(`${name}: there is no data set yet`);
        throw new DataSetBroken(`${name}: cannot be read: ${error.message}`);
      });
      return decode(bytes, name);
    },
    async version() {
      const head = await readHead(path, name);
      if (head === null) return null;
      const version = versionOf(head);
      if (version === null) throw new DataSetBroken(`${name}:1: does not begin as a data set does`);
      return version;
    },
    async replace(next: DataSet, over?: string | null) {
      const { bytes, version } = await encode(next);
      const stored = await readFile(path).catch(() => null);
      if (stored !== null && Buffer.compare(stored, bytes) === 0) return version;
      const now = stored && versionOf(stored);
      if (over !== undefined && over !== now)
        throw new Overtaken(`${name}: holds ${now ?? "nothing"} by now, not ${over ?? "nothing"}`);
      await replaceFile(path, bytes).catch((error: Error) => {
        throw new Error(`${name}: cannot be written, and is as it was: ${error.message}`);
      });
      return version;
    },
  };
}

async function readHead(path: string, name: string): Promise<Uint8Array | null> {
  let file: FileHandle;
  try {
    file = await open(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new DataSetBroken(`${name}: cannot be read: ${(error as Error).message}`);
  }
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
