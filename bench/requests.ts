import { Hono } from "hono";
import ical, { ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { clockAt } from "../src/adapters/clock.ts";
import { fileStore } from "../src/adapters/store/file.ts";
import { memoryStore } from "../src/adapters/store/memory.ts";
import { createApp } from "../src/http/app.ts";
import { addDays } from "../src/model/date.ts";
import type { EventRecord } from "../src/model/event.ts";
import { descriptionOf, locationOf, summaryOf } from "../src/render/ics/describe.ts";
import { median, timed } from "./child.ts";

/**
 * Filtered calendars over all years. `node bench/requests.ts FILE` prints for each filter how many events it has and, in
 * milliseconds, `unseen`: queries that differ in `from` alone, each asked for the first time; `repeated`; `scratch`: the
 * same events built and rendered by ical-generator; `send`: a bare Hono app that sends the same bytes. And `first`: the
 * very first answer, in which every event is rendered.
 */
const FILTERS = ["mode=in-person", "region=europe", "country=US", "mode=virtual,hybrid", "q=rust", "multiday=hide"];
const DAYS = ["2014-01-01", "2014-01-02", "2014-01-03", "2014-01-04", "2014-01-05"];
const TIMES = 25;

const data = await fileStore(process.argv[2]!).read();
const byId = new Map(data.events.map((event) => [event.id, event]));
const site = { url: "http://localhost", domain: "bench" };
const app = createApp({ store: memoryStore(data), clock: clockAt(data.newestIssue!), site });

async function body(target: Hono, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await target.request(path);
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** What the program writes of each event, written by the library alone. */
function scratch(events: readonly EventRecord[]): string {
  const calendar = ical({ name: "Rust events", prodId: "-//bench//EN" });
  for (const event of events) {
    calendar.createEvent({
      id: `${event.id}@bench`,
      sequence: event.revision,
      stamp: event.updated,
      created: event.created,
      lastModified: event.updated,
      allDay: true,
      start: event.start,
      end: addDays(event.end, 1),
      summary: summaryOf(event),
      description: descriptionOf(event),
      location: locationOf(event),
      url: event.url,
      categories: event.regions.map((name) => ({ name })),
      status: ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** Median of the milliseconds that each of `works` takes. */
async function middle(works: readonly (() => unknown)[]): Promise<number> {
  const times: number[] = [];
  for (const work of works) times.push((await timed(work)).ms);
  return median(times);
}
const many = (work: () => unknown) => middle(Array.from({ length: TIMES }, () => work));

const first = (await timed(() => body(app, `/events.ics?from=${DAYS[0]}`))).ms;
scratch(data.events.slice(0, 1_000));

const filters = [];
for (const filter of FILTERS) {
  const unseen = await middle(DAYS.map((day) => () => body(app, `/events.ics?${filter}&from=${day}`)));
  const path = `/events.ics?${filter}&from=${DAYS[0]}`;
  const repeated = await many(() => body(app, path));
  const bytes = await body(app, path);
  const ids = [...new TextDecoder().decode(bytes).matchAll(/^UID:(.*)@bench\r$/gm)].map((match) => match[1]!);
  const events = ids.map((id) => byId.get(id)!);
  const bare = new Hono().get(
    "/events.ics",
    () => new Response(bytes, { headers: { "content-type": "text/calendar" } }),
  );
  const send = await many(() => body(bare, path));
  const rendered = await middle(DAYS.map(() => () => scratch(events)));
  filters.push({ filter, events: events.length, unseen, repeated, send, scratch: rendered });
}
console.log(JSON.stringify({ first, filters }));
