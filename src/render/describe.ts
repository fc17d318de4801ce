import type { EventRecord, ListingRef } from "../model/event.ts";
import { fullDayText } from "./day-text.ts";
import { draftText } from "./draft.ts";
import { issueUrl } from "./newsletter.ts";
import { changeSource, doubtsOf, organiserText, statusText } from "./organiser-text.ts";
import { placeText } from "./place-text.ts";
import { oneLine, webLink } from "./text.ts";
import { venueText, venueWithin } from "./venue.ts";

const NO_TITLE = "Rust event";

/** SUMMARY: the title, prefixed with `Cancelled: ` or `Postponed: ` if applicable. */
export function summaryOf(event: EventRecord): string {
  const title = oneLine(event.title) || NO_TITLE;
  if (event.status === "cancelled" && !/^\W*cancell?ed/i.test(title)) return `Cancelled: ${title}`;
  if (event.status === "postponed" && !/^\W*postponed/i.test(title)) return `Postponed: ${title}`;
  return title;
}

/**
 * LOCATION on one line: `Berlin, DE`, `Online`, `Berlin, DE and online`, `Online (Berlin, DE)`; with the venue if there is at
 * most one place: `Example Hall, Sample Street 5, Berlin, DE`. Null if unknown.
 */
export function locationOf(event: EventRecord): string | null {
  const [place, ...others] = event.places;
  const venue = venueText(event);
  if (venue === null || others.length > 0) return townsOf(event);
  return attended(event, venueWithin(venue, place === undefined ? "" : placeText(place), place?.city ?? null));
}

/** LOCATION without the venue. */
export function townsOf(event: EventRecord): string | null {
  const places = event.places.map((place) => placeText(place)).filter((text) => text !== "");
  return attended(event, [...new Set(places)].join(" / "));
}

function attended({ mode }: EventRecord, where: string): string | null {
  if (mode === "virtual") return where === "" ? "Online" : `Online (${where})`;
  if (mode === "hybrid") return where === "" ? "Online and in person" : `${where} and online`;
  return where === "" ? null : where;
}

/**
 * DESCRIPTION in short paragraphs: news, organiser and place, links, sources. Lines are separated by `\n`. It names the issue
 * that first listed the event, because naming the newest one would change the text every week.
 */
export function descriptionOf(event: EventRecord): string {
  const [towns, venue] = [townsOf(event), venueText(event)];
  const facts = [
    ...event.groups.map(({ name }) => oneLine(name)).map((name) => (name === "" ? "" : `Organised by ${name}`)),
    towns === null ? "" : `Where: ${towns}`,
    venue === null ? "" : `Venue: ${venue}`,
  ];
  const paragraphs = [newsOf(event), facts, linksOf(event), sourceOf(event)];
  return paragraphs
    .map((lines) => lines.filter((line) => line !== "").join("\n"))
    .filter((text) => text !== "")
    .join("\n\n");
}

/** Why the event may not take place, in one or more sentences; null if there is no reason. */
export function doubtOf(event: EventRecord): string | null {
  const { status, state, calendar } = event;
  const doubts: string[] = [];
  if (status !== "confirmed") doubts.push(statusText(event) ?? `This event is ${status}.`);
  if (status === "postponed" && calendar?.otherDay === undefined) doubts.push("The new date is not known yet.");
  if (status === "confirmed" && state === "unlisted")
    doubts.push("The newest issue no longer lists this event. Ask the organiser whether it takes place.");
  if (status === calendar?.status && state === "unlisted")
    doubts.push("The newest issue no longer lists this event either.");
  doubts.push(...doubtsOf(event));
  return doubts.length === 0 ? null : doubts.join(" ");
}

/** The first paragraph: doubts about the event, and its previous date. */
function newsOf(event: EventRecord): string[] {
  const { start, history } = event;
  const news = [doubtOf(event) ?? ""];
  const moved = history.findLast(({ field }) => field === "start");
  if (!moved?.from || moved.from === start) return news;
  const source = changeSource(moved, event);
  return [...news, `Moved from ${fullDayText(moved.from)}${source === null ? "" : ` according to ${source}`}.`];
}

/** Links to the event's page, further links, and organisers' pages; each URL once. */
function linksOf(event: EventRecord): string[] {
  const all = [
    { text: "", url: event.url },
    ...event.links,
    ...event.groups.map(({ name, url }) => ({ text: name, url })),
  ];
  const texts = new Map<string, string>();
  for (const { text, url } of all) {
    const address = webLink(url);
    if (address !== null && !texts.has(address)) texts.set(address, oneLine(text));
  }
  return [...texts].map(([address, text]) => (text === "" ? address : `${text}: ${address}`));
}

function sourceOf(event: EventRecord): string[] {
  const [first] = event.listings;
  const ask = webLink(event.url) === null ? "ask the organiser" : "see the event's own page";
  return [
    hasNoHour(event) ? `Only the day is known here, not the hour: ${ask}.` : "",
    ...organiserText(event),
    first === undefined || first.draft ? "" : `Listed in This Week in Rust ${issueText(first)}`,
    draftText(event) ?? "",
  ];
}

/** Whether no start time is known, and the date is not in doubt. */
function hasNoHour({ allDay, calendar }: EventRecord): boolean {
  return allDay && calendar?.firstDay === undefined && calendar?.otherDay === undefined;
}

function issueText(listing: ListingRef): string {
  const { issue, number } = listing;
  return `${number === null ? "" : `${number} `}of ${issue}: ${issueUrl(listing)}`;
}
