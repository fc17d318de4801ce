import type { LocalDate } from "./model/date.ts";
import type { DataSet, GroupRecord } from "./model/event.ts";
import { REGIONS, type Region } from "./model/region.ts";
import { describeQuery } from "./query/describe.ts";
import type { EventQuery } from "./query/query.ts";
import { regionOf, regionSlug } from "./query/region.ts";

/** A calendar that is offered under a path of its own. */
export interface Feed {
  readonly kind: "events" | "region" | "group";
  readonly slug: string;
  readonly title: string;
  /** Without an ending: `/regions/virtual`. */
  readonly path: string;
  readonly query: EventQuery;
  /** For a group: the newest issue that listed it. */
  readonly lastSeen?: LocalDate;
}

/** Folders of paths that hold one feed for each thing of a kind. */
export const FOLDERS = ["regions", "groups"] as const;

export type Folder = (typeof FOLDERS)[number];

const NAME = "Rust events";

/** All events there are. */
export const ALL_EVENTS: Feed = { kind: "events", slug: "events", title: NAME, path: "/events", query: {} };

/** One feed for each region that the newsletter has today; the older `Asia Pacific` is a filter alone. */
export const REGION_FEEDS: readonly Feed[] = REGIONS.filter((region) => region !== "Asia Pacific").map(regionFeed);

/** Every feed: all events, the regions, each group ever seen (by name). */
export function listFeeds(data: DataSet): readonly Feed[] {
  const groups = data.groups.map(groupFeed).sort((a, b) => compare(a.slug, b.slug));
  return [ALL_EVENTS, ...REGION_FEEDS, ...groups];
}

/** The feed that `name` means in a folder, in any case and by any older word; `feedAt` knows the feeds by their paths. */
export function findFeed(folder: Folder, name: string, feedAt: (path: string) => Feed | undefined): Feed | undefined {
  const region = folder === "regions" ? regionOf(name) : undefined;
  const slug = region === undefined ? name : regionSlug(region);
  return feedAt(`/${folder}/${slug}`) ?? feedAt(`/${folder}/${slug.toLowerCase()}`);
}

/** Name of the calendar that `feed` and the filters of `query` make together. */
export function titleOf(feed: Feed, query: EventQuery): string {
  return [feed.title, describeQuery(query)].filter((part) => part !== "").join(": ");
}

function regionFeed(region: Region): Feed {
  const slug = regionSlug(region);
  const title = region === "Virtual" ? `${NAME} online` : `${NAME} in ${region}`;
  return { kind: "region", slug, title, path: `/regions/${slug}`, query: { region: [slug] } };
}

function groupFeed({ slug, name, lastSeen }: GroupRecord): Feed {
  return { kind: "group", slug, title: name, path: `/groups/${slug}`, query: { group: [slug] }, lastSeen };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
