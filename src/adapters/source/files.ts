import { hash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { SourceUnreachable } from "../../ports.ts";

/** Files as they were when they were read, by their place in the list of paths. */
export interface ReadFiles {
  /** The ids that git gives them: see `blobId`. */
  readonly blobs: readonly string[];
  text(at: number): string;
  /** All texts. */
  texts(): readonly string[];
}

interface Span {
  readonly begin: number;
  readonly end: number;
}

/** Room before each file: a zero, the head with which git makes its id, blanks between them. */
const GAP = 24;
/** More than the usual issue takes; memory that is not written to costs nothing. */
const ROOM = 1 << 15;
/** The parser takes off a byte order mark. */
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

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
    buffer.write(`\0${head.padStart(GAP - 1)}`, begin - GAP, "latin1");
    blobs.push(hash("sha1", buffer.subarray(begin - head.length, end)));
    spans.push({ begin, end });
  }
  const text = (at: number) => utf8.decode(buffer.subarray(spans[at]?.begin, spans[at]?.end));
  return {
    blobs,
    text,
    texts: () => together(buffer.subarray(0, end), paths.length) ?? paths.map((_, at) => text(at)),
  };
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

/**
 * The `count` texts, all slices of one string: the garbage collector would move hundreds of strings of tens of kilobytes
 * about, each of them twice. Null where a text has a zero in it.
 */
function together(bytes: Uint8Array, count: number): readonly string[] | null {
  const parts = utf8.decode(bytes).split("\0");
  return parts.length === 2 * count + 1 ? parts.filter((_, at) => at > 0 && at % 2 === 0) : null;
}
