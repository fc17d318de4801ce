import type { EventRecord, ListingRef } from "../../model/event.ts";
import type { Place } from "../../model/place.ts";
import { oneLine, webLink } from "../text.ts";

const NEWSLETTER = "https://this-week-in-rust.org/blog";
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

/** LOCATION on one line: `Berlin, DE`, `Online`, `Online and Berlin, DE`, `Online (Berlin, DE)`; null when nothing tells. */
export function locationOf(event: EventRecord): string | null {
  const places = event.places.map(placeText).filter((text) => text !== "");
  const where = [...new Set(places)].join(" / ");
  if (event.mode === "virtual") return where === "" ? "Online" : `Online (${where})`;
  if (event.mode === "hybrid") return where === "" ? "Online and in person" : `${where} and online`;
  return where === "" ? null : where;
}

/** DESCRIPTION: organisers, place, links and the issue that first listed the event. Lines are separated by `\n`. */
export function descriptionOf(event: EventRecord): string {
  const location = locationOf(event);
  const moved = event.history.findLast((change) => change.field === "start");
  const [first] = event.listings;
  const lines = [
    ...event.groups.map((group) => `Organised by ${withLink(group.name, group.url)}`),
    location === null ? null : `Where: ${location}`,
    event.status === "cancelled" ? "This event is cancelled." : null,
    event.status === "postponed" ? "This event is postponed; the new date is not known yet." : null,
    moved?.from ? `Moved from ${moved.from}.` : null,
    webLink(event.url),
    ...event.links.map((link) => (webLink(link.url) === null ? null : withLink(link.text, link.url))),
    "Only the day is known here, not the hour: see the event's own page.",
    first === undefined ? null : `Listed in This Week in Rust ${issueText(first)}`,
  ];
  return lines.filter((line) => line !== null).join("\n");
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

function withLink(text: string, address: string | null): string {
  const url = webLink(address);
  return url === null ? oneLine(text) : `${oneLine(text)}: ${url}`;
}

function issueText({ issue, number }: ListingRef): string {
  if (number === null) return `of ${issue}: ${NEWSLETTER}/archives/`;
  return `${number} of ${issue}: ${NEWSLETTER}/${issue.replaceAll("-", "/")}/this-week-in-rust-${number}/`;
}
