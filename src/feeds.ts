import { compare } from "./model/compare.ts";
import type { LocalDate } from "./model/date.ts";
import type { DataSet } from "./model/event.ts";
import { once } from "./model/once.ts";
import { REGIONS, type Region } from "./model/region.ts";
import type { Cadence } from "./query/cadence.ts";
import { type City, type CityNames, citiesOf } from "./query/cities.ts";
import { citySlugs } from "./query/city-names.ts";
import { countryName, countryOf } from "./query/countries.ts";
import { describeQuery } from "./query/describe.ts";
import { type Directory, directoryOf, type ListedGroup } from "./query/directory.ts";
import type { EventQuery } from "./query/filters.ts";
import { slugOf } from "./query/fold.ts";
import { regionOf, regionSlug } from "./query/region.ts";

/** A calendar that is offered under a path of its own. */
export interface Feed {
  readonly kind: "events" | "region" | "country" | "city" | "group";
  readonly slug: string;
  readonly title: string;
  /** Without an ending: `/regions/virtual`. */
  readonly path: string;
  readonly query: EventQuery;
  /** For a city: other slugs that it has, perhaps not alone. */
  readonly names?: readonly string[];
  /** For a group: slugs under which it had, or would have, a feed of its own; they answer as its own slug does. */
  readonly aliases?: readonly string[];
  /** For a group: the newest issue that listed it. */
  readonly lastSeen?: LocalDate;
  /** For a group: how often it meets; null where too few meetings tell. */
  readonly cadence?: Cadence | null;
}

/** Folders of paths that hold one feed for each thing of a kind. */
export const FOLDERS = ["regions", "countries", "cities", "groups"] as const;

export type Folder = (typeof FOLDERS)[number];

const NAME = "Rust events";

/** All events there are. */
export const ALL_EVENTS: Feed = { kind: "events", slug: "events", title: NAME, path: "/events", query: {} };

/** One feed for each region that the newsletter has today; the older `Asia Pacific` is a filter alone. */
export const REGION_FEEDS: readonly Feed[] = REGIONS.filter((region) => region !== "Asia Pacific").map(regionFeed);

/** The feeds of one data set. Whatever was listed once has a feed for ever, empty if need be. */
export interface Feeds {
  /** All events, then the regions, countries, cities and groups, each by slug. */
  all(): readonly Feed[];
  /** Those of a folder. */
  in(folder: Folder): readonly Feed[];
  /** The feeds that `name` may mean in a folder, in any case, by an older word or a shorter name: one, none or several. */
  find(folder: Folder, name: string): readonly Feed[];
}

/** The feeds of all that is `known`, those of a folder worked out when they are first asked for. */
export function feedsOf(directory: Directory): Feeds {
  const folders: Readonly<Record<Folder, () => readonly Feed[]>> = {
    regions: () => REGION_FEEDS,
    countries: once(() =>
      bySlug([...new Set(directory.places().flatMap(({ country }) => country ?? []))].map(countryFeed)),
    ),
    cities: once(() => bySlug(citiesOf(directory.places()).map(cityFeed))),
    groups: once(() => bySlug(directory.groups().map(groupFeed))),
  };
  const paths = new Map(FOLDERS.map((folder) => [folder, once(() => new Map(folders[folder]().flatMap(byName)))]));

  return {
    all: once(() => [ALL_EVENTS, ...FOLDERS.flatMap((folder) => folders[folder]())]),
    in: (folder) => folders[folder](),
    find(folder, name) {
      const named = paths.get(folder)?.();
      const own = named?.get(name);
      if (own !== undefined) return [own];
      const slugs = folder === "cities" ? citySlugs(name) : [slugOf(name)];
      for (const one of [canonical(folder, name), name.toLowerCase(), ...slugs]) {
        const exact = named?.get(one);
        if (exact !== undefined) return [exact];
      }
      const shorter = slugs.map((slug) => folders[folder]().filter(({ names }) => names?.includes(slug)));
      return shorter.find((found) => found.length > 0) ?? [];
    },
  };
}

/** A feed by the names that answer at once. */
function byName(feed: Feed): [string, Feed][] {
  return [...(feed.aliases ?? []), feed.slug].map((name) => [name, feed]);
}

/** Every feed of `data`. */
export function listFeeds(data: DataSet): readonly Feed[] {
  return feedsOf(directoryOf(data)).all();
}

/** Name of the calendar that `feed` and the filters of `query` make together. */
export function titleOf(feed: Feed, query: EventQuery, cities?: CityNames): string {
  return [feed.title, describeQuery(query, cities)].filter((part) => part !== "").join(": ");
}

/** The slug that older words and names of regions and countries mean. */
function canonical(folder: Folder, name: string): string {
  const region = folder === "regions" ? regionOf(name) : undefined;
  const country = folder === "countries" ? countryOf(name) : undefined;
  return region === undefined ? (country?.toLowerCase() ?? name) : regionSlug(region);
}

function regionFeed(region: Region): Feed {
  const slug = regionSlug(region);
  const title = region === "Virtual" ? `${NAME} online` : `${NAME} in ${region}`;
  return { kind: "region", slug, title, path: `/regions/${slug}`, query: { region: [slug] } };
}

function countryFeed(code: string): Feed {
  const slug = code.toLowerCase();
  const title = `${NAME} in ${countryName(code)}`;
  return { kind: "country", slug, title, path: `/countries/${slug}`, query: { country: [code] } };
}

function cityFeed({ slug, name, key, keys }: City): Feed {
  const title = `${NAME} in ${name}`;
  const names = keys.filter((other) => other !== slug);
  return { kind: "city", slug, title, path: `/cities/${slug}`, query: { city: [key] }, names };
}

function groupFeed(group: ListedGroup): Feed {
  const { slug, aliases, name, lastSeen } = group;
  return {
    kind: "group",
    slug,
    ...(aliases === undefined ? {} : { aliases }),
    title: name,
    path: `/groups/${slug}`,
    query: { group: [slug] },
    lastSeen,
    get cadence() {
      return group.cadence;
    },
  };
}

function bySlug(feeds: readonly Feed[]): readonly Feed[] {
  return feeds.toSorted((a, b) => compare(a.slug, b.slug));
}
