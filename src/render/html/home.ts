import { html } from "hono/html";
import { compare } from "../../model/compare.ts";
import { addDays, type LocalDate } from "../../model/date.ts";
import type { EventRecord } from "../../model/event.ts";
import type { Form } from "../../model/form.ts";
import type { Format } from "../formats.ts";
import type { SubscribeLinks } from "../subscribe.ts";
import { dateText, time } from "./dates.ts";
import { byDay } from "./entries.ts";
import { filterForm } from "./filter.ts";
import { page } from "./layout.ts";
import { withinSite } from "./links.ts";
import { type Html, hidden, items } from "./markup.ts";
import { showsHours } from "./script.ts";
import { dataLinks, subscribeBlock } from "./ways.ts";

/** A feed as the first page shows it. */
export interface HomeFeed {
  /** `events`, `region`, `country`, `city`, `group`. */
  readonly kind: string;
  readonly title: string;
  /** Path of its page. */
  readonly path: string;
  /** Events from today on. */
  readonly upcoming: number;
  readonly links: SubscribeLinks;
  /** For a group: the newest issue that listed it. */
  readonly lastSeen: LocalDate | null;
}

export interface Home {
  /** Public address of the site without a slash at its end; empty when it has none. */
  readonly site: string;
  readonly feeds: readonly HomeFeed[];
  /** The first of the events that have not ended. */
  readonly soon: readonly EventRecord[];
  readonly form: Form;
  /** Every country that the filter knows, ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly newestIssue: LocalDate | null;
  /** Days since then; null when there is no issue. */
  readonly ageDays: number | null;
  /** Whether newer issues must be missing. */
  readonly stale: boolean;
  /** Whether organisers' calendars were read for this edition. */
  readonly timed?: boolean | undefined;
}

/** The first page: what is on, the filter, and the way to every calendar; groups not listed for a year are left to `/feeds`. */
export function homePage(home: Home): string {
  const { site, feeds, soon, form, countries, newestIssue, ageDays, stale, timed } = home;
  const since = newestIssue === null ? "" : addDays(newestIssue, -365);
  const groups = feeds.filter(({ kind, lastSeen }) => kind === "group" && lastSeen !== null && lastSeen >= since);
  const address = (format: Format) => `${site}/events.${format}`;
  return page({
    title: "Rust events",
    description:
      "The world's Rust meetups and conferences, as listed by This Week in Rust, as calendars to subscribe to.",
    self: `${site}/`,
    address,
    timed,
    scripted: showsHours(timed, soon),
    main: html`<h1>Rust events</h1>
<p>Meetups and conferences of the Rust community all over the world, as calendars that stay up to date by themselves.
The events are those that <a href="https://this-week-in-rust.org/">This Week in Rust</a> lists${
      newestIssue === null ? "" : html`, up to the issue of ${time(newestIssue, dateText)} (${agoText(ageDays)})`
    }.</p>
${stale ? html`<p class="notice"><strong>Newer events are missing:</strong> ${staleText(newestIssue)}</p>` : ""}
${subscribeBlock("Rust events", address)}
<details class="find"><summary>Find events</summary>${filterForm({ form, search: new URLSearchParams(), countries })}</details>
${soon.length === 0 ? html`<p class="notice">Nothing is announced at the moment; <a href="/events">all of the last 90 days</a>.</p>` : byDay(soon)}
<p><a href="/events">All events</a></p>
<section id="regions"><h2>Regions</h2>
<p class="note">The number is that of upcoming events.</p><ul class="feeds">${items(feeds.filter(({ kind }) => kind === "region").map(regionFeed))}</ul></section>
${placesAhead(feeds, "country", "Countries")}${placesAhead(feeds, "city", "Cities")}
<section id="groups"><h2>Groups</h2>
<p class="note">${groups.length} groups listed in the last year. Every group ever listed is among <a href="/feeds">all calendars</a>.</p>
<ul class="many">${items(groups.toSorted(byLetters).map(feedLink))}</ul></section>
${filters(site)}
${dataLinks(address, "all events")}`,
  });
}

/** A feed's page, with the way to subscribe beside it. */
function regionFeed(feed: HomeFeed): Html {
  const { webcal, https } = feed.links;
  return html`<span>${feedLink(feed)}</span> <a href="${webcal ?? withinSite(https)}">Subscribe${hidden(html` to ${feed.title}`)}</a>`;
}

function feedLink({ path, title, upcoming }: HomeFeed): Html {
  return html`<a href="${path}"><bdi>${title}</bdi></a>${count(upcoming)}`;
}

/** Countries or cities where something is ahead. */
function placesAhead(feeds: readonly HomeFeed[], kind: "country" | "city", heading: string): Html | "" {
  const ahead = feeds.flatMap((feed) => (feed.kind === kind && feed.upcoming > 0 ? [placeAlone(feed)] : []));
  if (ahead.length === 0) return "";
  return html`<section><h2>${heading}</h2><ul class="many">${items(ahead.toSorted(byLetters).map(feedLink))}</ul></section>
`;
}

/** Under a heading the place alone names the feed: `Rust events in the United Kingdom` → `United Kingdom`. */
function placeAlone(feed: HomeFeed): HomeFeed {
  return { ...feed, title: feed.title.replace(/^Rust events in (the )?/, "") };
}

/** Shown as a number alone, in a long list. */
function count(upcoming: number): Html | "" {
  return upcoming === 0 ? "" : html` <span class="note">· ${upcoming}${hidden(" upcoming")}</span>`;
}

function filters(site: string): Html {
  const example = "/events.ics?region=europe&mode=in-person";
  return html`<section><h2>Your own calendar</h2>
<p>Filters can be put after any address, in any combination: <a href="${example}"><code>${site}${example}</code></a>,
<code>?country=DE</code>, <code>?city=berlin-de</code>, <code>?q=embedded</code>, <code>?multiday=only</code>,
<code>?cancelled=hide</code>, <code>?days=30</code>, <code>?from=2014-01-01</code>. A parameter or value that does not exist is answered with the list of those that do.</p></section>`;
}

/** `56 days ago`. */
function agoText(days: number | null): string {
  if (days === null || days <= 0) return "today";
  return days === 1 ? "yesterday" : `${days} days ago`;
}

function staleText(newestIssue: LocalDate | null): string {
  return newestIssue === null
    ? "no issue has been read in yet."
    : "the newsletter appears each week, and no later issue has been read in here.";
}

/** Titles are sorted by their letters, whatever signs they begin with. */
function byLetters(a: HomeFeed, b: HomeFeed): number {
  return compare(sortKey(a), sortKey(b));
}

function sortKey({ title }: HomeFeed): string {
  return title.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, "");
}
