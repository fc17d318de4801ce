import type { Feed } from "../feeds.ts";
import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { REGIONS } from "../model/region.ts";
import { isIn } from "../query/facets.ts";
import { regionSlug } from "../query/region.ts";
import { windowOf, within } from "../query/window.ts";
import { type SubscribeLinks, subscribeLinks } from "../render/subscribe.ts";
import { oneLine } from "../render/text.ts";
import type { Site } from "./site.ts";
import type { Snapshot } from "./snapshot.ts";

/** A feed as the catalogue shows it. */
export interface CatalogueEntry {
  readonly feed: Feed;
  readonly title: string;
  /** Events in the feed today. */
  readonly events: number;
  /** Those of them that have not ended before today. */
  readonly upcoming: number;
  readonly links: SubscribeLinks;
}

/** Every feed with its number of events on the day `today`. */
export function catalogueOf(snapshot: Snapshot, site: Site, today: LocalDate): CatalogueEntry[] {
  const events = new Map<string, number>();
  const upcoming = new Map<string, number>();
  for (const event of within(snapshot.data.events, windowOf({}, today))) {
    for (const path of pathsOf(event)) {
      events.set(path, (events.get(path) ?? 0) + 1);
      if (event.end >= today) upcoming.set(path, (upcoming.get(path) ?? 0) + 1);
    }
  }
  return snapshot.feeds().map((feed) => {
    const title = oneLine(feed.title);
    const links = subscribeLinks(`${site.url}${encodeURI(feed.path)}.ics`, title);
    return { feed, title, events: events.get(feed.path) ?? 0, upcoming: upcoming.get(feed.path) ?? 0, links };
  });
}

/** Paths of the feeds that `event` is in. */
function pathsOf(event: EventRecord): string[] {
  const regions = REGIONS.filter((region) => isIn(event, region)).map((region) => `/regions/${regionSlug(region)}`);
  const groups = new Set(event.groups.map(({ slug }) => `/groups/${slug}`));
  return ["/events", ...regions, ...groups];
}
