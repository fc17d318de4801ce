import type { Hono } from "hono";
import { createApp as createAppOver } from "../http/app.ts";
import type { ServedStore } from "../http/current.ts";
import type { DataSet } from "../model/event.ts";
import { EMBEDDED_DATA } from "./embedded-data.ts";
import { clockOn, type DayOptions, type SiteOptions, siteWith } from "./library/events.ts";
import { fileStore } from "./store/file.ts";
import { memoryStore } from "./store/memory.ts";
import { timedStore } from "./store/timed.ts";
import { fileTimes, timesPath } from "./times/file.ts";

export type { LocalDate } from "../model/date.ts";
export type { DataSet, EventRecord } from "../model/event.ts";
export type { Listing } from "../model/listing.ts";
export type { Problem } from "../model/problem.ts";
export { DataSetBroken, DataSetMissing } from "../ports.ts";
export type { RefusedParameter } from "../query/query.ts";
export type { Format } from "../render/formats.ts";
export type { DayOptions, QueriedEvents, RenderOptions, SiteOptions } from "./library/events.ts";
export { QueryRefused, queryEvents, renderEvents } from "./library/events.ts";
export type { BuiltDataSet, Issue } from "./library/issues.ts";
export { buildDataSet, parseIssue } from "./library/issues.ts";
export type { Listed } from "./listings.ts";

export interface AppOptions extends SiteOptions, DayOptions {
  /** What is served; the data set that comes with the package unless told. */
  readonly dataSet?: DataSet | undefined;
  /** Is told when a request fails and when data cannot be read; nobody is unless told. */
  readonly log?: { warn(message: string): void } | undefined;
}

/**
 * The data set that comes with the package, or the one in the file that `sync --data` keeps at `path`, with the hours that
 * organisers' calendars tell. Rejects with a `DataSetMissing` or `DataSetBroken`.
 *
 * @example
 * ```ts
 * import { DataSetBroken, DataSetMissing, readDataSet } from "twir-calendar";
 *
 * const { events, groups } = await readDataSet();
 * console.log(events.length > 5000, groups.some(({ slug }) => slug === "rust-berlin")); // true true
 *
 * const error = await readDataSet("missing.json").catch((reason) => reason);
 * console.log(error instanceof DataSetMissing, error instanceof DataSetBroken); // true false
 * ```
 */
export function readDataSet(path: string = EMBEDDED_DATA): Promise<DataSet> {
  return storeAt(path).read();
}

/**
 * Everything that `twir-calendar serve` answers, as a Hono app: `fetch` takes a Request and gives a Response, `request` a
 * path, and another app can `route` to it. Throws a RangeError for options that cannot be used.
 *
 * @example
 * ```ts
 * import { createApp } from "twir-calendar";
 *
 * const app = createApp({ url: "https://calendar.example.org" });
 * const response = await app.fetch(new Request("https://calendar.example.org/regions/virtual.ics"));
 * console.log(response.status, response.headers.get("content-type")); // 200 text/calendar; charset=utf-8
 * ```
 */
export function createApp({ dataSet, log, today, ...site }: AppOptions = {}): Hono {
  const store: ServedStore = dataSet === undefined ? storeAt(EMBEDDED_DATA) : memoryStore(dataSet);
  return createAppOver({ store, clock: clockOn(today), site: siteWith(site), ...(log && { log }) });
}

function storeAt(path: string): ServedStore {
  return timedStore(fileStore(path), fileTimes(timesPath(path)));
}
