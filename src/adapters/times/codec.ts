import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import * as z from "zod";
import { OUTCOMES, type ReadingDays, SOURCE_KINDS, type TimesData } from "../../model/times.ts";
import { TimesBroken } from "../../ports.ts";
import { servedPart } from "../../times/served.ts";

const day = z.iso.date();
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
const local = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
const kind = z.enum(SOURCE_KINDS);
const count = z.int().nonnegative();
const status = z.enum(["cancelled", "postponed"]).nullable();
const readTime = z.strictObject({
  start: local,
  end: local.nullable(),
  timeZone: z.string().nullable(),
  startsAt: instant,
  endsAt: instant.nullable(),
});
const venue = z.strictObject({ name: z.string().nullable(), address: z.string().nullable() });
const change = z.strictObject({
  day,
  field: z.enum(["start", "end", "time", "status", "calendar"]),
  from: z.string().nullable(),
  to: z.string().nullable(),
  source: kind,
});
const since = { since: instant, sure: z.boolean() };
const record = z.strictObject({
  event: z.string().min(1),
  source: z.strictObject({ kind, url: z.url() }),
  ids: z.array(z.string()),
  day,
  time: readTime.nullable(),
  zoneFrom: z.enum(["tzid", "place", "none"]).nullable(),
  venue: venue.nullable(),
  status,
  firstRead: instant,
  lastRead: instant,
  otherDay: z.strictObject({ printed: day, ...since }).nullable(),
  missing: z.strictObject(since).nullable(),
  stale: day.nullable(),
  revision: count,
  updated: instant.nullable(),
  history: z.array(change),
});
const calendarState = z.strictObject({
  url: z.url(),
  kind,
  asked: instant,
  outcome: z.enum(OUTCOMES),
  notBefore: instant,
  failed: z.array(instant),
  good: instant.nullable(),
});
const hostState = z.strictObject({
  host: z.string().min(1),
  notBefore: instant.nullable(),
  pauseHours: z.number().nonnegative(),
  robots: z.strictObject({ read: instant, text: z.string() }).nullable(),
});
const problem = z.strictObject({
  rule: z.string(),
  url: z.string(),
  event: z.string().nullable(),
  message: z.string(),
});
const schema: z.ZodType<TimesData> = z.strictObject({
  format: z.literal(1),
  calendars: z.array(calendarState),
  hosts: z.array(hostState),
  problems: z.array(problem),
  shares: z.array(z.int().min(0).max(100)),
  changed: instant.nullable(),
  events: z.array(record),
});

/** Lists with one entry per line, in the order of the file. */
const LISTS = ["calendars", "hosts", "problems", "events"] as const;

/** Encodes the file: one calendar, host, problem and event per line, for readable diffs; `version` is a digest of the rest. */
export function encodeTimes(times: TimesData): string {
  const lists = LISTS.map((name) => {
    const lines = times[name].map((one) => JSON.stringify(one));
    return `${JSON.stringify(name)}: ${lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n]`}`;
  });
  const body = [
    `"format": ${times.format}`,
    `"shares": ${JSON.stringify(times.shares)}`,
    `"changed": ${JSON.stringify(times.changed)}`,
    ...lists,
  ].join(",\n");
  return `{\n"version": ${JSON.stringify(digestOf(body))},\n${body}\n}\n`;
}

/** Decodes the text of such a file; `name` is used in messages. Throws {@link TimesBroken}. */
export function decodeTimes(text: string, name: string): TimesData {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TimesBroken(`${name}: is not valid JSON`);
  }
  const { version, ...rest } = Object(value) as { readonly version?: unknown };
  const read = schema.safeParse(rest);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new TimesBroken(`${name}: ${issue?.path.join(".") || "the file"}: ${issue?.message ?? "is invalid"}`);
  }
  if (versionIn(encodeTimes(read.data)) !== version)
    throw new TimesBroken(
      `${name}: checksum mismatch: the file was edited or truncated after version ${version} was written`,
    );
  return read.data;
}

/** Whether the checksum of a file matches. Uses the digest of the runtime, which is fast enough for a request. */
export async function isWhole(text: string): Promise<boolean> {
  const body = utf8ToBytes(text.slice(text.indexOf("\n", 2) + 1, -"\n}\n".length));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body as Uint8Array<ArrayBuffer>));
  return text.endsWith("\n}\n") && bytesToHex(digest).slice(0, 16) === versionIn(text);
}

/**
 * When the event `id` was read. Parses only its line, because parsing the complete file takes too long for a request at the edge.
 * Undefined if there is no such line.
 */
export function readingIn(text: string, id: string): ReadingDays | undefined {
  const from = text.indexOf(`\n{"event":${JSON.stringify(id)},`) + 1;
  if (from === 0) return undefined;
  const line = text.slice(from, text.indexOf("\n", from)).replace(/,$/, "");
  try {
    const { firstRead, lastRead } = record.parse(JSON.parse(line));
    return { firstRead, lastRead };
  } catch {
    return undefined;
  }
}

/** The version in the text of a file. */
export function versionIn(text: string): string | undefined {
  return /^\{\n"version": "([0-9a-f]+)"/.exec(text)?.[1];
}

/**
 * Identifies the effect of readings on responses: it changes whenever a response would, except for the times of readings. Null if
 * nothing was ever read.
 */
export function servedVersion(times: TimesData | null): string | null {
  if (times === null || times.events.length === 0) return null;
  return digestOf(times.events.map(servedPart).join("\n"));
}

function digestOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);
}
