import { hash } from "node:crypto";
import { closeSync } from "node:fs";
import { SourceUnreachable } from "../../ports.ts";
import { systemText } from "../error-code.ts";
import { MOST_BYTES, NoRegularFile, openAtOnce, readToEnd } from "../regular-file.ts";
import { MOST_ISSUE_BYTES } from "./issue-size.ts";

/** A file that was read. */
export interface ReadFile {
  /** Its git blob id: see `blobId`. */
  readonly blob: string;
  bytes(): Uint8Array;
}

/** Bytes reserved before each file for the header that is part of its blob id. */
const GAP = 24;
/** Bytes reserved per issue: more than most need. Unused memory costs nothing. */
const ROOM = 1 << 15;
/** Errors of paths that are skipped because there is nothing to read. */
const NOTHING_THERE = ["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG", "EISDIR", "EAGAIN", "EINVAL"];

/**
 * Reads files into one buffer: an archive has hundreds. Returns them by path. Calls `skip` for paths that are not regular files
 * of the right size; throws {@link SourceUnreachable} for other files that cannot be read.
 */
export function readFiles(
  paths: readonly string[],
  skip: (path: string, why: string) => void,
): ReadonlyMap<string, ReadFile> {
  let buffer = Buffer.allocUnsafeSlow(1 + paths.length * ROOM);
  let end = 0;
  const files = new Map<string, ReadFile>();
  for (const path of paths) {
    if (end > MOST_BYTES)
      throw new SourceUnreachable(
        `${path}: cannot be read: the issues before it are larger than ${MOST_BYTES / 2 ** 20} MiB`,
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
      skip(path, whySkipped(error as Error, path));
    }
  }
  return files;
}

/**
 * Reads the file at `path` into `buffer`, or into a larger copy of it, at `begin`; returns the buffer and the end of the file.
 */
function readInto(buffer: Buffer<ArrayBuffer>, begin: number, path: string): [Buffer<ArrayBuffer>, number] {
  const file = openAtOnce(path);
  try {
    return readToEnd(file, buffer, begin, MOST_ISSUE_BYTES);
  } finally {
    closeSync(file);
  }
}

/** Why the file at `path` is skipped. Throws {@link SourceUnreachable} for errors that must not be ignored. */
export function whySkipped(error: Error, path: string): string {
  if (error instanceof NoRegularFile) return error.message;
  const { code = "" } = error as NodeJS.ErrnoException;
  if (!NOTHING_THERE.includes(code)) throw new SourceUnreachable(`${path}: cannot be read: ${systemText(error)}`);
  return error.message;
}
