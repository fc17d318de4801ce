import { shownIn } from "../model/clocks.ts";
import { addDays, daysBetween } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { memo } from "../model/memo.ts";
import type { LocalDateTime } from "../model/times.ts";
import { isInSpan } from "./hours.ts";
import { type Postings, postingsOf } from "./postings.ts";
import { type Weekday, weekdayOf } from "./weekdays.ts";

/** Zones of which it is kept when the events of a list begin there. */
const MOST_ZONES = 16;
/** Stands for each event's own zone. */
const OWN = "";
/** The hour of an event that has none. */
const NONE = "";

type Index = ReadonlyMap<string, Postings>;

/** Which events begin at which hour, `19:00`, and on which weekdays they take place, by the zone that the clocks are of. */
interface When {
  readonly hours: (zone: string) => Index;
  readonly weekdays: (zone: string) => Index;
}

const indexes = new WeakMap<readonly EventRecord[], When>();

/** The events that begin in `span` by the clocks of the zone `tz`, and those of which the hour is not known. */
export function beginningIn(events: readonly EventRecord[], span: string, tz = OWN): readonly Postings[] {
  const found: Postings[] = [];
  for (const [hour, postings] of whenOf(events).hours(tz))
    if (hour === NONE || isInSpan(hour, span)) found.push(postings);
  return found;
}

/** The events that take place on one of `days` by the clocks of the zone `tz`. */
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

/** When `event` begins by the clocks of `zone`; by the organiser's, or UTC where no zone is known, for its own. Null without an hour. */
function startOf({ time, startsAt }: EventRecord, zone: string): LocalDateTime | null {
  if (time === undefined) return null;
  return zone === OWN || startsAt === null ? time.start : shownIn(zone, startsAt);
}

/** The weekday on which it begins; every one that it has where it takes several days. */
function weekdaysOf(event: EventRecord, zone: string): readonly Weekday[] {
  const { start, end } = event;
  if (end === start) return [weekdayOf((zone === OWN ? null : startOf(event, zone)?.slice(0, 10)) ?? start)];
  const days = Math.min(daysBetween(start, end) + 1, 7);
  return Array.from({ length: days }, (_, after) => weekdayOf(addDays(start, after)));
}
