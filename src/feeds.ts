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

/** A calendar with its own path. */
export interface Feed {
  readonly kind: "events" | "conferences" | "region" | "country" | "city" | "group";
  readonly slug: string;
  readonly title: string;
  /** Without an extension: `/regions/virtual`. */
  readonly path: string;
  readonly query: EventQuery;
  /** For cities: other keys, which may also match other cities. */
  readonly names?: readonly string[];
  /** For groups: other slugs, which are answered in the same way as its own. */
  readonly aliases?: readonly string[];
  /** For groups: date of the newest issue that listed it. */
  readonly lastSeen?: LocalDate;
  /** For groups: how often it meets; null if too few meetings are known. */
  readonly cadence?: Cadence | null;
}

/** First segments of the paths of feeds. */
export const FOLDERS = ["regions", "countries", "cities", "groups"] as const;

export type Folder = (typeof FOLDERS)[number];

const NAME = "Rust events";

/** The feed of all events. */
export const ALL_EVENTS: Feed = { kind: "events", slug: "events", title: NAME, path: "/events", query: {} };

/** Conferences alone, wherever they are. */
export const CONFERENCES: Feed = {
  kind: "conferences",
  slug: "conferences",
  title: "Rust conferences",
  path: "/conferences",
  query: { kind: ["conference"] },
};

/** The feeds that stand alone, outside folders. */
export const SINGLE_FEEDS: readonly Feed[] = [ALL_EVENTS, CONFERENCES];

/** One feed for each current region of the newsletter; the former `Asia Pacific` is only a filter. */
export const REGION_FEEDS: readonly Feed[] = REGIONS.filter((region) => region !== "Asia Pacific").map(regionFeed);

/** The feeds of a data set. Feeds are never removed, but may become empty. */
export interface Feeds {
  /** All events, conferences, then the regions, countries, cities and groups, each by slug. */
  all(): readonly Feed[];
  /** The feeds in a folder. */
  in(folder: Folder): readonly Feed[];
  /** The feeds in a folder that match `name` in any case, by an alternative or a shorter name: none, one or several. */
  find(folder: Folder, name: string): readonly Feed[];
}

/** The feeds for `directory`; each folder is computed on first use. */
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
    all: once(() => [...SINGLE_FEEDS, ...FOLDERS.flatMap((folder) => folders[folder]())]),
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

/** A feed by its slug and aliases. */
function byName(feed: Feed): [string, Feed][] {
  return [...(feed.aliases ?? []), feed.slug].map((name) => [name, feed]);
}

/** All feeds of `data`. */
export function listFeeds(data: DataSet): readonly Feed[] {
  return feedsOf(directoryOf(data)).all();
}

/** Name of the calendar of `feed` with the filters of `query`. */
export function titleOf(feed: Feed, query: EventQuery, cities?: CityNames): string {
  return [feed.title, describeQuery(query, cities)].filter((part) => part !== "").join(": ");
}

/** The slug for a name or alternative name of a region or country. */
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
