import type { TimeSource } from "../model/times.ts";
import { uri } from "./uri.ts";

/** What was read of an organiser's calendar, the address of which is of signs that RFC 3986 allows. */
export function cited<Told extends { readonly source: TimeSource }>(told: Told): Told {
  return { ...told, source: { ...told.source, url: uri(told.source.url) } };
}
