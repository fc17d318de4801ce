import type { TimeSource } from "../model/times.ts";
import { uri } from "./uri.ts";

/** A copy of `read` with the URL of its source percent-encoded as RFC 3986 requires. */
export function withSafeLink<Read extends { readonly source: TimeSource }>(read: Read): Read {
  return { ...read, source: { ...read.source, url: uri(read.source.url) } };
}
