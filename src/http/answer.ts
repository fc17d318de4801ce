import { bytesToHex } from "@noble/hashes/utils.js";
import { daysBetween, type LocalDate } from "../model/date.ts";
import type { Instant } from "../model/times.ts";
import type { Bytes, Piece } from "../render/bytes.ts";
import { isUnmodified, matchingTag, tagOf } from "./conditions.ts";
import { EXPOSED } from "./cors.ts";
import { chooseEncoding, createEncodings, type Encoders, type Encodings } from "./encodings.ts";

/** Fresh for an hour; may be served stale for a day during revalidation, and for a week on errors. */
const CACHE_CONTROL = "public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800";

/** Shorter bodies are not compressed: they fit into one packet. */
const MIN_COMPRESSED = 1_024;

/** Approximate memory of a prepared response besides its body and headers, in bytes. */
const OVERHEAD = 1_024;

/** Seconds. */
const DAY = 86_400;

/** Last-Modified divides a day into this many parts, one for each age of the newest issue in days. */
const PARTS = 12;

/** Seconds in such a part for each minute of a day, plus one more minute for "unknown". */
const MINUTE = Math.floor(DAY / PARTS / 1_441);

/** A body with its metadata. */
export interface Content {
  readonly body: Piece;
  /** Media type with parameters. */
  readonly type: string;
  /** Day on which the body last changed, if known. */
  readonly changed: LocalDate | null;
  /** The newest issue, for bodies that may also change as days pass; it distinguishes two changes on one day. */
  readonly issue?: LocalDate | null;
  /** When start times from organisers' calendars last changed the data. */
  readonly hours?: Instant | undefined;
  /** Additional headers; names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A response that can be sent any number of times. */
export interface Prepared {
  readonly body: Bytes;
  /** Of the uncompressed body. */
  readonly etag: string;
  /** Milliseconds since 1970, whole seconds; null if unknown. */
  readonly lastModified: number | null;
  /** Headers of both 200 and 304, and headers of 200 only. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyHeaders: Readonly<Record<string, string>>;
}

/** Sends `prepared`, or 304 if the request's conditions show that the client already has this body. */
export type Answer = (request: Request, prepared: Prepared) => Response | Promise<Response>;

/** Computes the headers; the strong ETag is a digest of the body. */
export function prepare({ body: { bytes, digest }, type, changed, issue, hours, headers = {} }: Content): Prepared {
  const etag = `"${bytesToHex(digest)}"`;
  const lastModified = changed === null ? null : modified(changed, issue ?? changed, digest, hours);
  const common: Record<string, string> = {
    etag,
    "cache-control": CACHE_CONTROL,
    ...EXPOSED,
  };
  if (lastModified !== null) common["last-modified"] = new Date(lastModified).toUTCString();
  // A 304 does not need these (RFC 9110, 15.4.5).
  const { "content-disposition": disposition, link, ...rest } = headers;
  const bodyHeaders: Record<string, string> = { "content-type": type, "content-length": String(bytes.length) };
  if (disposition !== undefined) bodyHeaders["content-disposition"] = disposition;
  if (link !== undefined) bodyHeaders.link = link;
  return { body: bytes, etag, lastModified, headers: { ...common, ...rest }, bodyHeaders };
}

/** Approximate memory of `prepared`, in bytes. Includes the overhead, so that many small responses count, too. */
export function sizeOf({ body, headers, bodyHeaders }: Prepared): number {
  let size = OVERHEAD + body.length;
  for (const each of [headers, bodyHeaders]) for (const name in each) size += name.length + (each[name]?.length ?? 0);
  return size;
}

/** Sends prepared responses in the content encodings that `encoders` provide; each body is compressed once and cached. */
export function createAnswer(encoders: Encoders): Answer {
  const encodings = createEncodings(encoders);
  return (request, prepared) => {
    const { body, lastModified } = prepared;
    const available = body.length < MIN_COMPRESSED ? [] : encodings.available;
    const encoding = chooseEncoding(request.headers.get("accept-encoding"), available);
    const vary: Record<string, string> = available.length > 0 ? { vary: "Accept-Encoding" } : {};
    const tag = tagOf(prepared.etag, encoding);
    const tags = request.headers.get("if-none-match");
    const matching =
      tags === null
        ? isUnmodified(request.headers.get("if-modified-since"), lastModified) && tag
        : matchingTag(tags, prepared.etag, tag, available);
    if (matching) return new Response(null, { status: 304, headers: { ...prepared.headers, etag: matching, ...vary } });
    const headers = { ...prepared.headers, ...prepared.bodyHeaders, ...vary };
    return encoding === null ? new Response(body, { headers }) : compressed(encodings, prepared, encoding, headers);
  };
}

/** The response compressed with `encoding`; uncompressed if the encoder fails. */
async function compressed(
  encodings: Encodings,
  { etag, body }: Prepared,
  encoding: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const bytes = await encodings.encode(etag, encoding, body).catch(() => null);
  if (bytes === null) return new Response(body, { headers });
  const length = String(bytes.length);
  return new Response(bytes, {
    headers: { ...headers, etag: tagOf(etag, encoding), "content-encoding": encoding, "content-length": length },
  });
}

/**
 * The value of Last-Modified, within the 24 hours before the later of the days of `changed` and `hours`. A newer `issue` gives
 * a later part of these 24 hours, a later time of `hours` a later minute, and the body's digest picks the second. This makes it
 * the same on every server, never in the future, and never earlier than before when a day passes or an issue or start times are
 * added; and it changes if the body changes for any other reason, such as a correction, a rebuild or a release.
 */
function modified(changed: LocalDate, issue: LocalDate, digest: Bytes, hours?: Instant): number {
  const read = hours?.slice(0, 10) ?? "";
  const day = read > changed ? read : changed;
  const age = Math.min(Math.max(daysBetween(issue, day), 0), PARTS - 1);
  const random = new DataView(digest.buffer, digest.byteOffset).getUint32(0);
  const second = hours === undefined ? random % (DAY / PARTS) : MINUTE * minuteOn(day, hours) + (random % MINUTE);
  return Date.parse(day) - ((DAY / PARTS) * (age + 1) - second) * 1_000;
}

/** Minute of the day, from 1; 0 if `moment` is on another day. */
function minuteOn(day: LocalDate, moment: Instant): number {
  return moment.startsWith(day) ? 1 + 60 * Number(moment.slice(11, 13)) + Number(moment.slice(14, 16)) : 0;
}
