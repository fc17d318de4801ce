import type { DataSet } from "../../model/event.ts";
import { DataSetBroken } from "../../ports.ts";
import { diagnose, type Fault } from "./diagnose.ts";
import { LISTS, type List, lineOf, noteLines } from "./lines.ts";
import { SHAPE } from "./schema.ts";
import { createWriter, type Stretch, type Writer } from "./writer.ts";

/** Licence of the newsletter's text, and so of the events. */
const LICENSE = "CC-BY-SA-4.0";
/** `{`, format, version, newestIssue, attribution, license, `"issues": [`. */
const LINES_BEFORE_RECORDS = 7;
const HEAD = /^\{\n"format": (\d+),\n"version": "([^"\n]*)",\n/;
/** Bytes to reserve per record: more than most records need. */
const ROOM = 1_200;
/** Hexadecimal digits of the digest in a version. */
const DIGITS = 16;
const EDITED = "checksum mismatch: the file was edited after it was written";
const utf8 = new TextEncoder();

/** SHA-256 of bytes. */
export type Digest = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Web Crypto, available in every runtime. */
const webDigest: Digest = async (bytes) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));

/** Number of bytes at the start of a file that contain its version. */
export const HEAD_BYTES = 200;

/**
 * Encodes the data set as a file: JSON with one issue, group, event or call per line. Validates records that were not read from a file
 * (TypeError). Computes the version from the newest issue and a digest of everything after it, so that equal contents have equal
 * bytes, and truncated or edited files are detected.
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
  const writer = createWriter(
    ROOM * (1 + data.issues.length + data.groups.length + data.events.length + data.calls.length),
  );
  writer.text(room);
  writer.text(`"newestIssue": ${JSON.stringify(data.newestIssue)},\n`);
  writer.text(`"attribution": ${JSON.stringify(data.attribution)},\n`);
  writer.text(`"license": ${JSON.stringify(LICENSE)}`);
  for (const list of LISTS) {
    writer.text(`,\n"${list}": [`);
    writeLines(list, data[list], writer);
    writer.text("\n]");
  }
  writer.text("\n}\n");
  const bytes = writer.bytes();
  const { version, text } = head(hexOf(await digest(bytes.subarray(room.length))));
  utf8.encodeInto(text, bytes);
  return { version, bytes };
}

const BETWEEN = ",\n";

function follows(line: Stretch, other: Stretch): boolean {
  return line.file === other.file && line.from === other.to + BETWEEN.length;
}

/** Writes the lines of records and their separators; consecutive lines of the same file are copied at once. */
function writeLines(list: List, records: readonly object[], writer: Writer): void {
  let copied: Stretch | null = null;
  let between = "\n";
  for (const record of records) {
    const line = lineOf(list, record);
    if (copied !== null && typeof line === "object" && follows(line, copied)) {
      copied = { file: line.file, from: copied.from, to: line.to };
      continue;
    }
    if (copied !== null) writer.copy(copied);
    copied = typeof line === "string" ? null : line;
    writer.text(typeof line === "string" ? between + line : between);
    between = BETWEEN;
  }
  if (copied !== null) writer.copy(copied);
}

/** The version in the head of a file; null if it is not a data set. `head` is at least the first {@link HEAD_BYTES}. */
export function versionOf(head: Uint8Array): string | null {
  return HEAD.exec(latin1(head))?.[2] ?? null;
}

/**
 * Decodes what {@link encode} wrote. The version proves that it is complete and was validated when it was written; files written
 * with another schema are validated again. For anything else throws {@link DataSetBroken}, whose message starts with `name` and,
 * if known, the line.
 */
export async function decode(bytes: Uint8Array, name: string, digest: Digest = webDigest): Promise<DataSet> {
  const broken = ({ why, line }: Fault) => new DataSetBroken(`${name}:${line === undefined ? "" : `${line}:`} ${why}`);
  if (bytes.length === 0) throw broken({ why: "is empty" });
  const head = HEAD.exec(latin1(bytes));
  if (head !== null && head[1] !== "1")
    throw broken({ why: `has format ${head[1]}, this program reads format 1`, line: 2 });
  // Some runtimes compute the digest in another thread, while the text is parsed.
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
    return { ...data, calls: data.calls ?? [] };
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
