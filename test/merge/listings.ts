import { mergeIssue } from "../../src/merge/fold.ts";
import type { Notice } from "../../src/merge/notices.ts";
import { NO_OVERRIDES, type Overrides } from "../../src/merge/overrides.ts";
import { eventsOf, openState } from "../../src/merge/state.ts";
import type { EventRecord } from "../../src/model/event.ts";
import type { KnownListing } from "../../src/model/listing.ts";
import type { ResolvedPlace } from "../../src/model/place.ts";
import { canonicalLink } from "../../src/normalize/link.ts";

/** A listing in short: what is not said is as in an event of Rust Berlin on 2024-05-14. */
export interface Brief extends Partial<Omit<KnownListing, "organisers" | "resolved" | "link" | "places" | "groups">> {
  /** Slugs of organisers. */
  readonly by?: readonly string[];
  /** The address that they are printed with. */
  readonly at?: string;
  readonly cities?: readonly (keyof typeof CITIES)[];
}

/** One issue in short; lines are numbered from 1 unless they say otherwise. */
export interface BriefIssue {
  readonly issue: string;
  readonly listings: readonly Brief[];
  readonly window?: { readonly from: string; readonly to: string } | null;
  readonly notices?: readonly Notice[];
}

const city = (name: string, country: string, timeZone: string, latitude: number): ResolvedPlace => ({
  city: name,
  area: null,
  country,
  latitude,
  longitude: 1,
  timeZone,
  precision: "city",
  how: "exact",
});

export const CITIES = {
  Berlin: city("Berlin", "DE", "Europe/Berlin", 52.5),
  Munich: city("Munich", "DE", "Europe/Berlin", 48.1),
  Austin: city("Austin", "US", "America/Chicago", 30.3),
  Tokyo: city("Tokyo", "JP", "Asia/Tokyo", 35.7),
} as const;

export function listing(issue: string, line: number, brief: Brief = {}): KnownListing {
  const { by = ["rust-berlin"], cities = ["Berlin"], start = "2024-05-14", url = null, at = null, ...rest } = brief;
  return {
    issue,
    line,
    region: "Europe",
    end: start,
    mode: "in-person",
    title: "Ferris and Friends",
    links: [],
    status: "confirmed",
    suspicious: false,
    ...rest,
    start,
    url,
    link: canonicalLink(url),
    resolved: cities.map((name) => CITIES[name]),
    places: cities.map((name) => ({ city: name, area: null, country: CITIES[name].country })),
    organisers: by.map((slug) => ({ slug, name: slug, url: at })),
    groups: by.map((name) => ({ name, url: at })),
  };
}

/** The events that come of the issues, one after another. */
export function merged(issues: readonly BriefIssue[], overrides: Overrides = NO_OVERRIDES) {
  const state = openState([], null, canonicalLink);
  const problems = issues.flatMap(({ issue, listings, window = null, notices = [] }) =>
    mergeIssue(
      state,
      {
        issue,
        number: null,
        window,
        notices,
        listings: listings.map((brief, at) => listing(issue, brief.line ?? at + 1, brief)),
      },
      overrides,
    ),
  );
  return { events: eventsOf(state), problems };
}

/** `05-01:1 05-08:2`: the listings of each event, in the order of the events. */
export function clusters(events: readonly EventRecord[]): readonly string[] {
  return events.map(({ listings }) => listings.map(({ issue, line }) => `${issue.slice(5)}:${line}`).join(" "));
}
