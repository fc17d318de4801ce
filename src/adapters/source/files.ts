import { hash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { SourceUnreachable } from "../../ports.ts";

/** Files as they were when they were read, by their place in the list of paths. */
export interface ReadFiles {
  /** The ids that git gives them: see `blobId`. */
  readonly blobs: readonly string[];
  bytes(at: number): Uint8Array;
}

interface Span {
  readonly begin: number;
  readonly end: number;
}

/** Room before each file for the head with which git makes its id. */
const GAP = 24;
/** More than the usual issue takes; memory that is not written to costs nothing. */
const ROOM = 1 << 15;

/** Reads files one behind another into one buffer: an archive has hundreds. Throws {@link SourceUnreachable}. */
export function readFiles(paths: readonly string[]): ReadFiles {
  let buffer = Buffer.allocUnsafeSlow(paths.length * ROOM);
  let end = 0;
  const blobs: string[] = [];
  const spans: Span[] = [];
  for (const path of paths) {
    const begin = end + GAP;
    [buffer, end] = readInto(buffer, begin, path);
    const head = `blob ${end - begin}\0`;
    buffer.write(head, begin - head.length, "latin1");
    blobs.push(hash("sha1", buffer.subarray(begin - head.length, end)));
    spans.push({ begin, end });
  }
  return { blobs, bytes: (at) => buffer.subarray(spans[at]?.begin, spans[at]?.end) };
}

/** `buffer`, or a larger copy of it, with the file at `path` from `begin` on, and where that ends. */
function readInto(buffer: Buffer<ArrayBuffer>, begin: number, path: string): [Buffer<ArrayBuffer>, number] {
  try {
    const file = openSync(path, "r");
    try {
      let end = begin;
      for (;;) {
        if (buffer.length - end <= GAP) buffer = larger(buffer);
        const read = readSync(file, buffer, end, buffer.length - end, null);
        if (read === 0) return [buffer, end];
        end += read;
      }
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new SourceUnreachable(`${path}: cannot be read: ${(error as Error).message}`);
  }
}

function larger(buffer: Buffer): Buffer<ArrayBuffer> {
  const copy = Buffer.allocUnsafeSlow(2 * buffer.length);
  buffer.copy(copy);
  return copy;
}
