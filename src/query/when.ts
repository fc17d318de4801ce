import { shownIn } from "../model/clocks.ts";
import { addDays, daysBetween } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { memo } from "../model/memo.ts";
import type { LocalDateTime } from "../model/times.ts";
import { isInSpan } from "./hours.ts";
import { type Postings, postingsOf } from "./postings.ts";
import { type Weekday, weekdayOf } from "./weekdays.ts";

/** Maximum number of time zones in the cache of a list. */
const MOST_ZONES = 16;
/** Each event's own time zone. */
const OWN = "";
/** Key of events without a start time. */
const NONE = "";

type Index = ReadonlyMap<string, Postings>;

/** Indexes of events by start time (`19:00`) and by weekday, in a time zone. */
interface When {
  readonly hours: (zone: string) => Index;
  readonly weekdays: (zone: string) => Index;
}

const indexes = new WeakMap<readonly EventRecord[], When>();

/** The events that start within `span` in the time zone `tz`, and those without a start time. */
export function beginningIn(events: readonly EventRecord[], span: string, tz = OWN): readonly Postings[] {
  const found: Postings[] = [];
  for (const [hour, postings] of whenOf(events).hours(tz))
    if (hour === NONE || isInSpan(hour, span)) found.push(postings);
  return found;
}

/** The events that take place on one of `days` in the time zone `tz`. */
export function onWeekdays(events: readonly EventRecord[], days: readonly Weekday[], tz = OWN): readonly Postings[] {
  const postings = whenOf(events).weekdays(tz);
  return days.map((day) => postings.get(day) ?? []);
}

function whenOf(events: readonly EventRecord[]): When {
  let when = indexes.get(events);
  if (when === undefined) {
    when = {
      hours: memo((zone) => postingsOf(events, (event) => [startOf(event, zone)?.slice(11, 16) ?? NONE]), MOST_ZONES),
      weekdays: memo((zone) => postingsOf(events, (event) => weekdaysOf(event, zone)), MOST_ZONES),
    };
    indexes.set(events, when);
  }
  return when;
}

/** Local start time of `event` in `zone`; in its own zone, or UTC if that is unknown. Null without a start time. */
function startOf({ time, startsAt }: EventRecord, zone: string): LocalDateTime | null {
  if (time === undefined) return null;
  return zone === OWN || startsAt === null ? time.start : shownIn(zone, startsAt);
}

/** The weekday on which it starts; for multi-day events, the weekdays of all its days. */
function weekdaysOf(event: EventRecord, zone: string): readonly Weekday[] {
  const { start, end } = event;
  if (end === start) return [weekdayOf((zone === OWN ? null : startOf(event, zone)?.slice(0, 10)) ?? start)];
  const days = Math.min(daysBetween(start, end) + 1, 7);
  return Array.from({ length: days }, (_, after) => weekdayOf(addDays(start, after)));
}
