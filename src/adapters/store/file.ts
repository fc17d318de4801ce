import { hash } from "node:crypto";
import { closeSync, readSync } from "node:fs";
import type { DataSet } from "../../model/event.ts";
import { DataSetBroken, DataSetMissing, type EventStore, Overtaken } from "../../ports.ts";
import { type Digest, decode, encode, HEAD_BYTES, versionOf } from "../dataset/codec.ts";
import { codeOf, systemText } from "../error-code.ts";
import { openRegular, readRegular } from "../regular-file.ts";
import { replaceFile } from "../replace-file.ts";
import { shown } from "../shown.ts";

/** Keeps the data set in one JSON file; errors name it relative to the working directory. */
export function fileStore(path: string): EventStore {
  const name = shown(path);
  /** What `get` gives, undefined where there is no file. */
  const ifThere = <T>(get: () => T): T | undefined => {
    try {
      return get();
    } catch (error) {
      if (codeOf(error) === "ENOENT") return undefined;
      throw new DataSetBroken(`${name}: cannot be read: ${systemText(error as Error)}`);
    }
  };
  return {
    async read() {
      const bytes = ifThere(() => readRegular(path));
      if (bytes === undefined) throw new DataSetMissing(`${name}: there is no data set yet`);
      return decode(bytes, name, sha256);
    },
    async version() {
      const head = ifThere(() => headOf(path));
      if (head === undefined) return null;
      const version = versionOf(head);
      if (version === null) throw new DataSetBroken(`${name}:1: does not begin as a data set does`);
      return version;
    },
    async replace(next: DataSet, over?: string | null) {
      const { bytes, version } = await encode(next, sha256);
      const now = storedVersion(path);
      if (now === version && Buffer.compare(readRegular(path), bytes) === 0) return version;
      if (over !== undefined && over !== now)
        throw new Overtaken(`${name}: holds ${now ?? "nothing"} by now, not ${over ?? "nothing"}`);
      await replaceFile(path, bytes);
      return version;
    },
  };
}

const sha256: Digest = (bytes) => hash("sha256", bytes, "buffer");

/** Null where nothing is stored that can be read. */
function storedVersion(path: string): string | null {
  try {
    return versionOf(headOf(path));
  } catch {
    return null;
  }
}

function headOf(path: string): Uint8Array {
  const file = openRegular(path);
  try {
    const head = new Uint8Array(HEAD_BYTES);
    return head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(file);
  }
}
