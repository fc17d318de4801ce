import { existsSync, realpathSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { ALL_EVENTS, type Feed, listFeeds, REGION_FEEDS } from "../feeds.ts";
import { addDays } from "../model/date.ts";
import type { DataSet } from "../model/event.ts";
import type { Answering } from "./node.ts";
import { readRegular } from "./regular-file.ts";
import { replaceFile } from "./replace-file.ts";

/** Groups listed within so many days before the newest issue have a file of their own. */
const RECENT_DAYS = 365;

/** Files by their paths in the folder: `regions/virtual.ics`. */
export type Publication = ReadonlyMap<string, Uint8Array>;

/**
 * What a plain file host publishes: the calendars of all events, of each region and of the groups of the last year, each
 * the bytes that `app` answers on the same path, and `index.json`. A calendar that is among `published` already goes on,
 * empty if need be: somebody may be subscribed to it. Rejects when `app` answers one of them with anything but 200.
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

/** The calendars in `folder`, as paths in it; none when there is no such folder. */
export async function publishedIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  // One step down and no further: links may lead in circles, and nothing is published deeper.
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

/** The public address that the calendars in `folder` name; empty when they name none. */
export async function publishedAt(folder: string): Promise<string> {
  try {
    const { url } = JSON.parse(readRegular(join(folder, "index.json")).toString());
    return typeof url === "string" ? url : "";
  } catch {
    return "";
  }
}

/**
 * Writes what is not there yet, each file whole or not at all; gives the paths of those that were written. Rejects with an error
 * that names the file which cannot be written, or would be written outside of `folder` by way of a link in it.
 */
export async function writePublication(folder: string, files: Publication): Promise<string[]> {
  const written: string[] = [];
  if (existsSync(folder)) mustStayWithin(folder, [...files.keys()]);
  for (const [path, bytes] of files) {
    const target = join(folder, path);
    if (holds(target, bytes)) continue;
    await replaceFile(target, bytes);
    written.push(path);
  }
  return written;
}

function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return Buffer.compare(readRegular(path), bytes) === 0;
  } catch {
    return false;
  }
}

/** Throws where links in `folder`, which may be one itself, lead one of the `paths` in it out of it. */
function mustStayWithin(folder: string, paths: readonly string[]): void {
  const root = realpathSync(folder);
  for (const path of paths) {
    let there = join(folder, path);
    while (!existsSync(there)) there = dirname(there);
    const real = realpathSync(there);
    const way = relative(root, real);
    if (way.split(sep)[0] === ".." || isAbsolute(way))
      throw new Error(`${join(folder, path)}: leads out of the folder, to ${real}: nothing is written`);
  }
}

function isPublished(feed: Feed, { newestIssue }: DataSet): boolean {
  if (feed === ALL_EVENTS || REGION_FEEDS.includes(feed)) return true;
  const since = newestIssue === null ? null : addDays(newestIssue, -RECENT_DAYS);
  return feed.kind === "group" && since !== null && feed.lastSeen !== undefined && feed.lastSeen >= since;
}

/** `events.ics`, `groups/rust-berlin.ics`. */
function fileOf({ path }: Feed): string {
  return `${path.slice(1)}.ics`;
}

/** Where calendars were that are parts of this one by now. */
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

/** The entries of the catalogue that have a file, with the file's path; `url` is where they are published, null when that is not told. */
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
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
