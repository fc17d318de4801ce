import { hash } from "node:crypto";
import { closeSync, readSync } from "node:fs";
import type { DataSet } from "../../model/event.ts";
import { DataSetBroken, DataSetMissing, type EventStore, Overtaken } from "../../ports.ts";
import { type Digest, decode, encode, HEAD_BYTES, versionOf } from "../dataset/codec.ts";
import { codeOf, systemText } from "../error-code.ts";
import { openRegular, readRegular } from "../regular-file.ts";
import { replaceFile } from "../replace-file.ts";
import { shown } from "../shown.ts";

/** Stores the data set in one JSON file; errors name it relative to the working directory. */
export function fileStore(path: string): EventStore {
  const name = shown(path);
  /** The result of `get`; undefined if the file does not exist. */
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
      if (bytes === undefined) throw new DataSetMissing(`${name}: no data set`);
      return decode(bytes, name, sha256);
    },
    async version() {
      const head = ifThere(() => headOf(path));
      if (head === undefined) return null;
      const version = versionOf(head);
      if (version === null) throw new DataSetBroken(`${name}:1: is not a data set`);
      return version;
    },
    async replace(next: DataSet, over?: string | null) {
      const { bytes, version } = await encode(next, sha256);
      const now = storedVersion(path);
      if (now === version && Buffer.compare(readRegular(path), bytes) === 0) return version;
      if (over !== undefined && over !== now)
        throw new Overtaken(`${name}: contains ${now ?? "nothing"} now, expected ${over ?? "nothing"}`);
      await replaceFile(path, bytes);
      return version;
    },
  };
}

const sha256: Digest = (bytes) => hash("sha256", bytes, "buffer");

/** The stored version; null if there is no readable data set. */
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
