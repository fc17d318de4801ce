import { existsSync, realpathSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { type Feed, listFeeds, REGION_FEEDS, SINGLE_FEEDS } from "../feeds.ts";
import { addDays } from "../model/date.ts";
import type { DataSet } from "../model/event.ts";
import type { Answering } from "./node.ts";
import { readRegular } from "./regular-file.ts";
import { replaceFile } from "./replace-file.ts";

/** Groups listed within this many days before the newest issue get a file. */
const RECENT_DAYS = 365;

/** Files by their paths in the folder: `regions/virtual.ics`. */
export type Publication = ReadonlyMap<string, Uint8Array>;

/**
 * The files for static hosting: the calendars of all events, of conferences, of each region and of the groups of the last year, with the same
 * bytes as the responses of `app` on the same paths, and `index.json`. Calendars in `published` are kept, even if they become
 * empty, because they may have subscribers. Rejects if `app` responds to one of them with anything but 200.
 */
export async function publicationOf(
  app: Answering,
  data: DataSet,
  url: string,
  published: readonly string[] = [],
): Promise<Publication> {
  const files = new Map<string, Uint8Array>();
  const feeds = listFeeds(data).filter((feed) => isPublished(feed, data) || published.includes(fileOf(feed)));
  const former = listFeeds(data)
    .flatMap(formerFilesOf)
    .filter((file) => published.includes(file));
  for (const file of [...feeds.map(fileOf), ...former]) files.set(file, await bytesAt(app, `/${file}`));
  files.set("index.json", await indexOf(app, data, url, new Set(files.keys())));
  return files;
}

/** Relative paths of the calendars in `folder`; empty if the folder does not exist. */
export async function publishedIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  // Only one level deep: nothing is published deeper, and links may be circular.
  const below = await Promise.all(
    entries
      .filter((entry) => !entry.isFile())
      .map(async ({ name }) => {
        const names = await readdir(join(folder, name)).catch(() => []);
        return names.map((each) => `${name}/${each}`);
      }),
  );
  return [...entries.map(({ name }) => name), ...below.flat()].filter((name) => name.endsWith(".ics"));
}

/** The public address in the calendars in `folder`; empty if they have none. */
export async function publishedAt(folder: string): Promise<string> {
  try {
    const { url } = JSON.parse(readRegular(join(folder, "index.json")).toString());
    return typeof url === "string" ? url : "";
  } catch {
    return "";
  }
}

/**
 * Atomically writes each file that changed, and returns the paths of those that were written. Rejects with an error that names
 * the file that cannot be written, or that would be outside `folder` because of a link.
 */
export async function writePublication(folder: string, files: Publication): Promise<string[]> {
  const written: string[] = [];
  if (existsSync(folder)) mustStayWithin(folder, [...files.keys()]);
  for (const [path, bytes] of files) {
    const target = join(folder, path);
    if (isSame(target, bytes)) continue;
    await replaceFile(target, bytes);
    written.push(path);
  }
  return written;
}

function isSame(path: string, bytes: Uint8Array): boolean {
  try {
    return Buffer.compare(readRegular(path), bytes) === 0;
  } catch {
    return false;
  }
}

/** Throws if links in `folder`, which may be a link itself, make one of the `paths` point outside it. */
function mustStayWithin(folder: string, paths: readonly string[]): void {
  const root = realpathSync(folder);
  for (const path of paths) {
    let there = join(folder, path);
    while (!existsSync(there)) there = dirname(there);
    const real = realpathSync(there);
    const way = relative(root, real);
    if (way.split(sep)[0] === ".." || isAbsolute(way))
      throw new Error(`${join(folder, path)}: is outside the folder, at ${real}: nothing was written`);
  }
}

function isPublished(feed: Feed, { newestIssue }: DataSet): boolean {
  if (SINGLE_FEEDS.includes(feed) || REGION_FEEDS.includes(feed)) return true;
  const since = newestIssue === null ? null : addDays(newestIssue, -RECENT_DAYS);
  return feed.kind === "group" && since !== null && feed.lastSeen !== undefined && feed.lastSeen >= since;
}

/** `events.ics`, `groups/rust-berlin.ics`. */
function fileOf({ path }: Feed): string {
  return `${path.slice(1)}.ics`;
}

/** Former files of calendars that are now part of this one. */
function formerFilesOf({ path, slug, aliases = [] }: Feed): readonly string[] {
  return aliases.map((alias) => `${path.slice(1, -slug.length)}${alias}.ics`);
}

interface CatalogueFeed {
  readonly kind: string;
  readonly slug: string;
  readonly title: string;
  readonly path: string;
  readonly events: number;
  readonly upcoming: number;
}

/** `index.json`: the feeds in `/feeds.json` that have a file, with its path; `url` is the public address, empty if unknown. */
async function indexOf(app: Answering, data: DataSet, url: string, files: ReadonlySet<string>): Promise<Uint8Array> {
  const { attribution, license, feeds } = JSON.parse(new TextDecoder().decode(await bytesAt(app, "/feeds.json")));
  const entries = (feeds as readonly CatalogueFeed[])
    .map((entry) => ({ ...entry, file: `${decodeURI(entry.path).slice(1)}.ics` }))
    .filter(({ file }) => files.has(file))
    .map(({ kind, slug, title, file, events, upcoming }) =>
      JSON.stringify({ kind, slug, title, file, events, upcoming }),
    );
  const head = { attribution, license, url: url === "" ? null : url, newestIssue: data.newestIssue };
  return new TextEncoder().encode(`${JSON.stringify(head).slice(0, -1)},"feeds":[\n${entries.join(",\n")}\n]}\n`);
}

async function bytesAt(app: Answering, path: string): Promise<Uint8Array> {
  const response = await app.fetch(new Request(`http://localhost${encodeURI(path)}`));
  if (response.status !== 200) throw new Error(`${path}: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
