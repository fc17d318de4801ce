import type { Hono } from "hono";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { createApp } from "../../src/http/app.ts";
import type { DataSet } from "../../src/model/event.ts";
import { BERLIN, dataSet, event } from "../render/events.ts";

export const TODAY = "2026-03-05";
export const SITE = { url: "https://site.example", domain: "uid.example" };

/** Past, present and future, in several regions. */
export const DATA: DataSet = dataSet([
  event(),
  event({ id: "2014", start: "2014-12-20", created: "2014-12-15", updated: "2014-12-15" }),
  event({ id: "hybrid", start: "2026-03-20", mode: "hybrid", regions: ["Europe", "Virtual"] }),
  event({
    id: "online",
    start: "2026-04-01",
    mode: "virtual",
    regions: ["Virtual"],
    places: [],
    groups: [{ slug: "rust-online", name: "Rust <Online>", url: null }],
    title: "<script>alert(1)</script>",
    url: "javascript:alert(1)",
  }),
  event({
    id: "gone",
    start: "2015-01-01",
    places: [{ ...BERLIN, city: "Zürich", area: null, country: "CH" }],
    groups: [{ slug: "rust-gone", name: "Rust Gone", url: null }],
    created: "2014-12-15",
    updated: "2014-12-15",
  }),
]);

/** The app over `data`, on the day `today`. */
export function appOver(data: DataSet = DATA, today = TODAY): Hono {
  return createApp({ store: memoryStore(data), clock: { today: () => today }, site: SITE });
}

/** What a feed of JSON holds. */
export interface EventList {
  readonly title: string;
  readonly self: string;
  readonly next: string | null;
  readonly total: number;
  readonly count: number;
  readonly events: readonly { readonly id: string; readonly url: string | null }[];
}

/** The JSON list at `path`; throws unless it is answered with 200. */
export async function listAt(app: Hono, path: string): Promise<EventList> {
  const response = await app.request(path);
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json() as Promise<EventList>;
}

/** Ids of the events of the JSON list at `path`. */
export async function idsAt(app: Hono, path: string): Promise<string[]> {
  return (await listAt(app, path)).events.map(({ id }) => id);
}
