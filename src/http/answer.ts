import { bytesToHex } from "@noble/hashes/utils.js";
import type { LocalDate } from "../model/date.ts";
import type { Bytes, Piece } from "../render/bytes.ts";

/** Fresh for an hour; shown for a day while a new copy is fetched, for a week when none can be had. */
const CACHE_CONTROL = "public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800";

/** A body and what is said about it. */
export interface Content {
  readonly body: Piece;
  /** Media type with its charset. */
  readonly type: string;
  /** Day on which the body last changed, if known. */
  readonly changed: LocalDate | null;
  /** More headers: names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A body ready to be sent again and again. */
export interface Prepared {
  readonly body: Bytes;
  readonly etag: string;
  /** Milliseconds, whole seconds; null when unknown. */
  readonly lastModified: number | null;
  /** Headers of a 304, and those that only a body has. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyHeaders: Readonly<Record<string, string>>;
}

/** Works out the headers; the strong ETag is a digest of the body. */
export function prepare({ body: { bytes, digest }, type, changed, headers = {} }: Content): Prepared {
  const etag = `"${bytesToHex(digest)}"`;
  const lastModified = changed === null ? null : Date.parse(changed);
  const common: Record<string, string> = {
    etag,
    "cache-control": CACHE_CONTROL,
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag, Last-Modified, Link",
    "x-content-type-options": "nosniff",
  };
  if (lastModified !== null) common["last-modified"] = new Date(lastModified).toUTCString();
  const { "content-disposition": disposition, ...rest } = headers;
  const bodyHeaders: Record<string, string> = { "content-type": type, "content-length": String(bytes.length) };
  if (disposition !== undefined) bodyHeaders["content-disposition"] = disposition;
  return { body: bytes, etag, lastModified, headers: { ...common, ...rest }, bodyHeaders };
}

/** 304 when the request's conditions tell that the client has this body already, else 200 with the body. */
export function answer(request: Request, prepared: Prepared): Response {
  const { body, headers, bodyHeaders } = prepared;
  if (isFresh(request.headers, prepared)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, ...bodyHeaders } });
}

/** RFC 9110 13.2.2: If-None-Match decides alone when it is there. */
function isFresh(headers: Headers, { etag, lastModified }: Prepared): boolean {
  const tags = headers.get("if-none-match");
  if (tags !== null)
    return tags.trim() === "*" || tags.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
  const since = headers.get("if-modified-since");
  return since !== null && lastModified !== null && lastModified <= Date.parse(since);
}
