import { html } from "hono/html";
import type { Change, EventRecord } from "../../model/event.ts";
import { doubtOf, townsOf } from "../describe.ts";
import { draftText } from "../draft.ts";
import { hoursText } from "../hours.ts";
import { hoursHtml } from "../hours-html.ts";
import { issueUrl } from "../newsletter.ts";
import { changeSource, foundText, organiserText } from "../organiser-text.ts";
import { oneLine, webLink } from "../text.ts";
import { venueText } from "../venue.ts";

const FIELDS: Readonly<Record<Change["field"], string>> = {
  start: "First day",
  end: "Last day",
  title: "Title",
  places: "Place",
  url: "Link",
  status: "Status",
  time: "Time",
  calendar: "Organiser's calendar",
};

/** The summary of an event on one line: `2026-03-10, 19:00–21:30 · Berlin, DE · Rust Berlin`. */
export function summaryLine(event: EventRecord): string {
  const groups = event.groups.map(({ name }) => oneLine(name)).join(", ");
  return [daysOf(event), townsOf(event), groups].filter((part) => part !== null && part !== "").join(" · ");
}

/**
 * The event as HTML: when, where, who, links, changes, and the issue that first listed it; the newest issue would change the text
 * every week.
 */
export function contentHtml(event: EventRecord): string {
  const where = townsOf(event);
  const venue = venueText(event);
  const url = webLink(event.url);
  const doubt = doubtOf(event);
  const [first] = event.listings;
  const links = event.links.flatMap(({ text, url: to }) => ({ text: oneLine(text), to: webLink(to) }));
  const draft = draftText(event);
  const lines = [
    doubt === null ? null : html`<p><strong>${doubt}</strong></p>`,
    html`<p>When: ${timesOf(event)}</p>`,
    where === null ? null : html`<p>Where: ${where}</p>`,
    venue === null ? null : html`<p>Venue: ${venue}</p>`,
    event.groups.map(({ name, url: to }) => html`<p>Organised by ${link(oneLine(name), webLink(to))}</p>`),
    url === null ? null : html`<p>${link("Page of the event", url)}</p>`,
    links.map(({ text, to }) => to && html`<p>${link(text, to)}</p>`),
    event.history.length === 0 ? null : html`<ul>${event.history.map((change) => changeOf(change, event))}</ul>`,
    organiserText(event).map((sentence) => html`<p>${sentence}</p>`),
    first === undefined || first.draft
      ? null
      : html`<p>Listed in ${link(`This Week in Rust ${first.number ?? ""} of ${first.issue}`, issueUrl(first))}</p>`,
    draft === null ? null : html`<p>${draft}</p>`,
  ];
  return String(html`${lines}`);
}

/** `2026-03-10`, `2026-03-10 to 2026-03-12`, `2026-03-10, 19:00–21:30 (Europe/Berlin)`. */
function daysOf(event: EventRecord): string {
  const { start, end, time } = event;
  if (time !== undefined) return `${start}, ${hoursText(event, time)}`;
  return end > start ? `${start} to ${end}` : start;
}

/** Dates and times as `<time>` elements. */
function timesOf(event: EventRecord) {
  const { start, end } = event;
  const first = html`<time datetime="${start}">${start}</time>`;
  const hours = hoursHtml(event);
  if (hours !== null) return html`${first}, ${hours}`;
  return end > start ? html`${first} to <time datetime="${end}">${end}</time>` : first;
}

function link(text: string, to: string | null) {
  return to === null ? text : html`<a href="${to}">${text || to}</a>`;
}

/** Without links: former links of an event may no longer be safe to follow. */
function changeOf(change: Change, event: EventRecord) {
  const { issue, field, from, to } = change;
  const name = changeSource(change, event);
  if (field === "calendar" && change.source !== undefined && name !== null)
    return html`<li>${issue}: ${foundText(change, change.source, name)}</li>`;
  const values = field === "url" ? "" : `: ${oneLine(from ?? "none")} → ${oneLine(to ?? "none")}`;
  return html`<li>${issue}: ${FIELDS[field]} changed${values}${name === null ? "" : ` according to ${name}`}</li>`;
}
