import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";

/** No file that the program keeps or is given is larger, in bytes: twelve years of events are 7 MB. */
export const MOST_BYTES = 128 * 2 ** 20;

/** Opens without waiting for whoever is at the other end of a pipe. */
const AT_ONCE = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;
const FIRST_ROOM = 1 << 16;

/** What is at a path is no regular file, or too large a one; the message says what it is. */
export class NoRegularFile extends Error {
  override readonly name = "NoRegularFile";
}

/** Bytes of the regular file at `path`, links followed. Throws {@link NoRegularFile} for anything else, and for more than `most` bytes. */
export function readRegular(path: string, most = MOST_BYTES): Buffer<ArrayBuffer> {
  const file = openRegular(path);
  try {
    // Files of `/proc` say that they are empty.
    const said = fstatSync(file).size;
    if (said > most) throw tooLarge(most);
    const [bytes, end] = readToEnd(file, Buffer.allocUnsafeSlow(said === 0 ? FIRST_ROOM : said + 1), 0, most);
    return bytes.subarray(0, end);
  } finally {
    closeSync(file);
  }
}

/** Opens the regular file at `path` for reading, links followed. Throws {@link NoRegularFile} for anything else. */
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

/** As {@link openRegular}, of what was looked at before: only what reading it shows is wrong. */
export function openAtOnce(path: string): number {
  try {
    return openSync(path, AT_ONCE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENXIO") throw notRegular("a socket");
    throw error;
  }
}

/** Throws {@link NoRegularFile} where `stats` are of anything else. */
export function mustBeRegular(stats: Stats): void {
  if (stats.isFile()) return;
  if (stats.isDirectory()) throw notRegular("a folder");
  throw notRegular(stats.isFIFO() ? "a pipe" : stats.isSocket() ? "a socket" : "a device");
}

/**
 * Reads `file` into `buffer`, or into a larger copy of it, from `begin` on; gives that and where the file ends in it. Throws
 * {@link NoRegularFile} for more than `most` bytes, however the file grows.
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
  return new NoRegularFile(`it has more than ${most / 2 ** 20} MiB`);
}

function notRegular(what: string): NoRegularFile {
  return new NoRegularFile(`it is ${what}, not a regular file`);
}
