import ICAL from "ical.js";
import { DateTime } from "luxon";
import type { Instant } from "../model/times.ts";
import { type Moment, NotBelieved } from "./source.ts";
import { ianaZone } from "./zone.ts";

/** A VEVENT, or one occurrence of it, with the properties that are used. */
export interface Vevent {
  readonly uid: string;
  readonly start: Moment;
  readonly end: Moment | null;
  /** Text of a property; empty if it is missing. */
  text(name: "summary" | "description" | "location" | "url" | "status"): string;
}

/** Occurrences of a recurring event are expanded from 2 days before an instant to 100 days after it, at most 400. */
const BEHIND_DAYS = 2;
const AHEAD_DAYS = 100;
const MOST_OCCURRENCES = 400;
/** Limit of steps from the first occurrence: ten years of a daily event. */
const MOST_STEPS = 4_000;

/**
 * The events of a complete iCalendar body. Throws {@link NotBelieved} by rule 3: the body must begin with `BEGIN:VCALENDAR`, end
 * with `END:VCALENDAR` and parse without errors. `left` counts events without UID or DTSTART, and those with a recurrence rule
 * that cannot be expanded. Recurring events are expanded to their occurrences around `near`.
 */
export function readVevents(
  body: string,
  near: Instant,
): { readonly events: readonly Vevent[]; readonly left: number } {
  if (!/^BEGIN:VCALENDAR\r?\n/.test(body)) throw new NotBelieved("does not begin with BEGIN:VCALENDAR");
  if (!/\nEND:VCALENDAR\s*$/.test(body)) throw new NotBelieved("does not end with END:VCALENDAR");
  try {
    const parsed = ICAL.parse(body);
    // Two calendars in one body are parsed as an array.
    const [name, ...more] = parsed as unknown as readonly unknown[];
    const roots = typeof name === "string" ? [parsed] : [name, ...more];
    const all = roots.flatMap((root) =>
      new ICAL.Component(root as ConstructorParameters<typeof ICAL.Component>[0]).getAllSubcomponents("vevent"),
    );
    const overridden = new Set(all.flatMap((event) => overrideOf(event) ?? []));
    const found = all.map((event) => occurrencesOf(event, overridden, near));
    return {
      events: found.flatMap((events) => events ?? []),
      left: found.filter((events) => events === null).length,
    };
  } catch (error) {
    throw new NotBelieved(`cannot be read as iCalendar: ${withoutQuotes((error as Error).message)}`);
  }
}

