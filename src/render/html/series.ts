import { html } from "hono/html";
import { type ConferenceName, conferenceNamed } from "../../kinds/conferences.ts";
import { kindOf } from "../../kinds/kind.ts";
import type { Series } from "../../kinds/series.ts";
import { compare } from "../../model/compare.ts";
import type { LocalDate } from "../../model/date.ts";
import type { EventRecord } from "../../model/event.ts";
import { oneLine } from "../text.ts";
import { byYear } from "./entries.ts";
import { page } from "./layout.ts";
import { searchOf, seriesPath, withinSite } from "./links.ts";
import { type Html, items } from "./markup.ts";
import { showsHours } from "./script.ts";

/** The year of the newsletter's first events. */
const FIRST_YEAR = 2014;

/** Metadata of the page; `self` is its address. */
export interface SeriesHead {
  readonly self: string;
  /** Whether organisers' calendars were read. */
  readonly timed?: boolean | undefined;
}

/** The page of a series of conferences: all editions, newest first. */
export function seriesPage({ self, timed }: SeriesHead, { name, editions }: Series): string {
  const title = oneLine(name);
  const count = editions.length === 1 ? "One edition" : `${editions.length} editions`;
  return page({
    title,
    description: `${title}: ${count} with days, places and links, as listed in This Week in Rust.`,
    self,
    formats: [],
    address: () => self,
    timed,
    scripted: showsHours(timed, editions),
    main: html`<h1><bdi>${title}</bdi></h1>
<p class="lead">${count}, as listed in This Week in Rust · <a href="/conferences">All conferences</a></p>
${byYear(editions.toReversed())}`,
  });
}

/** Link to the series that an event is an edition of; null unless its title names one. */
export function seriesLink(event: EventRecord): Html | null {
  const named = seriesNamed(event);
  return named === undefined ? null : html`<a href="${seriesPath(named.slug)}">All editions of ${named.name}</a>`;
}

/** By the title alone: it must be the same where only recent events are read. */
function seriesNamed(event: EventRecord): ConferenceName | undefined {
  return kindOf(event) === "conference" ? conferenceNamed(event.title) : undefined;
}

/** Links to the series of `conferences` and, with the same filters, to the conferences of each year until `today`. */
export function conferenceLinks(self: string, conferences: readonly EventRecord[], today: LocalDate): Html {
  const named = conferences.map(seriesNamed).filter((one) => one !== undefined);
  const series = [...new Set(named)]
    .sort((a, b) => compare(a.slug, b.slug))
    .map(({ slug, name }) => html`<a href="${seriesPath(slug)}">${name}</a>`);
  const path = withinSite(self).split("?", 1)[0];
  const years = Array.from({ length: Number(today.slice(0, 4)) - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at);
  return html`${
    series.length === 0
      ? ""
      : html`<section id="series"><h2>All editions of</h2><ul class="many">${items(series)}</ul></section>
`
  }<section id="years"><h2>Years</h2><ul class="links">${items(
    years.toReversed().map((year) => html`<a href="${path}?${yearSearch(self, year)}">${year}</a>`),
  )}</ul></section>
`;
}

/** The parameters of `self` with the days of `year`. */
function yearSearch(self: string, year: number): string {
  const search = searchOf(self);
  for (const name of ["cursor", "days"]) search.delete(name);
  search.set("from", `${year}-01-01`);
  search.set("to", `${year}-12-31`);
  return search.toString();
}
