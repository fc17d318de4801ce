import { html } from "hono/html";
import type { Change, EventRecord } from "../../model/event.ts";
import { doubtOf, locationOf } from "../describe.ts";
import { draftText } from "../draft.ts";
import { issueUrl } from "../newsletter.ts";
import { oneLine, webLink } from "../text.ts";

const FIELDS: Readonly<Record<Change["field"], string>> = {
  start: "First day",
  end: "Last day",
  title: "Title",
  places: "Place",
  url: "Link",
  status: "Status",
};

/** What feed readers show in lists, on one line: `2026-03-10 · Berlin, DE · Rust Berlin`. */
export function summaryLine(event: EventRecord): string {
  const groups = event.groups.map(({ name }) => oneLine(name)).join(", ");
  return [daysOf(event), locationOf(event), groups].filter((part) => part !== null && part !== "").join(" · ");
}

/**
 * The event to read, as HTML: when, where, who, links, changes and the issue that first listed it, for the newest one
 * would change the text each week.
 */
export function contentOf(event: EventRecord): string {
  const where = locationOf(event);
  const url = webLink(event.url);
  const doubt = doubtOf(event);
  const [first] = event.listings;
  const links = event.links.flatMap(({ text, url: to }) => ({ text: oneLine(text), to: webLink(to) }));
  const draft = draftText(event);
  const lines = [
    doubt === null ? null : html`<p><strong>${doubt}</strong></p>`,
    html`<p>When: ${timesOf(event)}</p>`,
    where === null ? null : html`<p>Where: ${where}</p>`,
    event.groups.map(({ name, url: to }) => html`<p>Organised by ${link(oneLine(name), webLink(to))}</p>`),
    url === null ? null : html`<p>${link("Page of the event", url)}</p>`,
    links.map(({ text, to }) => to && html`<p>${link(text, to)}</p>`),
    event.history.length === 0 ? null : html`<ul>${event.history.map(changeOf)}</ul>`,
    first === undefined || first.draft
      ? null
      : html`<p>Listed in ${link(`This Week in Rust ${first.number ?? ""} of ${first.issue}`, issueUrl(first))}</p>`,
    draft === null ? null : html`<p>${draft}</p>`,
  ];
  return String(html`${lines}`);
}

/** `2026-03-10`, `2026-03-10 to 2026-03-12`. */
function daysOf({ start, end }: EventRecord): string {
  return end > start ? `${start} to ${end}` : start;
}

/** The days, for programs to find. */
function timesOf({ start, end }: EventRecord) {
  const first = html`<time datetime="${start}">${start}</time>`;
  return end > start ? html`${first} to <time datetime="${end}">${end}</time>` : first;
}

function link(text: string, to: string | null) {
  return to === null ? text : html`<a href="${to}">${text || to}</a>`;
}

/** Links are left out: what an event once linked to need not be safe to follow. */
function changeOf({ issue, field, from, to }: Change) {
  const values = field === "url" ? "" : `: ${oneLine(from ?? "none")} → ${oneLine(to ?? "none")}`;
  return html`<li>${issue}: ${FIELDS[field]} changed${values}</li>`;
}
