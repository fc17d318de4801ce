import { html } from "hono/html";
import type { EventRecord } from "../../model/event.ts";
import { dateText } from "../day-text.ts";
import type { Head } from "../renderer.ts";
import { oneLine } from "../text.ts";
import { byDay, byMonth } from "./entries.ts";
import { filterForm } from "./filter.ts";
import { page } from "./layout.ts";
import { external, hostOf, searchOf, withinSite } from "./links.ts";
import { dotted, type Html, time } from "./markup.ts";
import { showsHours } from "./script.ts";
import { conferenceLinks } from "./series.ts";
import { dataLinks, subscribeBlock } from "./subscribe.ts";

/** Texts for cadences that do not fit "meets weekly". */
const CADENCES: Readonly<Record<string, string>> = {
  irregular: "meets irregularly",
  dormant: "has not met for half a year",
};

/**
 * The page of a list: upcoming events by month and day, past events collapsed, and links to subscribe to exactly these events.
 */
export function listPage(head: Head, events: readonly EventRecord[]): string {
  const { self, address } = head;
  const title = oneLine(head.title);
  const search = searchOf(self);
  const upcoming = events.filter(({ end }) => end >= head.today);
  const past = events.filter(({ end }) => end < head.today);
  const path = withinSite(self).split("?", 1)[0] ?? "";
  const group = path.startsWith("/groups/") ? decodeURIComponent(path.slice("/groups/".length)) : undefined;
  return page({
    title,
    description: `${title}: calendar with ${amount(upcoming.length, "upcoming event")} of the Rust community.`,
    self,
    address,
    timed: head.timed,
    scripted: showsHours(head.timed, events),
    main: html`<h1><bdi>${title}</bdi></h1>
<p class="lead">${counted(head, events.length, upcoming.length)}</p>
${groupNote(head)}${subscribeBlock(title, address)}
${path === "/events" && head.form ? html`<details class="find"><summary>Find events</summary>${filterForm({ form: head.form, search, countries: head.countries })}</details>` : ""}
${upcoming.length === 0 ? noUpcoming(head, past.length) : byDay(upcoming, group)}
${past.length === 0 ? "" : pastSection(past, { search, open: upcoming.length === 0, group })}
${otherPages(head, search)}
${path === "/conferences" ? conferenceLinks(self, events, head.today) : ""}${dataLinks(address, "this list")}`,
  });
}

/** `46 upcoming events · 208 past`, with the total if there are more pages. */
function counted({ total, updated }: Head, shown: number, upcoming: number): Html {
  const rest = shown - upcoming;
  const parts = [
    html`${amount(upcoming, "upcoming event").replace(/^no/, "No")}`,
    rest === 0 ? null : html`${rest} past`,
    shown === total ? null : html`${shown} of ${total} on this page`,
    updated === null ? null : html`as of ${time(updated, dateText)}`,
  ];
  return html`${dotted(parts)}`;
}

function amount(count: number, what: string): string {
  return `${count === 0 ? "no" : count} ${what}${count === 1 ? "" : "s"}`;
}

function groupNote({ group }: Head): Html | "" {
  if (group === undefined) return "";
  const host = hostOf(group.url);
  const parts = [
    host === null ? null : external(group.url, html`The group on ${host}`),
    group.cadence === null ? null : html`${CADENCES[group.cadence] ?? `meets ${group.cadence}`}`,
    html`last listed ${time(group.lastSeen, dateText)}`,
  ];
  return html`<p>${dotted(parts)}</p>
`;
}

interface PastOptions {
  readonly search: URLSearchParams;
  readonly open: boolean;
  /** Slug of the group that all events share. */
  readonly group: string | undefined;
}

/** Past events, newest first; oldest first with `from` or `cursor`. */
function pastSection(past: readonly EventRecord[], { search, open, group }: PastOptions): Html {
  const archive = search.has("from") || search.has("cursor");
  const shown = byMonth(archive ? past : past.toReversed(), group);
  const text = archive ? amount(past.length, "event") : `${amount(past.length, "event")} of the last 90 days`;
  return html`<section class="past"><h2>Past events</h2>${
    open
      ? html`<details open><summary>${text}</summary>${shown}</details>`
      : html`<details><summary>${text}</summary>${shown}</details>`
  }</section>`;
}

/** Notice with links to other lists. */
function noUpcoming({ self, today }: Head, past: number): Html {
  const search = searchOf(self);
  if (search.has("cursor") || (search.get("to") ?? today) < today) {
    return past > 0 ? html`` : html`<p class="notice">There are no events on these days.</p>`;
  }
  const older = searchOf(self);
  older.set("from", "2014-01-01");
  const path = withinSite(self).split("?", 1)[0];
  return html`<div class="notice"><p>There are no upcoming events. You can subscribe anyway: new events will be added to your calendar when This Week in Rust lists them.</p>
<ul class="links"><li><a href="${path}?${older.toString()}">All past events of this list</a></li>
<li><a href="/regions/virtual">Online events</a></li><li><a href="/events">All events</a></li></ul></div>`;
}

function otherPages({ next, self }: Head, search: URLSearchParams): Html | "" {
  if (next === null && !search.has("cursor")) return "";
  const first = searchOf(self);
  first.delete("cursor");
  const start = `${withinSite(self).split("?", 1)[0]}${first.size === 0 ? "" : `?${first.toString()}`}`;
  return html`<nav class="parts" aria-label="Pages of the list"><ul class="links">${
    search.has("cursor") ? html`<li><a href="${start}">First page</a></li>` : ""
  }${next === null ? "" : html`<li><a rel="next" href="${withinSite(next)}">Next page</a></li>`}</ul></nav>`;
}
