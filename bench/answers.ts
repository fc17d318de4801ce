import { serve } from "@hono/node-server";
import { Hono } from "hono";
import ical, { ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { clockAt } from "../src/adapters/clock.ts";
import { startServer } from "../src/adapters/node.ts";
import { fileStore } from "../src/adapters/store/file.ts";
import { memoryStore } from "../src/adapters/store/memory.ts";
import { createApp } from "../src/http/app.ts";
import { addDays } from "../src/model/date.ts";
import type { EventRecord } from "../src/model/event.ts";
import { descriptionOf, locationOf, summaryOf } from "../src/render/describe.ts";
import { timed } from "./child.ts";

/**
 * The servers that bench/requests.ts asks. `node bench/answers.ts app FILE` serves the app over that data set, `bare FILE` the
 * server to compare it with: POST a calendar of the app to it, and it responds with the same bytes at `/send`, and with the
 * same events, built and rendered by ical-generator for each request, at `/scratch`. Both return at `/spent` the milliseconds
 * from the last request until its response was ready to be sent.
 */
const [what, file] = process.argv.slice(2) as [string, string];
const data = await fileStore(file).read();
const byId = new Map(data.events.map((event) => [event.id, event]));
const site = { url: "http://localhost", domain: "bench" };
const headers = { "content-type": "text/calendar; charset=utf-8" };

let bytes = new Uint8Array();
let events: readonly EventRecord[] = [];
const bare = new Hono()
  .post("/", async (c) => {
    bytes = new Uint8Array(await c.req.arrayBuffer());
    const ids = [...new TextDecoder().decode(bytes).matchAll(/^UID:(.*)@bench\r$/gm)].map((match) => match[1]!);
    events = ids.map((id) => byId.get(id)!);
    return c.json(events.length);
  })
  .get("/send", () => new Response(bytes, { headers }))
  .get("/scratch", () => new Response(new TextEncoder().encode(scratch()), { headers }));

/** The properties that the program writes for each event, written only with the library. */
function scratch(): string {
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

const app = createApp({ store: memoryStore(data), clock: clockAt(data.newestIssue!), site });
let spent = 0;
const timing = {
  async fetch(request: Request) {
    if (request.url.endsWith("/spent")) return Response.json(spent);
    const { ms, value } = await timed(() => (what === "app" ? app : bare).fetch(request));
    spent = ms;
    return value;
  },
};
const print = (port: number) => console.log(`http://localhost:${port}/`);
// The program's own server does not accept a request body as long as a complete calendar.
if (what === "app") print((await startServer(timing, { port: 0 })).port);
else serve({ ...timing, port: 0, hostname: "127.0.0.1" }, ({ port }) => print(port));
