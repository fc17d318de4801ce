import { hash } from "node:crypto";
import { closeSync } from "node:fs";
import { SourceUnreachable } from "../../ports.ts";
import { systemText } from "../error-code.ts";
import { MOST_BYTES, NoRegularFile, openAtOnce, readToEnd } from "../regular-file.ts";
import { MOST_ISSUE_BYTES } from "./issue-size.ts";

/** A file as it was when it was read. */
export interface ReadFile {
  /** The id that git gives it: see `blobId`. */
  readonly blob: string;
  bytes(): Uint8Array;
}

/** Room before each file for the head with which git makes its id. */
const GAP = 24;
/** More than the usual issue takes; memory that is not written to costs nothing. */
const ROOM = 1 << 15;
/** There is nothing, or nothing more, to read at a path with one of these errors. */
const NOTHING_THERE = ["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG", "EISDIR", "EAGAIN", "EINVAL"];

/**
 * Reads files one behind another into one buffer: an archive has hundreds. Gives them by path, without those that are no file
 * with an issue, of which `leave` is told. Throws {@link SourceUnreachable} for one that is, and cannot be read.
 */
export function readFiles(
  paths: readonly string[],
  leave: (path: string, why: string) => void,
): ReadonlyMap<string, ReadFile> {
  let buffer = Buffer.allocUnsafeSlow(1 + paths.length * ROOM);
  let end = 0;
  const files = new Map<string, ReadFile>();
  for (const path of paths) {
    if (end > MOST_BYTES)
      throw new SourceUnreachable(
        `${path}: cannot be read: the issues before it have over ${MOST_BYTES / 2 ** 20} MiB`,
      );
    try {
      const begin = end + GAP;
      [buffer, end] = readInto(buffer, begin, path);
      const to = end;
      const head = `blob ${to - begin}\0`;
      buffer.write(head, begin - head.length, "latin1");
      const blob = hash("sha1", buffer.subarray(begin - head.length, to));
      files.set(path, { blob, bytes: () => buffer.subarray(begin, to) });
    } catch (error) {
      leave(path, whyLeft(error as Error, path));
    }
  }
  return files;
}

/** `buffer`, or a larger copy of it, with the file at `path` from `begin` on, and where that ends. */
function readInto(buffer: Buffer<ArrayBuffer>, begin: number, path: string): [Buffer<ArrayBuffer>, number] {
  const file = openAtOnce(path);
  try {
    return readToEnd(file, buffer, begin, MOST_ISSUE_BYTES);
  } finally {
    closeSync(file);
  }
}

/** Throws what is no reason to do without the file at `path`. */
export function whyLeft(error: Error, path: string): string {
  if (error instanceof NoRegularFile) return error.message;
  const { code = "" } = error as NodeJS.ErrnoException;
  if (!NOTHING_THERE.includes(code)) throw new SourceUnreachable(`${path}: cannot be read: ${systemText(error)}`);
  return error.message;
}
