import type { DataSet } from "../../model/event.ts";
import { DataSetBroken } from "../../ports.ts";
import { diagnose, type Fault } from "./diagnose.ts";
import { LISTS, type Line, type List, lineOf, noteLines } from "./lines.ts";
import { SHAPE } from "./schema.ts";

/** Licence of the newsletter's text, and so of the events. */
const LICENSE = "CC-BY-SA-4.0";
/** `{`, format, version, newestIssue, attribution, license, `"issues": [`. */
const LINES_BEFORE_RECORDS = 7;
const HEAD = /^\{\n"format": (\d+),\n"version": "([^"\n]*)",\n/;
/** Hexadecimal digits of the digest in a version. */
const DIGITS = 16;
const EDITED = "was edited after it was written: its version does not fit its contents";
const utf8 = new TextEncoder();

/** SHA-256 of bytes. */
export type Digest = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** As every runtime has it. */
const webDigest: Digest = async (bytes) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));

/** Bytes at the start of a file that are sure to hold its version. */
export const HEAD_BYTES = 200;

/**
 * The data set as a file: valid JSON, one issue, group or event a line. Every record that was not read from a file is
 * checked (TypeError). The version is minted here, from the newest issue and a digest of all that follows, so that equal
 * contents have equal bytes and a cut or edited file is found out.
 */
export async function encode(
  data: DataSet,
  digest: Digest = webDigest,
): Promise<{ readonly version: string; readonly bytes: Uint8Array }> {
  const head = (digits: string) => {
    const version = `${data.newestIssue ?? "empty"}-${digits}-${SHAPE}`;
    return { version, text: `{\n"format": ${data.format},\n"version": ${JSON.stringify(version)},\n` };
  };
  const room = head("0".repeat(DIGITS)).text;
  const parts = [
    room,
    `"newestIssue": ${JSON.stringify(data.newestIssue)},\n`,
    `"attribution": ${JSON.stringify(data.attribution)},\n`,
    `"license": ${JSON.stringify(LICENSE)}`,
    ...LISTS.flatMap((list) => [`,\n"${list}": [`, ...linesOf(list, data[list]), "\n]"]),
    "\n}\n",
  ];
  const bytes = bytesOf(parts);
  const { version, text } = head(hexOf(await digest(bytes.subarray(room.length))));
  utf8.encodeInto(text, bytes);
  return { version, bytes };
}

const BETWEEN = ",\n";

/** The lines of records and what is between them; lines that stand one behind another in one file are one stretch of it. */
function linesOf(list: List, records: readonly object[]): Line[] {
  const parts: Line[] = [];
  for (const record of records) {
    const line = lineOf(list, record);
    const last = parts.at(-1);
    const goesOn =
      typeof line === "object" &&
      typeof last === "object" &&
      line.file === last.file &&
      line.from === last.to + BETWEEN.length;
    if (goesOn) parts[parts.length - 1] = { file: line.file, from: last.from, to: line.to };
    else parts.push(parts.length === 0 ? "\n" : BETWEEN, line);
  }
  return parts;
}

const lengthOf = (part: Line) => (typeof part === "string" ? part.length : part.to - part.from);

/** The parts one after another as UTF-8. Each by itself, since most texts are ASCII, which all of them together are not. */
function bytesOf(parts: readonly Line[]): Uint8Array {
  const units = parts.reduce((sum, part) => sum + lengthOf(part), 0);
  let bytes = new Uint8Array(units + (units >> 4));
  let end = 0;
  for (const part of parts) {
    // A UTF-16 unit takes three bytes at most.
    const needed = end + (typeof part === "string" ? 3 : 1) * lengthOf(part);
    if (needed > bytes.length) {
      const larger = new Uint8Array(Math.max(needed, bytes.length + (bytes.length >> 2)));
      larger.set(bytes);
      bytes = larger;
    }
    if (typeof part === "string") end += utf8.encodeInto(part, bytes.subarray(end)).written;
    else {
      bytes.set(part.file.subarray(part.from, part.to), end);
      end += part.to - part.from;
    }
  }
  return bytes.subarray(0, end);
}

/** The version that the head of a file names; null when the head is none of ours. `head` is its first {@link HEAD_BYTES} or more. */
export function versionOf(head: Uint8Array): string | null {
  return HEAD.exec(latin1(head))?.[2] ?? null;
}

/**
 * Reads what {@link encode} wrote: its version proves that it is whole and was checked when it was written; one that
 * another release of this program wrote is checked again. Throws {@link DataSetBroken}, whose message begins with `name`
 * and, where it is known, the line, for anything else.
 */
export async function decode(bytes: Uint8Array, name: string, digest: Digest = webDigest): Promise<DataSet> {
  const broken = ({ why, line }: Fault) => new DataSetBroken(`${name}:${line === undefined ? "" : `${line}:`} ${why}`);
  if (bytes.length === 0) throw broken({ why: "is empty" });
  const head = HEAD.exec(latin1(bytes));
  if (head !== null && head[1] !== "1")
    throw broken({ why: `has format ${head[1]}, this program reads format 1`, line: 2 });
  // Where the runtime can, the digest is worked out beside this thread, while the text is read.
  const digesting = digest(bytes.subarray(head?.[0].length ?? 0));
  const text = textOf(bytes);
  if (text === null) throw broken({ why: "is not UTF-8 text" });
  const data = head === null ? null : dataIn(text);
  const whole = data !== null && head?.[2]?.startsWith(`${data.newestIssue ?? "empty"}-${hexOf(await digesting)}-`);
  const fault = whole && head?.[2]?.endsWith(`-${SHAPE}`) ? null : diagnose(text, LINES_BEFORE_RECORDS);
  if (fault !== null) throw broken(fault);
  if (!whole) throw broken({ why: EDITED });
  noteLines(data, bytes, LINES_BEFORE_RECORDS);
  return data;
}

function hexOf(hash: Uint8Array): string {
  return Array.from(hash.subarray(0, DIGITS / 2), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function dataIn(text: string): DataSet | null {
  try {
    const { license: _, ...data } = JSON.parse(text);
    return data;
  } catch {
    return null;
  }
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
