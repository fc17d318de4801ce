import type { EventRecord, ListingRef } from "../model/event.ts";
import type { Place } from "../model/place.ts";
import { dayText } from "./day-text.ts";
import { draftText } from "./draft.ts";
import { issueUrl } from "./newsletter.ts";
import { oneLine, webLink } from "./text.ts";
import { changeSource, doubtsOf, statusText, toldOf } from "./told.ts";
import { venueText, venueWithin } from "./venue.ts";

const NO_TITLE = "Rust event";
/** Countries where a city is named with its state. */
const AREA_COUNTRIES: ReadonlySet<string> = new Set(["US", "CA", "AU"]);

/** SUMMARY: the title, after "Cancelled: " or "Postponed: " where that is so. */
export function summaryOf(event: EventRecord): string {
  const title = oneLine(event.title) || NO_TITLE;
  if (event.status === "cancelled" && !/^\W*cancell?ed/i.test(title)) return `Cancelled: ${title}`;
  if (event.status === "postponed" && !/^\W*postponed/i.test(title)) return `Postponed: ${title}`;
  return title;
}

/**
 * LOCATION on one line: `Berlin, DE`, `Online`, `Berlin, DE and online`, `Online (Berlin, DE)`, with the venue where there is
 * one place: `Example Hall, Sample Street 5, Berlin, DE`; null when nothing tells.
 */
export function locationOf(event: EventRecord): string | null {
  const [place, ...others] = event.places;
  const venue = venueText(event);
  if (venue === null || others.length > 0) return townsOf(event);
  return attended(event, venueWithin(venue, place === undefined ? "" : placeText(place), place?.city ?? null));
}

/** The same without the venue. */
export function townsOf(event: EventRecord): string | null {
  const places = event.places.map(placeText).filter((text) => text !== "");
  return attended(event, [...new Set(places)].join(" / "));
}

function attended({ mode }: EventRecord, where: string): string | null {
  if (mode === "virtual") return where === "" ? "Online" : `Online (${where})`;
  if (mode === "hybrid") return where === "" ? "Online and in person" : `${where} and online`;
  return where === "" ? null : where;
}

/**
 * DESCRIPTION, in short paragraphs for a narrow pane: what is new, who and where, links, where it comes from. Lines are
 * separated by `\n`. It names the issue that first listed the event, for one that names the newest would change each week.
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

/** Why nobody should count on the event, in a sentence or more; null when nothing is against it. */
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

/** What somebody who had noted the event needs to know first. */
function newsOf(event: EventRecord): string[] {
  const { start, history } = event;
  const news = [doubtOf(event) ?? ""];
  const moved = history.findLast(({ field }) => field === "start");
  if (!moved?.from || moved.from === start) return news;
  const source = changeSource(moved, event);
  return [...news, `Moved from ${dayText(moved.from)}${source === null ? "" : ` according to ${source}`}.`];
}

/** The event's own page, then what else it links to, then its organisers' pages: each address once. */
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
    ...toldOf(event),
    first === undefined || first.draft ? "" : `Listed in This Week in Rust ${issueText(first)}`,
    draftText(event) ?? "",
  ];
}

/** Whether nothing is known of its hour, and its day is not in doubt. */
function hasNoHour({ allDay, calendar }: EventRecord): boolean {
  return allDay && calendar?.firstDay === undefined && calendar?.otherDay === undefined;
}

/** City and country; the area where there is no city, or where people name it: `Portland, Oregon, US`. */
function placeText({ city, area, country }: Place): string {
  const namesArea = city === null || (country !== null && AREA_COUNTRIES.has(country));
  return [city, namesArea && area !== city ? area : null, country]
    .filter((part) => part !== null)
    .map(oneLine)
    .filter((part) => part !== "")
    .join(", ");
}

function issueText(listing: ListingRef): string {
  const { issue, number } = listing;
  return `${number === null ? "" : `${number} `}of ${issue}: ${issueUrl(listing)}`;
}
