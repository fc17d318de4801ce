import type { EventRecord } from "../model/event.ts";
import type { KnownListing } from "../model/listing.ts";
import type { Region } from "../model/region.ts";
import type { LinkOf } from "./candidate.ts";
import { regionsOf } from "./regions.ts";
import { zoneOf } from "./revise.ts";
import { sameGroup, sameLists, samePlace } from "./same.ts";

/**
 * Whether a listing repeats what is known of its event, as most do: then `factsOf` it alone would give nothing new, and
 * need not be asked. False when in doubt.
 */
export function saysTheSame(
  listing: KnownListing,
  old: EventRecord,
  linkOf: LinkOf,
  home: (slug: string) => string | null,
): boolean {
  const { title, start, end, status, mode, region, url, link, links, organisers, resolved, suspicious } = listing;
  return (
    title === old.title &&
    start === old.start &&
    end === old.end &&
    !suspicious &&
    status === old.status &&
    (mode === old.mode || mode === null) &&
    (url === old.url || link === null || link.key === linkOf(old.url)?.key) &&
    links.length + old.links.length === 0 &&
    (organisers.length === 0 || sameLists(organisers, old.groups, sameGroup)) &&
    (resolved.length > 0
      ? sameLists(resolved, old.places, samePlace)
      : old.places.length > 0 || zoneOf([], old.groups, home) === old.timeZone) &&
    addsNoRegion(region, old)
  );
}

/** What an event is listed under is the union of what its headings and its mode tell, each by itself. */
function addsNoRegion(heading: Region | null, { mode, places, regions }: EventRecord): boolean {
  if (heading === "Virtual" || (heading !== null && regions.includes(heading))) return true;
  const countries = places.map(({ country }) => country);
  return regionsOf([heading], mode, countries).every((region) => regions.includes(region));
}
