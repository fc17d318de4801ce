import { type FileHandle, mkdir, open, readdir, readFile, realpath, rename, rm } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import type { DataSet } from "../../model/event.ts";
import { DataSetBroken, DataSetMissing, type EventStore } from "../../ports.ts";
import { decode, encode, HEAD_BYTES, versionOf } from "../dataset/codec.ts";

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
    async replace(next: DataSet) {
      const { bytes } = await encode(next);
      const stored = await readFile(path).catch(() => null);
      if (stored !== null && Buffer.compare(stored, bytes) === 0) return;
      await replaceFile(path, bytes).catch((error: Error) => {
        throw new Error(`${name}: cannot be written, and is as it was: ${error.message}`);
      });
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

/**
 * Puts `bytes` in the place of the file at `path`: whoever reads it, and whoever looks after a crash or a power cut,
 * finds the old bytes or the new ones.
 */
async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const folder = dirname(target);
  await mkdir(folder, { recursive: true });
  await removeLeftovers(target);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const file = await open(temporary, "w");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Temporary files of writers that were killed: `events.json.4711.tmp` where process 4711 is gone. */
async function removeLeftovers(target: string): Promise<void> {
  const [folder, prefix] = [dirname(target), `${basename(target)}.`];
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(prefix) ? /^(\d+)\.tmp$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Makes a rename in `folder` last; systems that cannot open a folder (Windows) do without. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}
