import type { KnownListing } from "../model/listing.ts";
import type { Region } from "../model/region.ts";
import type { LinkOf } from "./candidate.ts";
import { regionsOf } from "./regions.ts";
import { asPlace, type Facts, factsOf, isSomewhere, zoneOf } from "./revise.ts";

/**
 * What is known of a new event by its only listing: `factsOf` of it, without what only several listings or places take.
 * `home` tells the zone of a group's usual place.
 */
export function firstFacts(listing: KnownListing, linkOf: LinkOf, home: (slug: string) => string | null): Facts {
  const { title, link, links, mode, status, start, end, region, resolved, organisers: groups } = listing;
  if (start === null || resolved.length > 1 || groups.length > 1 || links.length > 0)
    return factsOf([listing], null, linkOf, home);
  const place = resolved[0];
  const places = place !== undefined && isSomewhere(place) ? [asPlace(place)] : [];
  return {
    title,
    url: link === null ? null : listing.url,
    links: [],
    mode,
    status,
    start,
    end: end !== null && end > start ? end : start,
    timeZone: zoneOf(places, groups, home),
    regions:
      region === null || region === "Asia Pacific"
        ? regionsOf([region], mode, place === undefined ? [] : [place.country])
        : underHeading(region, mode === "virtual" || mode === "hybrid"),
    places,
    groups,
  };
}

function underHeading(region: Region, online: boolean): readonly Region[] {
  if (region === "Virtual") return online ? ["Virtual"] : [];
  return online ? ["Virtual", region] : [region];
}
