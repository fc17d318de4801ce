/** What proxies, and we, put behind the tag of a coded body: `-gzip`, `-br`, `;gzip`, `--gzip`. */
const CODED = /[-;/+.]+(?:gzip|br|zstd|deflate)"$/;

/** The strong tag of a body in `coding`, of the body as it is for null: no two codings share one (RFC 9110 8.8.3.3). */
export function tagOf(etag: string, coding: string | null): string {
  return coding === null ? etag : `${etag.slice(0, -1)}-${coding}"`;
}

/**
 * Reads If-None-Match: the tag that the 304 must name, or null when the client has no copy of this body. Every coding of
 * the body counts, and the 304 names the one the client has, so that its cache finds it; `chosen` when that is not clear.
 * `etag` is that of the body as it is.
 */
export function heldTag(header: string, etag: string, chosen: string, codings: readonly string[]): string | null {
  if (header.trim() === "*") return chosen;
  const known = [chosen, etag, ...codings.map((coding) => tagOf(etag, coding))];
  const given = header.split(",").map((tag) => tag.trim().replace(/^W\//i, ""));
  const same = known.find((tag) => given.includes(tag));
  if (same !== undefined) return same;
  return given.some((tag) => tag.replace(CODED, '"') === etag) ? chosen : null;
}

/**
 * Reads If-Modified-Since: whether the client has the body of that very moment. Only the same moment counts, for the body
 * may have changed to an earlier one, as nginx does by default (`if_modified_since exact`).
 */
export function isHeldSince(header: string | null, lastModified: number | null): boolean {
  return header !== null && lastModified !== null && Date.parse(header) === lastModified;
}
