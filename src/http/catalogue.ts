import { CONFERENCES, type Feed } from "../feeds.ts";
import { kindOf } from "../kinds/kind.ts";
import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { REGIONS } from "../model/region.ts";
import { cityKeysOnce, isIn } from "../query/facets.ts";
import { regionSlug } from "../query/region.ts";
import { windowOf, within } from "../query/window.ts";
import { type SubscribeLinks, subscribeLinks } from "../render/subscribe.ts";
import { oneLine } from "../render/text.ts";
import type { Site } from "./site.ts";
import type { Snapshot } from "./snapshot.ts";

/** A feed in the catalogue. */
export interface CatalogueEntry {
  readonly feed: Feed;
  readonly title: string;
  /** Events in the feed today. */
  readonly events: number;
  /** Those of them that end today or later. */
  readonly upcoming: number;
  readonly links: SubscribeLinks;
}

/** All feeds, with the number of their events on `today`. */
export async function catalogueOf(snapshot: Snapshot, site: Site, today: LocalDate): Promise<CatalogueEntry[]> {
  const feeds = snapshot.feeds.all();
  const pathsOf = feedPaths(feeds);
  const events = new Map<string, number>();
  const upcoming = new Map<string, number>();
  const window = windowOf({}, today);
  for (const event of within(await snapshot.eventsFrom(window.from), window)) {
    for (const path of pathsOf(event)) {
      events.set(path, (events.get(path) ?? 0) + 1);
      if (event.end >= today) upcoming.set(path, (upcoming.get(path) ?? 0) + 1);
    }
  }
  return feeds.map((feed) => {
    const title = oneLine(feed.title);
    const links = subscribeLinks(`${site.url}${encodeURI(feed.path)}.ics`, title);
    return { feed, title, events: events.get(feed.path) ?? 0, upcoming: upcoming.get(feed.path) ?? 0, links };
  });
}

/** Returns a function from an event to the paths of its feeds. */
function feedPaths(feeds: readonly Feed[]): (event: EventRecord) => Iterable<string> {
  const cities = new Map(feeds.flatMap(({ query, path }) => (query.city ?? []).map((key) => [key, path])));
  const cityKeys = cityKeysOnce();
  return (event) => {
    const paths = new Set(["/events"]);
    if (kindOf(event) === "conference") paths.add(CONFERENCES.path);
    for (const region of REGIONS) if (isIn(event, region)) paths.add(`/regions/${regionSlug(region)}`);
    for (const { country } of event.places) if (country !== null) paths.add(`/countries/${country.toLowerCase()}`);
    for (const key of cityKeys(event)) {
      const path = cities.get(key);
      if (path !== undefined) paths.add(path);
    }
    for (const { slug } of event.groups) paths.add(`/groups/${slug}`);
    return paths;
  };
}
