import { html } from "hono/html";
import { addDays, type LocalDate } from "../../model/date.ts";
import { LICENSE_URL } from "../attribution.ts";
import type { SubscribeLinks } from "../subscribe.ts";
import { type Html, page } from "./layout.ts";

/** A feed as the first page shows it. */
export interface HomeFeed {
  readonly kind: "events" | "region" | "group";
  readonly title: string;
  /** Events from today on. */
  readonly upcoming: number;
  readonly links: SubscribeLinks;
  /** For a group: the newest issue that listed it. */
  readonly lastSeen: LocalDate | null;
  /** Path of the same events as JSON. */
  readonly json: string;
}

export interface Home {
  /** Address of the site without a slash at its end. */
  readonly site: string;
  readonly feeds: readonly HomeFeed[];
  readonly newestIssue: LocalDate | null;
  /** Days since then; null when there is no issue. */
  readonly ageDays: number | null;
  /** Whether newer issues must be missing. */
  readonly stale: boolean;
}

/** The first page: every calendar with the ways to subscribe to it; groups not listed for a year are left to `/feeds.json`. */
export function homePage({ site, feeds, newestIssue, ageDays, stale }: Home): string {
  const since = newestIssue === null ? "" : addDays(newestIssue, -365);
  const groups = feeds.filter(({ kind, lastSeen }) => kind === "group" && lastSeen !== null && lastSeen >= since);
  const sorted = groups.toSorted((a, b) => compare(sortKey(a), sortKey(b)));
  return page({
    title: "Rust events: calendars to subscribe to",
    description:
      "The world's Rust meetups and conferences, as listed by This Week in Rust, as calendars to subscribe to.",
    head: html`<link rel="alternate" type="text/calendar" title="Rust events" href="/events.ics">
<link rel="alternate" type="application/json" title="Rust events" href="/events.json">`,
    main: html`<header>
<h1>Rust events</h1>
<p>Meetups and conferences of the Rust community all over the world, as calendars that stay up to date by themselves.
The events are those that <a href="https://this-week-in-rust.org/">This Week in Rust</a> lists${
      newestIssue === null
        ? ""
        : html`, up to the issue of <time datetime="${newestIssue}">${newestIssue}</time> (${agoText(ageDays)})`
    }.</p>
${stale ? html`<p class="notice"><strong>Newer events are missing:</strong> ${staleText(newestIssue)}</p>` : ""}
</header>
<main id="main">
<h2>All events, and each region</h2>
<ul class="feeds">${feeds.filter(({ kind }) => kind !== "group").map(openFeed)}</ul>
<h2>Groups</h2>
<p class="note">${sorted.length} groups listed in the last year. Every group ever listed is in <a href="/feeds.json">feeds.json</a>.</p>
<ul class="feeds">${sorted.map(closedFeed)}</ul>
${howTo(site)}
</main>
<footer class="note">
<p>Events from <a href="https://this-week-in-rust.org/">This Week in Rust</a>, licensed <a rel="license" href="${LICENSE_URL}">CC BY-SA 4.0</a>.
Only the day of an event is known here, not the hour: see the event's own page.</p>
</footer>`,
  });
}

/** Titles are sorted by their letters, whatever signs they begin with. */
function sortKey({ title }: HomeFeed): string {
  return title.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, "");
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

function openFeed(feed: HomeFeed): Html {
  return html`
<li><h3><bdi>${feed.title}</bdi></h3><p class="note">${upcoming(feed)}</p>${links(feed)}</li>`;
}

function closedFeed(feed: HomeFeed): Html {
  return html`
<li><details><summary><bdi>${feed.title}</bdi> <span class="note">· ${upcoming(feed)}</span></summary>${links(feed)}</details></li>`;
}

function upcoming({ upcoming: count }: HomeFeed): string {
  return count === 0 ? "no upcoming events" : `${count} upcoming ${count === 1 ? "event" : "events"}`;
}

/** Each link says to what it leads also when it is read out alone. */
function links({ title, links: to, json }: HomeFeed): Html {
  const about = html`<span class="hidden"> for <bdi>${title}</bdi></span>`;
  return html`<ul class="links">
<li><a href="${to.webcal}">Subscribe${about}</a></li>
<li><a href="${to.google}">Google Calendar${about}</a></li>
<li><a href="${to.outlook}">Outlook on the web${about}</a></li>
<li><a href="${to.https}">Address (.ics)${about}</a></li>
<li><a href="${json}">JSON${about}</a></li>
</ul>`;
}

function howTo(site: string): Html {
  return html`<h2>How to subscribe</h2>
<dl>
<dt>Apple Calendar, Outlook, Thunderbird, GNOME and most programs on phones</dt>
<dd>“Subscribe” opens your calendar program. If it does not, copy the address (.ics) and add it there as a calendar from the internet.</dd>
<dt>Google Calendar</dt>
<dd>If the link is refused, paste the address at <a href="https://calendar.google.com/calendar/r/settings/addbyurl">Google's “From URL”</a>.
Google reads a calendar again only every 12 to 24 hours.</dd>
<dt>Your own choice</dt>
<dd>Filters can be put after any address, in any combination: <a href="/events.ics?region=europe&amp;mode=in-person"><code>${site}/events.ics?region=europe&amp;mode=in-person</code></a>,
<code>?country=DE</code>, <code>?city=berlin-de</code>, <code>?q=embedded</code>, <code>?multiday=only</code>,
<code>?cancelled=hide</code>, <code>?days=30</code>, <code>?from=2014-01-01</code>. A parameter or value that does not exist is answered with the list of those that do.</dd>
</dl>`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
