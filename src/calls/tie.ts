import type { Called, Listed } from "../merge/conference.ts";
import type { CallRecord } from "../model/call.ts";
import { compare } from "../model/compare.ts";
import { addDays, type LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { Rule } from "../model/rule.ts";
import { NO_TRACE, type Trace } from "../model/trace.ts";
import { callsForPapers, seriesKey, wordsOfSeries } from "./name.ts";

/** Why an event is the conference of a call. */
export interface TieRule extends Rule {
  readonly match: (call: Called, event: Listed) => boolean;
}

/** Days by which a conference may be listed otherwise than its call printed it. */
const NEAR = 3;
/** A conference is at most so many days after the call was first printed. */
const AHEAD = 500;
/** Hosts of many conferences. */
const SHARED =
  /(?:^|\.)(?:google\.com|github\.io|github\.com|papercall\.io|sessionize\.com|pretalx\.com|meetup\.com|lu\.ma|luma\.com|eventbrite\.\w+|reddit\.com|hasgeek\.com|cryptpad\.fr|cfp\.dev|twitter\.com|x\.com|linkedin\.com|rust-lang\.org|rustfoundation\.org|youtube\.com)$/;

/** Tried in their order on the events whose days and places fit. */
export const TIE_RULES: readonly TieRule[] = [
  {
    rule: "tie-same-name",
    says: "The event is called as the conference, but for the year.",
    example: ["RustConf 2026, RustConf", "one conference"],
    match: ({ name }, { title }) => seriesKey(name) === seriesKey(title),
  },
  {
    rule: "tie-same-site",
    says: "The event's page is on the conference's own host.",
    example: ["https://www.rustikon.dev/, https://www.rustikon.dev/tickets", "one conference"],
    match: ({ site, url }, event) =>
      [site, url].some((link) => ownHost(link) !== null && ownHost(link) === ownHost(event.url)),
  },
  {
    rule: "tie-name-in-title",
    says: "All words of the conference's name are in the event's title, or in its organiser's name.",
    example: ["Rust devroom at FOSDEM, Rust Dev Room @ FOSDEM", "one conference"],
    match: ({ name, start }, { title, groups }) => {
      // One word of a title is little: then the call must tell its days, or at least the year.
      const least = start === null && !/\b20\d\d\b/.test(name) ? 2 : 1;
      return [title, ...groups.map((group) => group.name)].some((text) => holds(text, name, least));
    },
  },
];

/** The event that a call's conference is listed as; null where none is. */
export function conferenceOf<Event extends Listed>(
  call: Called,
  events: readonly Event[],
  trace: Trace = NO_TRACE,
): Event | null {
  const fits = fitting(call);
  const near = events.filter((event) => fits(event) && !callsForPapers(event.title));
  for (const { rule, match } of TIE_RULES) {
    const found = near.filter((event) => match(call, event));
    // The whole conference, not one of its evenings; of equal ones the same in whatever order they are given.
    const longest = found.sort((a, b) => overlap(call, b) - overlap(call, a) || compare(textOf(a), textOf(b)))[0];
    if (longest === undefined) continue;
    trace(rule, call.name);
    return longest;
  }
  return null;
}

/** Days after which no issue changes an event any more, nor what call it has. */
const SETTLED = 120;

/** Whether an issue of the day `newest` may still change which event the call is tied to. */
export function isOpenTie({ created, end }: CallRecord, newest: LocalDate): boolean {
  return newest <= addDays(end ?? addDays(created, AHEAD), SETTLED);
}

/**
 * The calls, those that are `open` with the event that their conference is listed as.
 */
export function tied(
  calls: readonly CallRecord[],
  events: readonly EventRecord[],
  open: (call: CallRecord) => boolean = () => true,
): readonly CallRecord[] {
  if (!calls.some(open)) return calls;
  const printed = new Map<string, EventRecord>();
  for (const event of events)
    for (const { issue, line, call } of event.listings) if (call) printed.set(`${issue}:${line}`, event);
  return calls.map((call) => {
    if (!open(call)) return call;
    const own = call.listings
      .map(({ issue, line }) => printed.get(`${issue}:${line}`))
      .find((event) => event !== undefined);
    const event = (own ?? conferenceOf(call, events))?.id ?? null;
    return event === call.event ? call : { ...call, event };
  });
}

/** Whether an event's days and places may be those of the conference. */
function fitting(call: Called): (event: Listed) => boolean {
  const year = /\b20\d\d\b/.exec(`${call.name} ${call.url}`)?.[0] ?? "";
  const [first, last] =
    call.start === null
      ? [call.created, addDays(call.created, AHEAD)]
      : [addDays(call.start, -NEAR), addDays(call.end ?? call.start, NEAR)];
  const cities = (list: Listed["places"]) => list.map(({ city }) => city).filter((city) => city !== null);
  const here = cities(call.places);
  return ({ start, end, places }) => {
    if (start > last || end < first || start < call.created || (call.start === null && !start.startsWith(year)))
      return false;
    const there = cities(places);
    return here.length === 0 || there.length === 0 || here.some((city) => there.includes(city));
  };
}

function textOf({ start, title, url }: Listed): string {
  return `${start} ${title} ${url}`;
}

/** Days that both have, and a day less for each that only the event has. */
function overlap({ start, end }: Called, event: Listed): number {
  const length = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (start === null || end === null) return length(event.start, event.end);
  const [from, to] = [start > event.start ? start : event.start, end < event.end ? end : event.end];
  return 2 * length(from, to) - length(event.start, event.end);
}

function ownHost(url: string | null): string | null {
  const host = url === null ? undefined : URL.parse(url)?.hostname.replace(/^www\./, "");
  return host === undefined || SHARED.test(host) ? null : host;
}

/** Words that names and titles have or leave out. */
const SMALL = new Set(["at", "in", "of", "on", "and", "for", "edition"]);

/** Whether a part of a text is the name, or the text has all words of the name, written as one or not. */
function holds(text: string, name: string, least: number): boolean {
  const series = seriesKey(name);
  if (text.split(/[:,(–—@|]| - /).some((part) => seriesKey(part) === series)) return true;
  const [whole, words] = [seriesKey(text), wordsOfSeries(text)];
  const own = wordsOfSeries(name).filter((word) => !SMALL.has(word));
  return (
    own.length >= least &&
    own.join("").length > 5 &&
    own.every((word) => (word.length > 4 ? whole.includes(word) : words.includes(word)))
  );
}
