import { type LocalDate, weekday } from "../model/date.ts";
import type { EventRecord, ListingRef } from "../model/event.ts";
import type { Place } from "../model/place.ts";
import { draftText } from "./draft.ts";
import { issueUrl } from "./newsletter.ts";
import { oneLine, webLink } from "./text.ts";

const NO_TITLE = "Rust event";
/** Countries where a city is named with its state. */
const AREA_COUNTRIES: ReadonlySet<string> = new Set(["US", "CA", "AU"]);
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** SUMMARY: the title, after "Cancelled: " or "Postponed: " where that is so. */
export function summaryOf(event: EventRecord): string {
  const title = oneLine(event.title) || NO_TITLE;
  if (event.status === "cancelled" && !/^\W*cancell?ed/i.test(title)) return `Cancelled: ${title}`;
  if (event.status === "postponed" && !/^\W*postponed/i.test(title)) return `Postponed: ${title}`;
  return title;
}

/** LOCATION on one line: `Berlin, DE`, `Online`, `Berlin, DE and online`, `Online (Berlin, DE)`; null when nothing tells. */
export function locationOf(event: EventRecord): string | null {
  const places = event.places.map(placeText).filter((text) => text !== "");
  const where = [...new Set(places)].join(" / ");
  if (event.mode === "virtual") return where === "" ? "Online" : `Online (${where})`;
  if (event.mode === "hybrid") return where === "" ? "Online and in person" : `${where} and online`;
  return where === "" ? null : where;
}

/**
 * DESCRIPTION, in short paragraphs for a narrow pane: what is new, who and where, links, where it comes from. Lines are
 * separated by `\n`. It names the issue that first listed the event, for one that names the newest would change each week.
 */
export function descriptionOf(event: EventRecord): string {
  const location = locationOf(event);
  const facts = [
    ...event.groups.map(({ name }) => oneLine(name)).map((name) => (name === "" ? "" : `Organised by ${name}`)),
    location === null ? "" : `Where: ${location}`,
  ];
  const paragraphs = [newsOf(event), facts, linksOf(event), sourceOf(event)];
  return paragraphs
    .map((lines) => lines.filter((line) => line !== "").join("\n"))
    .filter((text) => text !== "")
    .join("\n\n");
}

/** Why nobody should count on the event, in a sentence or two; null when nothing is against it. */
export function doubtOf({ status, state }: EventRecord): string | null {
  if (status === "cancelled") return "This event is cancelled.";
  if (status === "postponed") return "This event is postponed. The new date is not known yet.";
  if (state !== "unlisted") return null;
  return "The newest issue no longer lists this event. Ask the organiser whether it takes place.";
}

/** What somebody who had noted the event needs to know first. */
function newsOf(event: EventRecord): string[] {
  const { start, history } = event;
  const news = [doubtOf(event) ?? ""];
  const moved = history.findLast(({ field }) => field === "start")?.from;
  if (moved && moved !== start) news.push(`Moved from ${dayText(moved)}.`);
  return news;
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
    event.allDay ? `Only the day is known here, not the hour: ${ask}.` : "",
    first === undefined || first.draft ? "" : `Listed in This Week in Rust ${issueText(first)}`,
    draftText(event) ?? "",
  ];
}

/** `Monday, 9 March 2026`; what is no date stays as it is. */
function dayText(date: LocalDate): string {
  const [year, month, day] = date.split("-").map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return name === undefined ? oneLine(date) : `${DAYS[weekday(date)]}, ${day} ${name} ${year}`;
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
