import type { DataSet } from "../../model/event.ts";
import { DataSetBroken } from "../../ports.ts";
import { fileSchema } from "./schema.ts";

/** Licence of the newsletter's text, and so of the events. */
const LICENSE = "CC-BY-SA-4.0";
const LISTS = ["issues", "groups", "events"] as const;
/** Lines before the first issue: `{`, format, version, newestIssue, attribution, license, `"issues": [`. */
const LINES_BEFORE_ISSUES = 7;
const VERSION_LINE = /^\{\n"format": (\d+),\n"version": "([^"\n]*)",\n/;

/** Bytes at the start of a file that are sure to hold its version. */
export const HEAD_BYTES = 200;

/**
 * The data set as a file: valid JSON, one issue, group or event a line. Its version is minted here, from the newest
 * issue and a digest of all that follows, so that equal contents have equal bytes and a cut or edited file is found out.
 */
export async function encode(data: DataSet): Promise<{ readonly version: string; readonly bytes: Uint8Array }> {
  const lists = LISTS.map(
    (name) => `"${name}": [${data[name].map((record) => `\n${JSON.stringify(record)}`).join(",")}\n]`,
  );
  const body = [
    `"newestIssue": ${JSON.stringify(data.newestIssue)}`,
    `"attribution": ${JSON.stringify(data.attribution)}`,
    `"license": ${JSON.stringify(LICENSE)}`,
    `${lists.join(",\n")}\n}\n`,
  ].join(",\n");
  const version = mint(data.newestIssue, await digest(new TextEncoder().encode(body)));
  const head = `{\n"format": ${data.format},\n"version": ${JSON.stringify(version)},\n`;
  return { version, bytes: new TextEncoder().encode(head + body) };
}

/** The version that the head of a file names; null when the head is none of ours. `head` is its first {@link HEAD_BYTES} or more. */
export function versionOf(head: Uint8Array): string | null {
  const text = new TextDecoder().decode(head.subarray(0, HEAD_BYTES));
  return VERSION_LINE.exec(text)?.[2] ?? null;
}

/**
 * Reads what {@link encode} wrote. Throws {@link DataSetBroken} whose message begins with `name` and, where one is
 * known, the line; a file that was cut, edited or is of another format never passes.
 */
export async function decode(bytes: Uint8Array, name: string): Promise<DataSet> {
  const broken = (why: string, line?: number) =>
    new DataSetBroken(`${name}:${line === undefined ? "" : `${line}:`} ${why}`);
  if (bytes.length === 0) throw broken("is empty");
  const text = utf8(bytes);
  if (text === null) throw broken("is not UTF-8 text");
  const head = VERSION_LINE.exec(text);
  if (head !== null && head[1] !== "1") throw broken(`has format ${head[1]}, this program reads format 1`, 2);

  const value = json(text);
  if ("error" in value) throw broken(`is no JSON (cut or edited?): ${value.error}`, value.line);
  const result = fileSchema.safeParse(value.json);
  if (!result.success) {
    const [issue] = result.error.issues;
    const path = issue?.path ?? [];
    throw broken(`${pathText(path)}: ${issue?.message}`, lineOf(path, value.json, text));
  }
  const { license: _, ...data } = result.data;
  const body = head === null ? bytes : bytes.subarray(new TextEncoder().encode(head[0]).length);
  const expected = mint(data.newestIssue, await digest(body));
  if (head === null || data.version !== expected) {
    throw broken(`was edited after it was written: its version says ${data.version}, its contents ${expected}`);
  }
  return data;
}

function mint(newestIssue: string | null, digest: string): string {
  return `${newestIssue ?? "empty"}-${digest.slice(0, 16)}`;
}

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function json(text: string): { readonly json: unknown } | { readonly error: string; readonly line: number } {
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    return { error: String((error as Error).message), line: firstBrokenLine(text) };
  }
}

/** 1-based line of the first record that is no JSON by itself, else the last line. */
function firstBrokenLine(text: string): number {
  const lines = text.split("\n");
  const bad = lines.findIndex((line) => line.startsWith("{") && line !== "{" && !isJson(line.replace(/,$/, "")));
  return bad >= 0 ? bad + 1 : Math.max(1, lines.length - (lines.at(-1) === "" ? 1 : 0));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** 1-based line of a value, undefined when the text is not laid out as {@link encode} does. */
function lineOf(path: readonly PropertyKey[], json: unknown, text: string): number | undefined {
  const [list, index] = path;
  if (!VERSION_LINE.test(text) || typeof index !== "number") return undefined;
  let line = LINES_BEFORE_ISSUES + 1;
  for (const name of LISTS) {
    if (name === list) return line + index;
    const before = (json as Record<string, unknown>)[name];
    line += (Array.isArray(before) ? before.length : 0) + 2;
  }
  return undefined;
}

/** `events[12].start` */
function pathText(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  return parts.join("").replace(/^\./, "") || "the whole file";
}
