import { bytesToHex } from "@noble/hashes/utils.js";
import { daysBetween, type LocalDate } from "../model/date.ts";
import type { Instant } from "../model/times.ts";
import type { Bytes, Piece } from "../render/bytes.ts";
import { heldTag, isHeldSince, tagOf } from "./conditions.ts";
import { EXPOSED } from "./cors.ts";
import { chooseCoding, createEncodings, type Encoders, type Encodings } from "./encodings.ts";

/** Fresh for an hour; shown for a day while a new copy is fetched, for a week when none can be had. */
const CACHE_CONTROL = "public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800";

/** Shorter bodies fit into one packet as they are. */
const WORTH_CODING = 1_024;

/** What an answer takes in memory besides its body, about: objects, and what strings and arrays hold of themselves. */
const OVERHEAD = 1_024;

/** Seconds. */
const DAY = 86_400;

/** A day has so many parts, by how old the newest issue is. */
const PARTS = 12;

/** Seconds of such a part that stand for a minute of the day, which has one more: for what no minute is known of. */
const MINUTE = Math.floor(DAY / PARTS / 1_441);

/** A body and what is said about it. */
export interface Content {
  readonly body: Piece;
  /** Media type with its charset. */
  readonly type: string;
  /** Day on which the body last changed, if known. */
  readonly changed: LocalDate | null;
  /** The newest issue, where the body may also change because a day passed: what changed twice on one day goes by it. */
  readonly issue?: LocalDate | null;
  /** When a reading of organisers' calendars last changed what is served. */
  readonly hours?: Instant | undefined;
  /** More headers: names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A body ready to be sent again and again. */
export interface Prepared {
  readonly body: Bytes;
  /** Of the body as it is; that of a coded one says so. */
  readonly etag: string;
  /** Milliseconds, whole seconds; null when unknown. */
  readonly lastModified: number | null;
  /** Headers of a 304, and those that only a body has. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyHeaders: Readonly<Record<string, string>>;
}

/** Sends `prepared`, or 304 when the request's conditions tell that the client has this body already. */
export type Answer = (request: Request, prepared: Prepared) => Response | Promise<Response>;

/** Works out the headers; the strong ETag is a digest of the body. */
export function prepare({ body: { bytes, digest }, type, changed, issue, hours, headers = {} }: Content): Prepared {
  const etag = `"${bytesToHex(digest)}"`;
  const lastModified = changed === null ? null : modified(changed, issue ?? changed, digest, hours);
  const common: Record<string, string> = {
    etag,
    "cache-control": CACHE_CONTROL,
    ...EXPOSED,
  };
  if (lastModified !== null) common["last-modified"] = new Date(lastModified).toUTCString();
  // What a 304 need not say again (RFC 9110, 15.4.5).
  const { "content-disposition": disposition, link, ...rest } = headers;
  const bodyHeaders: Record<string, string> = { "content-type": type, "content-length": String(bytes.length) };
  if (disposition !== undefined) bodyHeaders["content-disposition"] = disposition;
  if (link !== undefined) bodyHeaders.link = link;
  return { body: bytes, etag, lastModified, headers: { ...common, ...rest }, bodyHeaders };
}

/** Bytes that `prepared` takes in memory, about: never less by much, so that many small answers count as well. */
export function sizeOf({ body, headers, bodyHeaders }: Prepared): number {
  let size = OVERHEAD + body.length;
  for (const each of [headers, bodyHeaders]) for (const name in each) size += name.length + (each[name]?.length ?? 0);
  return size;
}

/** Answers with prepared bodies in the codings that `encoders` make: each body is coded once and kept. */
export function createAnswer(encoders: Encoders): Answer {
  const encodings = createEncodings(encoders);
  return (request, prepared) => {
    const { body, lastModified } = prepared;
    const codings = body.length < WORTH_CODING ? [] : encodings.codings;
    const coding = chooseCoding(request.headers.get("accept-encoding"), codings);
    const vary: Record<string, string> = codings.length > 0 ? { vary: "Accept-Encoding" } : {};
    const tag = tagOf(prepared.etag, coding);
    const tags = request.headers.get("if-none-match");
    const held =
      tags === null
        ? isHeldSince(request.headers.get("if-modified-since"), lastModified) && tag
        : heldTag(tags, prepared.etag, tag, codings);
    if (held) return new Response(null, { status: 304, headers: { ...prepared.headers, etag: held, ...vary } });
    const headers = { ...prepared.headers, ...prepared.bodyHeaders, ...vary };
    return coding === null ? new Response(body, { headers }) : coded(encodings, prepared, coding, headers);
  };
}

/** The body in `coding`; as it is when the encoder fails. */
async function coded(
  encodings: Encodings,
  { etag, body }: Prepared,
  coding: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const bytes = await encodings.encode(etag, coding, body).catch(() => null);
  if (bytes === null) return new Response(body, { headers });
  const length = String(bytes.length);
  return new Response(bytes, {
    headers: { ...headers, etag: tagOf(etag, coding), "content-encoding": coding, "content-length": length },
  });
}

/**
 * The moment that Last-Modified names: within the 24 hours before the day `changed`, or that of `hours` where it is later; the
 * later the newer the `issue`, then the later on that day `hours` is, at a second that the body's digest picks. So it is the
 * same everywhere, is never in the future, never goes back, neither from one day to the next nor when an issue, or a reading,
 * is taken in on a day on which something had changed before, and is another one when the body changes for another reason: a
 * correction, a rebuild, a new release.
 */
function modified(changed: LocalDate, issue: LocalDate, digest: Bytes, hours?: Instant): number {
  const read = hours?.slice(0, 10) ?? "";
  const day = read > changed ? read : changed;
  const age = Math.min(Math.max(daysBetween(issue, day), 0), PARTS - 1);
  const random = new DataView(digest.buffer, digest.byteOffset).getUint32(0);
  const second = hours === undefined ? random % (DAY / PARTS) : MINUTE * minuteOn(day, hours) + (random % MINUTE);
  return Date.parse(day) - ((DAY / PARTS) * (age + 1) - second) * 1_000;
}

/** Minute of the day, from 1; 0 for a moment of another day. */
function minuteOn(day: LocalDate, moment: Instant): number {
  return moment.startsWith(day) ? 1 + 60 * Number(moment.slice(11, 13)) + Number(moment.slice(14, 16)) : 0;
}
