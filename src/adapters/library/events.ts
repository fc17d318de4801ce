import { ALL_EVENTS, titleOf } from "../../feeds.ts";
import { pathOf } from "../../http/format.ts";
import type { LocalDate } from "../../model/date.ts";
import type { DataSet, EventRecord } from "../../model/event.ts";
import { directoryOf } from "../../query/directory.ts";
import { type Page, pageOf } from "../../query/page.ts";
import { queryParser, type RefusedParameter } from "../../query/query.ts";
import { selectEvents } from "../../query/select.ts";
import { vocabularyOf } from "../../query/vocabulary.ts";
import { windowOf, within } from "../../query/window.ts";
import { FORMATS, type Format, type View } from "../../render/formats.ts";
import { createRenderers } from "../../render/renderers.ts";
import { clockAt, systemClock } from "../clock.ts";
import { siteAt, UID_DOMAIN } from "../site.ts";

/** The current day, for default date ranges. */
export interface DayOptions {
  /** `2026-03-04`. Default: today, in UTC. */
  readonly today?: LocalDate | undefined;
}

/** The events that match a query, or the page of them selected by its `limit` and `cursor`. */
export interface QueriedEvents extends Page {
  /** `Rust events: DE · from 2024-01-01` */
  readonly title: string;
}

/** Where events are published. */
export interface SiteOptions {
  /** Public address of the host, `https://calendar.example.org`. Default: none. */
  readonly url?: string | undefined;
  /** Domain after the `@` in every event's UID; never change it once published. Default: `twir-calendar`. */
  readonly uidDomain?: string | undefined;
}

export interface RenderOptions extends SiteOptions {
  /** Name of the calendar. Default: `Rust events`. */
  readonly title?: string | undefined;
  /** Path on the host, without extension. Default: `/events`. */
  readonly path?: string | undefined;
}

/** A query has an unknown parameter or value; the message lists what is allowed. */
export class QueryRefused extends Error {
  override readonly name = "QueryRefused";
  readonly refused: readonly RefusedParameter[];
  constructor(refused: readonly RefusedParameter[]) {
    super(refused.map(({ detail, allowed }) => `${detail}; allowed: ${few(allowed)}`).join(". "));
    this.refused = refused;
  }
}

/** Cache of what queries may name in each data set, and of the parser. */
const readers = new WeakMap<DataSet, ReturnType<typeof readerOf>>();

function readerOf(dataSet: DataSet) {
  const vocabulary = vocabularyOf(directoryOf(dataSet));
  return { vocabulary, parse: queryParser(vocabulary) };
}

/**
 * The events that match `search`, with the parameters of `/events.json`, sorted by start. Default range: the last 90 days and all
 * upcoming events. Throws {@link QueryRefused}.
 *
 * @example
 * ```ts
 * import { queryEvents, readDataSet } from "twir-calendar";
 *
 * const dataSet = await readDataSet();
 * const { events, total, title } = queryEvents(dataSet, "country=DE&from=2024-01-01&to=2024-12-31&limit=3");
 * console.log(title); // Rust events: DE · from 2024-01-01 · to 2024-12-31
 * console.log(events.length, total > 3); // 3 true
 * try {
 *   queryEvents(dataSet, "mode=hybird");
 * } catch (error) {
 *   console.log(String(error)); // QueryRefused: mode: "hybird" is not known; allowed: virtual, in-person, hybrid
 * }
 * ```
 */
export function queryEvents(
  dataSet: DataSet,
  search: string | URLSearchParams = "",
  { today }: DayOptions = {},
): QueriedEvents {
  const reader = readers.get(dataSet) ?? readerOf(dataSet);
  readers.set(dataSet, reader);
  const parsed = reader.parse(new URLSearchParams(search));
  if (!parsed.ok) throw new QueryRefused(parsed.refused);
  const { query } = parsed;
  const { newestIssue, events } = dataSet;
  const now = clockOn(today).today();
  const found = within(selectEvents(events, [query]), windowOf(query, now));
  return {
    title: titleOf(ALL_EVENTS, query, reader.vocabulary.cityNames),
    ...pageOf(found, query, { newestIssue, today: now }),
  };
}

/**
 * Renders `events`, in the given order, as `ics`, `json`, `atom`, `jsonfeed`, `geojson`, `csv` or `jscal`. The same events and
 * options give the same text. Throws a RangeError for another format, and for invalid options.
 *
 * @example
 * ```ts
 * import { queryEvents, readDataSet, renderEvents } from "twir-calendar";
 *
 * const { events, title } = queryEvents(await readDataSet(), "region=virtual&from=2024-01-01&to=2024-12-31");
 * const calendar = renderEvents(events, "ics", { title, url: "https://calendar.example.org", path: "/online-2024" });
 * console.log(calendar.startsWith("BEGIN:VCALENDAR\r\n")); // true
 * console.log(renderEvents(events, "csv").split("\r\n").length === events.length + 2); // true
 * ```
 */
export function renderEvents(
  events: readonly EventRecord[],
  format: Format,
  { url, uidDomain, title = ALL_EVENTS.title, path = ALL_EVENTS.path }: RenderOptions = {},
): string {
  if (!FORMATS.includes(format)) throw new RangeError(`unknown format "${format}"; formats: ${FORMATS.join(", ")}`);
  if (!path.startsWith("/")) throw new RangeError(`a path starts with a slash, not "${path}"`);
  const site = siteWith({ url, uidDomain });
  const address = (view: View) => `${site.url}${pathOf(path, view)}`;
  const updated = events.reduce((day: LocalDate | null, event) => laterOf(day, event.updated), null);
  const timed = events.some(({ allDay, calendar }) => !allDay || calendar !== undefined);
  const head = { title, region: null, self: address(format), next: null, total: events.length, address };
  const { list } = createRenderers(site)[format];
  return new TextDecoder().decode(list({ ...head, updated, today: updated ?? "1970-01-01", timed }, events).bytes);
}

/** The site that the options describe; throws a RangeError for invalid options. */
export function siteWith({ url, uidDomain }: SiteOptions) {
  return siteAt(url ?? null, uidDomain ?? UID_DOMAIN, { url: "url", domain: "uidDomain" });
}

/** The system clock, or a clock fixed to `today`; throws a RangeError for an invalid date. */
export function clockOn(today: LocalDate | undefined) {
  return today === undefined ? systemClock : clockAt(today);
}

function laterOf(day: LocalDate | null, other: LocalDate): LocalDate {
  return day === null || other > day ? other : day;
}

/** The first ten. */
function few(allowed: readonly string[]): string {
  return allowed.length <= 10
    ? allowed.join(", ")
    : `${allowed.slice(0, 10).join(", ")} and ${allowed.length - 10} more`;
}
