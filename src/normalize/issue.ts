import type { KnownListing, Listing } from "../model/listing.ts";
import { memo } from "../model/memo.ts";
import type { PrintedPlace, ResolvedPlace } from "../model/place.ts";
import type { PrintedIssue } from "../model/printed.ts";
import type { Problem } from "../model/problem.ts";
import { type GroupIndex, identifyGroups } from "./groups.ts";
import { createListingNormalizer, type ListingNormalizer, type PlaceReader } from "./listing.ts";
import type { Point } from "./places/candidates.ts";
import type { Gazetteer } from "./places/gazetteer.ts";
import { looksLikePlace } from "./places/looks.ts";
import { placeDoubt, resolvePlaces } from "./places/resolve.ts";
import { splitPlaces } from "./places/split.ts";

/** What normalizing needs to know of the world and of the issues before. */
export interface NormalizeContext {
  readonly gazetteer: Gazetteer;
  /** All groups known so far; it grows while the issue is read. */
  readonly groups: GroupIndex;
  /** Where a group met of late; tells which Arlington is meant. */
  readonly nearOf: (slug: string) => readonly Point[];
}

/** The listings of one issue with all that merging needs, and what was odd about them. */
export function normalizeIssue(
  printed: PrintedIssue,
  context: NormalizeContext,
): { listings: readonly KnownListing[]; problems: readonly Problem[] } {
  const { gazetteer, groups, nearOf } = context;
  const normalizer = normalizerOf(gazetteer);
  const { listings, problems } = normalizer.listings(printed);
  const found: Problem[] = [...problems];
  const known = listings.map((listing): KnownListing => {
    const { organisers } = identifyGroups(groups, listing.groups, printed.issue, listing.link);
    const resolved = normalizer.places(listing.places, () => organisers.flatMap(({ slug }) => nearOf(slug)));
    for (const place of resolved) {
      const rule = placeDoubt(place.how);
      if (rule !== null) found.push(placeProblem(rule, listing, place));
    }
    return { ...listing, resolved, organisers };
  });
  return { listings: known, problems: found.sort((a, b) => a.line - b.line) };
}

/** What was understood with one gazetteer, remembered as long as it lives. */
interface Normalizer {
  readonly listings: ListingNormalizer;
  /** The places of one listing on the map; `near` is asked only where it can make a difference. */
  places(printed: readonly PrintedPlace[], near: () => readonly Point[]): readonly ResolvedPlace[];
}

const normalizers = new WeakMap<Gazetteer, Normalizer>();

function normalizerOf(gazetteer: Gazetteer): Normalizer {
  const known = normalizers.get(gazetteer);
  if (known) return known;
  /** What places are without others near; `sure` where those change nothing. */
  const alone = new Map<readonly PrintedPlace[], { resolved: readonly ResolvedPlace[]; sure: boolean }>();
  const resolve = (printed: readonly PrintedPlace[], near: readonly Point[]) =>
    printed.flatMap((place) => resolvePlaces(gazetteer, place, near));
  const made: Normalizer = {
    listings: createListingNormalizer(placeReader(gazetteer)),
    places(printed, near) {
      let found = alone.get(printed);
      if (found === undefined) {
        const resolved = resolve(printed, []);
        found = { resolved, sure: resolved.every(({ how }) => how === "exact" || how === "alias") };
        alone.set(printed, found);
      }
      return found.sure ? found.resolved : resolve(printed, near());
    },
  };
  normalizers.set(gazetteer, made);
  return made;
}

/** How place columns are read with this gazetteer. */
export function placeReader(gazetteer: Gazetteer): PlaceReader {
  return {
    split: (column) => splitPlaces(gazetteer, column),
    isPlace: memo((text) => looksLikePlace(gazetteer, text) !== null),
  };
}

function placeProblem(rule: string, { issue, line, places }: Listing, place: ResolvedPlace): Problem {
  const printed = places.map(({ city, area, country }) => [city, area, country].filter(Boolean).join(", ")).join("; ");
  const used = [place.city, place.area, place.country].filter(Boolean).join(", ") || null;
  const message = rule === "place-guess" ? "a place was guessed" : "a place was not found";
  const words = `${message}: “${printed}”, read as ${used ?? "nowhere"}`;
  return { rule, severity: "warning", issue, line, message: words, printed, used };
}