/** The error without the quoted line, which may contain any text of an organiser. */
function withoutQuotes(message: string): string {
  return message
    .split(/[("“:\n]/, 1)[0]!
    .trim()
    .slice(0, 100);
}

/** Only CANCELLED is used from STATUS: some hosts set the other values incorrectly. */
export function statusOf({ text }: Vevent): "cancelled" | null {
  return text("status").toUpperCase() === "CANCELLED" ? "cancelled" : null;
}

/** Null for an event without what every event has, and for one whose repetitions cannot be worked out. */
function occurrencesOf(event: ICAL.Component, overridden: ReadonlySet<string>, near: Instant): Vevent[] | null {
  const [uid, start] = [textIn(event, "uid"), momentOf(event, "dtstart")];
  if (uid === "" || start === null) return null;
  const text: Vevent["text"] = (name) => textIn(event, name);
  const single = { uid, start, end: endOf(event, start), text };
  const repeats = event.hasProperty("rrule") || event.hasProperty("rdate");
  if (!repeats || event.hasProperty("recurrence-id")) return [single];
  if (!event.getAllProperties("rrule").every(isWalkable)) return null;
  return repetitions(event, near)
    .map((day) => ({ ...single, start: shifted(start, day), end: single.end && shiftedWith(single.end, start, day) }))
    .filter(({ start: at }) => !overridden.has(`${uid} ${keyOf(at)}`));
}

/**
 * Whether ical.js can expand a rule: it loops forever if there is no next day, as in `FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30`.
 */
function isWalkable(property: ICAL.Property): boolean {
  const rule = property.getFirstValue();
  if (!(rule instanceof ICAL.Recur)) return false;
  const { freq, parts } = rule;
  return freq === "DAILY" ? !parts.BYMONTH && !parts.BYMONTHDAY : ["WEEKLY", "MONTHLY", "YEARLY"].includes(freq);
}

/** The key of the occurrence that an event with RECURRENCE-ID replaces; null without. */
function overrideOf(event: ICAL.Component): string | null {
  const moment = momentOf(event, "recurrence-id");
  return moment === null ? null : `${textIn(event, "uid")} ${keyOf(moment)}`;
}

function keyOf(moment: Moment): string {
  return moment.kind === "day" ? moment.day : moment.at;
}

/** Wall-clock starts of the occurrences around `near`, in the event's own zone. */
function repetitions(event: ICAL.Component, near: Instant): readonly string[] {
  const first = event.getFirstPropertyValue("dtstart") as ICAL.Time;
  const expansion = new ICAL.RecurExpansion({ component: event, dtstart: first });
  const at = DateTime.fromISO(near, { zone: "utc" });
  const from = at.minus({ days: BEHIND_DAYS }).toISODate() ?? "";
  const to = at.plus({ days: AHEAD_DAYS }).toISODate() ?? "";
  const found: string[] = [];
  for (let step = 0; step < MOST_STEPS && found.length < MOST_OCCURRENCES; step++) {
    const next = expansion.next();
    if (!next) break;
    const text = next.toString().replace(/Z$/, "");
    if (text.slice(0, 10) > to) break;
    if (text.slice(0, 10) >= from) found.push(text);
  }
  return found;
}

/** `moment` moved to the wall-clock time `to` in its own zone. */
function shifted(moment: Moment, to: string): Moment {
  if (moment.kind === "day") return { kind: "day", day: to.slice(0, 10) };
  if (moment.kind === "local") return { ...moment, at: to };
  return { kind: "instant", at: `${to}.000Z` };
}

/** `end` moved so that the duration from `to` is that from `start`, in wall-clock time. */
function shiftedWith(end: Moment, start: Moment, to: string): Moment {
  const wall = (moment: Moment) => DateTime.fromISO(keyOf(moment).replace(/Z$/, ""), { zone: "utc" });
  const lasts = wall(end).diff(wall(start));
  return shifted(end, wall(shifted(start, to)).plus(lasts).toFormat("yyyy-MM-dd'T'HH:mm:ss"));
}

/** DTEND, or else DTSTART plus DURATION; null if both are missing. */
function endOf(event: ICAL.Component, start: Moment): Moment | null {
  if (event.hasProperty("dtend")) return momentOf(event, "dtend");
  const lasts = event.getFirstPropertyValue("duration");
  if (!(lasts instanceof ICAL.Duration) || start.kind === "day") return null;
  const end = DateTime.fromISO(start.at.replace(/Z$/, ""), { zone: "utc" }).plus({ seconds: lasts.toSeconds() });
  return shifted(start, end.toFormat("yyyy-MM-dd'T'HH:mm:ss"));
}

/**
 * `DTSTART;TZID=Europe/Berlin:20261112T190000`, `DTSTART:20261022T160000Z`, `DTSTART;VALUE=DATE:20261112`. A zone that is defined
 * only by the calendar's VTIMEZONE gives an instant; an undefined zone gives a day with `unknownZone`. Null for a missing or
 * invalid value.
 */
function momentOf(event: ICAL.Component, name: string): Moment | null {
  const property = event.getFirstProperty(name);
  const value = property?.toJSON()[3];
  if (!property || typeof value !== "string") return null;
  const text = DateTime.fromISO(value.replace(/Z$/, ""), { zone: "utc" });
  if (!text.isValid) return null;
  if (value.length === 10) return { kind: "day", day: value };
  const at = text.toFormat("yyyy-MM-dd'T'HH:mm:ss");
  if (value.endsWith("Z")) return { kind: "instant", at: `${at}.000Z` };
  const tzid = property.getParameter("tzid");
  if (typeof tzid !== "string") return { kind: "local", at, zone: null };
  const zone = ianaZone(tzid);
  if (zone !== null) return { kind: "local", at, zone };
  const time = property.getFirstValue();
  if (!(time instanceof ICAL.Time) || time.zone === ICAL.Timezone.localTimezone)
    return { kind: "day", day: at.slice(0, 10), unknownZone: tzid.slice(0, 100) };
  return { kind: "instant", at: new Date(time.toUnixTime() * 1000).toISOString() };
}

function textIn(event: ICAL.Component, name: string): string {
  const value = event.getFirstPropertyValue(name);
  return typeof value === "string" ? value.trim() : "";
}
