import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Hono } from "hono";
import { addDays } from "../../src/model/date.ts";
import type { EventRecord } from "../../src/model/event.ts";
import { locationOf, summaryOf } from "../../src/render/describe.ts";
import type { ReadEvent } from "./readers/lines.ts";

/** UIDs end in it. */
export const DOMAIN = "uid.example";

/** A feed as it was answered, in a file, and what its JSON twin says that it holds. */
export interface FeedFile {
  /** Path and query, as asked for. */
  readonly asked: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly events: readonly ReadEvent[];
}

/** Asks `app` for the feed at `path` + `search` as calendar and as JSON, and keeps the calendar at `file`. */
export async function keepFeed(app: Hono, path: string, search: string, file: string): Promise<FeedFile> {
  const bytes = new Uint8Array(await (await ok(app, `${path}.ics${search}`)).arrayBuffer());
  const { events } = (await (await ok(app, `${path}.json${search}`)).json()) as {
    events: readonly EventRecord[];
  };
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, bytes);
  return { asked: `${path}.ics${search}`, file, bytes, events: events.map(expected) };
}

/** The paths of all feeds that the app offers, without ending. */
export async function feedPaths(app: Hono): Promise<readonly string[]> {
  const { feeds } = (await (await ok(app, "/feeds.json")).json()) as { feeds: readonly { path: string }[] };
  return feeds.map(({ path }) => path);
}

/** What a reader of the calendar should find of an event of the JSON. */
function expected(event: EventRecord): ReadEvent {
  const last = event.end < event.start ? event.start : event.end;
  return {
    uid: `${event.id}@${DOMAIN}`,
    start: event.start,
    end: addDays(last, 1),
    summary: summaryOf(event),
    location: locationOf(event),
  };
}

async function ok(app: Hono, path: string): Promise<Response> {
  const response = await app.request(path);
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
  return response;
}
