import { html } from "hono/html";
import { isLocalDate } from "../../model/date.ts";
import type { Change, EventRecord, ListingRef } from "../../model/event.ts";
import { dateText, fullDayText } from "../day-text.ts";
import { issueUrl } from "../newsletter.ts";
import { changeSource, foundText, sourceName } from "../organiser-text.ts";
import { oneLine, webLink } from "../text.ts";
import { external } from "./links.ts";
import { type Html, time } from "./markup.ts";

const WHAT: Readonly<Record<Change["field"], string>> = {
  start: "Date moved",
  end: "Last day changed",
  title: "Title changed",
  places: "Place changed",
  url: "Link changed",
  status: "Status changed",
  time: "Time changed",
  calendar: "Organiser's calendar",
};

/** The changes of an event, oldest first, each with the issue or the date of the reading. */
export function historyOf(event: EventRecord): readonly Html[] {
  const { history, listings } = event;
  return withoutRepetition(history).map((change) => {
    const source = changeSource(change, event);
    if (source !== null) return html`${changeText(change, source)}, read on ${time(change.issue, dateText)}`;
    return html`${changeText(change, null)}, in ${issue(change, listings)}`;
  });
}

/** Changes without the issue or date. */
export function changesText(changes: readonly Change[]): readonly Html[] {
  return withoutRepetition(changes).map((change) =>
    changeText(change, change.source === undefined ? null : sourceName({ kind: change.source })),
  );
}

/** Without changes of the last day that repeat those of the first day. */
function withoutRepetition(changes: readonly Change[]): readonly Change[] {
  return changes.filter((change) => change.field !== "end" || !repeatsStart(change, changes));
}

/** `source` is the organiser's calendar, in a sentence; null for an issue. */
function changeText(change: Change, source: string | null): Html {
  if (source === null) return html`${WHAT[change.field]}${values(change)}`;
  if (change.field === "calendar" && change.source !== undefined)
    return html`${foundText(change, change.source, source)}`;
  return html`${WHAT[change.field]}${values(change)}, according to ${source}`;
}

/** The listings of an event, with their links if they differ from the current one. */
export function sourcesOf({ listings, url }: EventRecord): readonly Html[] {
  return listings.map((listing) => {
    const other = listing.url !== url && webLink(listing.url) !== null;
    const line = `line ${listing.line}${listing.sub === undefined ? "" : `, part ${listing.sub}`}`;
    return html`${issueLink(listing)} of ${time(listing.issue, dateText)}, ${line}${
      other ? html`, with ${external(listing.url, "another link")}` : ""
    }`;
  });
}

/** Whether a change of the last day equals one of the first day: a single-day event moved. */
function repeatsStart({ issue, from, to }: Change, history: readonly Change[]): boolean {
  return history.some(
    (other) => other.field === "start" && other.issue === issue && other.from === from && other.to === to,
  );
}

function values({ field, from, to }: Change): Html {
  if (from === null) return html`: now ${value(field, to)}`;
  return html` from ${value(field, from)} to ${value(field, to)}`;
}

function value(field: Change["field"], text: string | null): Html {
  if (text === null || oneLine(text) === "") return html`none`;
  if (field === "url") return external(text, oneLine(text));
  if (isLocalDate(text)) return time(text, fullDayText);
  return field === "title" ? html`“<bdi>${oneLine(text)}</bdi>”` : html`<bdi>${oneLine(text)}</bdi>`;
}

function issue(change: Change, listings: readonly ListingRef[]): Html {
  const listing = listings.find((one) => one.issue === change.issue);
  if (listing === undefined) return html`the issue of ${time(change.issue, dateText)}`;
  return html`${issueLink(listing)} of ${time(change.issue, dateText)}`;
}

/** A draft has no page yet. */
function issueLink(ref: ListingRef): Html {
  const name = ref.number === null ? "This Week in Rust" : `This Week in Rust ${ref.number}`;
  if (ref.draft) return html`the draft of ${name}`;
  return html`<a href="${issueUrl(ref)}">${name}</a>`;
}
