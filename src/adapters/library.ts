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
  /** The data set to serve. Default: the one included in the package. */
  readonly dataSet?: DataSet | undefined;
  /** Receives messages about failed requests and unreadable data. Default: none. */
  readonly log?: { warn(message: string): void } | undefined;
}

/**
 * Reads the data set included in the package, or the file at `path` written by `sync --data`, joined with start times from
 * organisers' calendars. Rejects with `DataSetMissing` or `DataSetBroken`.
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
 * Everything that `twir-calendar serve` serves, as a Hono app: `fetch` takes a Request and returns a Response, `request` takes
 * a path, and another app can `route` to it. Throws a RangeError for invalid options.
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
