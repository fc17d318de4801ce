import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";

/** Maximum size of files that the program reads, in bytes: twelve years of events are 7 MB. */
export const MOST_BYTES = 128 * 2 ** 20;

/** Opens without waiting for the other end of a pipe. */
const AT_ONCE = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;
const FIRST_ROOM = 1 << 16;

/** A path is not a regular file, or the file is too large; the message says which. */
export class NoRegularFile extends Error {
  override readonly name = "NoRegularFile";
}

/**
 * Reads the regular file at `path`, following links. Throws {@link NoRegularFile} for anything else, and for more than `most`
 * bytes.
 */
export function readRegular(path: string, most = MOST_BYTES): Buffer<ArrayBuffer> {
  const file = openRegular(path);
  try {
    // Files in `/proc` report a size of 0.
    const said = fstatSync(file).size;
    if (said > most) throw tooLarge(most);
    const [bytes, end] = readToEnd(file, Buffer.allocUnsafeSlow(said === 0 ? FIRST_ROOM : said + 1), 0, most);
    return bytes.subarray(0, end);
  } finally {
    closeSync(file);
  }
}

/** Opens the regular file at `path` for reading, following links. Throws {@link NoRegularFile} for anything else. */
export function openRegular(path: string): number {
  const file = openAtOnce(path);
  try {
    mustBeRegular(fstatSync(file));
    return file;
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** Like {@link openRegular}, for a path that was checked before: reports only sockets. */
export function openAtOnce(path: string): number {
  try {
    return openSync(path, AT_ONCE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENXIO") throw notRegular("a socket");
    throw error;
  }
}

/** Throws {@link NoRegularFile} if `stats` are not those of a regular file. */
export function mustBeRegular(stats: Stats): void {
  if (stats.isFile()) return;
  if (stats.isDirectory()) throw notRegular("a folder");
  throw notRegular(stats.isFIFO() ? "a pipe" : stats.isSocket() ? "a socket" : "a device");
}

/**
 * Reads `file` into `buffer`, or into a larger copy of it, starting at `begin`; returns the buffer and the end of the file in it.
 * Throws {@link NoRegularFile} for more than `most` bytes, even if the file grows while it is read.
 */
export function readToEnd(
  file: number,
  buffer: Buffer<ArrayBuffer>,
  begin: number,
  most: number,
): [Buffer<ArrayBuffer>, number] {
  let [into, end] = [buffer, begin];
  for (;;) {
    while (end >= into.length) into = larger(into);
    const read = readSync(file, into, end, Math.min(into.length, begin + most + 1) - end, null);
    if (read === 0) return [into, end];
    end += read;
    if (end - begin > most) throw tooLarge(most);
  }
}

function larger(buffer: Buffer): Buffer<ArrayBuffer> {
  const copy = Buffer.allocUnsafeSlow(2 * buffer.length);
  buffer.copy(copy);
  return copy;
}

function tooLarge(most: number): NoRegularFile {
  return new NoRegularFile(`it is larger than ${most / 2 ** 20} MiB`);
}

function notRegular(what: string): NoRegularFile {
  return new NoRegularFile(`it is ${what}, not a regular file`);
}
