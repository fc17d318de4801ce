import { html } from "hono/html";
import { compare } from "../../model/compare.ts";
import { addDays, type LocalDate } from "../../model/date.ts";
import type { EventRecord } from "../../model/event.ts";
import type { Form } from "../../model/form.ts";
import { dateText } from "../day-text.ts";
import type { Format } from "../formats.ts";
import type { SubscribeLinks } from "../subscribe.ts";
import { type Ahead, aheadSections } from "./ahead.ts";
import { byDay } from "./entries.ts";
import { filterForm } from "./filter.ts";
import { page } from "./layout.ts";
import { withinSite } from "./links.ts";
import { type Html, hidden, items, time } from "./markup.ts";
import { showsHours } from "./script.ts";
import { dataLinks, subscribeBlock } from "./subscribe.ts";

/** A feed on the home page. */
export interface HomeFeed {
  /** `events`, `region`, `country`, `city`, `group`. */
  readonly kind: string;
  readonly title: string;
  /** Path of its page. */
  readonly path: string;
  /** Number of events that end today or later. */
  readonly upcoming: number;
  readonly links: SubscribeLinks;
  /** For groups: date of the newest issue that listed it. */
  readonly lastSeen: LocalDate | null;
}

export interface Home {
  /** Public address of the site without a trailing slash; empty if there is none. */
  readonly site: string;
  readonly feeds: readonly HomeFeed[];
  /** The next events. */
  readonly soon: readonly EventRecord[];
  readonly ahead: Ahead;
  readonly form: Form;
  /** All countries of the filter form, ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly newestIssue: LocalDate | null;
  /** Days since then; null without an issue. */
  readonly ageDays: number | null;
  /** Whether newer issues are missing. */
  readonly stale: boolean;
  /** Whether organisers' calendars were read. */
  readonly timed?: boolean | undefined;
}

/** The home page: next events, filter form and links to calendars; groups not listed for a year are only on `/feeds`. */
export function homePage(home: Home): string {
  const { site, feeds, soon, ahead, form, countries, newestIssue, ageDays, stale, timed } = home;
  const since = newestIssue === null ? "" : addDays(newestIssue, -365);
  const groups = feeds.filter(({ kind, lastSeen }) => kind === "group" && lastSeen !== null && lastSeen >= since);
  const address = (format: Format) => `${site}/events.${format}`;
  return page({
    title: "Rust events",
    description: "Calendars of the world's Rust meetups and conferences, as listed in This Week in Rust.",
    self: `${site}/`,
    address,
    timed,
    scripted: showsHours(timed, soon),
    main: html`<h1>Rust events</h1>
<p>Calendars of Rust meetups and conferences all over the world, updated automatically.
The events are those listed in <a href="https://this-week-in-rust.org/">This Week in Rust</a>${
      newestIssue === null ? "" : html`, up to the issue of ${time(newestIssue, dateText)} (${agoText(ageDays)})`
    }.</p>
${stale ? html`<p class="notice"><strong>Newer events are missing:</strong> ${staleText(newestIssue)}</p>` : ""}
${subscribeBlock("Rust events", address)}
<details class="find"><summary>Find events</summary>${filterForm({ form, search: new URLSearchParams(), countries })}</details>
${soon.length === 0 ? html`<p class="notice">There are no upcoming events. <a href="/events">Events of the last 90 days</a></p>` : byDay(soon)}
<p><a href="/events">All events</a></p>
${aheadSections(ahead)}<section id="regions"><h2>Regions</h2>
<p class="note">With the number of upcoming events.</p><ul class="feeds">${items(feeds.filter(({ kind }) => kind === "region").map(regionFeed))}</ul></section>
${placesSection(feeds, "country", "Countries")}${placesSection(feeds, "city", "Cities")}
<section id="groups"><h2>Groups</h2>
<p class="note">${groups.length} groups were listed in the last year. <a href="/feeds">All calendars</a> includes all earlier groups.</p>
<ul class="many">${items(groups.toSorted(byTitle).map(feedLink))}</ul></section>
${filters(site)}
${dataLinks(address, "all events")}`,
  });
}

/** Links to the page of a feed and to subscribe. */
function regionFeed(feed: HomeFeed): Html {
  const { webcal, https } = feed.links;
  return html`<span>${feedLink(feed)}</span> <a href="${webcal ?? withinSite(https)}">Subscribe${hidden(html` to ${feed.title}`)}</a>`;
}

function feedLink({ path, title, upcoming }: HomeFeed): Html {
  return html`<a href="${path}"><bdi>${title}</bdi></a>${count(upcoming)}`;
}

/** Countries or cities with upcoming events. */
function placesSection(feeds: readonly HomeFeed[], kind: "country" | "city", heading: string): Html | "" {
  const places = feeds.flatMap((feed) => (feed.kind === kind && feed.upcoming > 0 ? [withPlaceAsTitle(feed)] : []));
  if (places.length === 0) return "";
  return html`<section><h2>${heading}</h2><ul class="many">${items(places.toSorted(byTitle).map(feedLink))}</ul></section>
`;
}

/** `Rust events in the United Kingdom` → `United Kingdom`, for a list of countries. */
function withPlaceAsTitle(feed: HomeFeed): HomeFeed {
  return { ...feed, title: feed.title.replace(/^Rust events in (the )?/, "") };
}

/** The number of upcoming events. */
function count(upcoming: number): Html | "" {
  return upcoming === 0 ? "" : html` <span class="note">· ${upcoming}${hidden(" upcoming")}</span>`;
}

function filters(site: string): Html {
  const example = "/events.ics?region=europe&mode=in-person";
  return html`<section><h2>Your own calendar</h2>
<p>Append filters to any address, in any combination: <a href="${example}"><code>${site}${example}</code></a>,
<code>?country=DE</code>, <code>?city=berlin-de</code>, <code>?q=embedded</code>, <code>?multiday=only</code>,
<code>?cancelled=hide</code>, <code>?days=30</code>, <code>?from=2014-01-01</code>. For an unknown parameter or value, the response lists the allowed ones.</p></section>`;
}

/** `56 days ago`. */
function agoText(days: number | null): string {
  if (days === null || days <= 0) return "today";
  return days === 1 ? "yesterday" : `${days} days ago`;
}

function staleText(newestIssue: LocalDate | null): string {
  return newestIssue === null
    ? "no issue has been added yet."
    : "the newsletter is published weekly, but no newer issue has been added here.";
}

/** Sorts by title, ignoring case and leading punctuation. */
function byTitle(a: HomeFeed, b: HomeFeed): number {
  return compare(sortKey(a), sortKey(b));
}

function sortKey({ title }: HomeFeed): string {
  return title.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, "");
}
