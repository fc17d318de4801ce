import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Hono } from "hono";
import { DateTime } from "luxon";
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

/**
 * Asks `app` for the feed at `path` + `search` as calendar and as JSON, and keeps the calendar at `file` for who lives by the
 * clocks of `viewer`.
 */
export async function keepFeed(
  app: Hono,
  path: string,
  search: string,
  file: string,
  viewer = "utc",
): Promise<FeedFile> {
  const bytes = new Uint8Array(await (await ok(app, `${path}.ics${search}`)).arrayBuffer());
  const { events } = (await (await ok(app, `${path}.json${search}`)).json()) as {
    events: readonly EventRecord[];
  };
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, bytes);
  return { asked: `${path}.ics${search}`, file, bytes, events: events.map((event) => expected(event, viewer)) };
}

/** The paths of all feeds that the app offers, without ending. */
export async function feedPaths(app: Hono): Promise<readonly string[]> {
  const { feeds } = (await (await ok(app, "/feeds.json")).json()) as { feeds: readonly { path: string }[] };
  return feeds.map(({ path }) => path);
}

/** What a reader of the calendar should find of an event of the JSON. */
function expected(event: EventRecord, viewer: string): ReadEvent {
  return {
    uid: `${event.id}@${DOMAIN}`,
    ...(event.allDay ? daysOf(event) : hoursOf(event, viewer)),
    summary: summaryOf(event),
    location: locationOf(event),
  };
}

function daysOf({ start, end }: EventRecord): Pick<ReadEvent, "start" | "end"> {
  return { start, end: addDays(end < start ? start : end, 1) };
}

/** By luxon, from the moments: on the clocks there, but in UTC where they show the start or the end twice. */
function hoursOf({ startsAt, endsAt, time }: EventRecord, viewer: string): Pick<ReadEvent, "start" | "end" | "here"> {
  const moments = [startsAt, endsAt].map((moment) => (moment === null ? null : DateTime.fromISO(moment)));
  const zone = time?.timeZone ?? "utc";
  const isTwice = moments.some((moment) => (moment?.setZone(zone).getPossibleOffsets().length ?? 0) > 1);
  const on = (clocks: string, format: string) =>
    moments.map((moment) => moment?.setZone(clocks).toFormat(format) ?? null);
  const [start = null, end = null] = on(isTwice ? "utc" : zone, "yyyy-MM-dd'T'HH:mm:ss");
  const [from = null, until = null] = on(viewer, "yyyy-MM-dd'T'HH:mm:ssZZ");
  return { start, end, here: [from, until] };
}

async function ok(app: Hono, path: string): Promise<Response> {
  const response = await app.request(path);
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
  return response;
}
