/** Suffixes that this server and proxies add to the ETag of a compressed body: `-gzip`, `-br`, `;gzip`, `--gzip`. */
const ENCODING_SUFFIX = /[-;/+.]+(?:gzip|br|zstd|deflate)"$/;

/** The strong ETag of a body in `encoding` (null: uncompressed): each content encoding has its own (RFC 9110, 8.8.3.3). */
export function tagOf(etag: string, encoding: string | null): string {
  return encoding === null ? etag : `${etag.slice(0, -1)}-${encoding}"`;
}

/**
 * Evaluates If-None-Match: returns the ETag for the 304, or null if nothing matches. Every encoding of the body matches, and the
 * 304 has the tag that the client sent, so that its cache finds the entry; `chosen` if that is ambiguous. `etag` is that of the
 * uncompressed body.
 */
export function matchingTag(header: string, etag: string, chosen: string, encodings: readonly string[]): string | null {
  if (header.trim() === "*") return chosen;
  const own = [chosen, etag, ...encodings.map((encoding) => tagOf(etag, encoding))];
  const given = header.split(",").map((tag) => tag.trim().replace(/^W\//i, ""));
  const same = own.find((tag) => given.includes(tag));
  if (same !== undefined) return same;
  return given.some((tag) => tag.replace(ENCODING_SUFFIX, '"') === etag) ? chosen : null;
}

/**
 * Evaluates If-Modified-Since: whether it equals `lastModified`. A later time does not count, because a body may be replaced by
 * one with an earlier time; nginx compares in the same way by default (`if_modified_since exact`).
 */
export function isUnmodified(header: string | null, lastModified: number | null): boolean {
  return header !== null && lastModified !== null && Date.parse(header) === lastModified;
}
