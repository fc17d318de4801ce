import { DateTime, IANAZone } from "luxon";
import { findIana } from "windows-iana";
import { ZONES } from "../model/clocks.ts";
import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { memo } from "../model/memo.ts";
import type { Instant, LocalDateTime, ReadTime } from "../model/times.ts";
import type { Moment } from "./source.ts";

const BY_KEY: ReadonlyMap<string, string> = new Map(ZONES.map((zone) => [zone.toLowerCase(), zone]));

/** The IANA zone of a TZID: ignores case and vendor prefixes, and accepts Windows names. Null if unknown. */
export const ianaZone = memo((tzid: string): string | null => {
  const name = tzid.replace(/^"|"$/g, "").trim();
  // `/mozilla.org/20050126_1/Europe/Berlin`
  const bare = /^\/.*?\/((?:[A-Z][\w+-]*\/)?[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)?)$/.exec(name)?.[1] ?? name;
  if (/^(UTC|GMT|Z|Etc\/(UTC|GMT))$/i.test(bare)) return "Etc/UTC";
  const known = BY_KEY.get(bare.toLowerCase());
  if (known !== undefined && IANAZone.isValidZone(known)) return known;
  return (findIana(bare as Parameters<typeof findIana>[0])[0] as string | undefined) ?? null;
}, 1_000);

/** When an event takes place according to a reading: rule 6. */
export interface Placed {
  /** Local day; for an instant without a zone, the day of the event if the instant is on that day anywhere on Earth. */
  readonly day: LocalDate;
  readonly time: ReadTime | null;
  /** `tzid`: given by the calendar; `place`: from the place of the event; `none`: in UTC; null without a time. */
  readonly zoneFrom: "tzid" | "place" | "none" | null;
}

/**
 * `start` and `end` in local time: in their own zone if they have one; instants in the zone of the event's place, or else in
 * UTC. A local time in a gap uses the offset before the gap; an ambiguous one is the first of both (RFC 5545, 3.3.5).
 */
export function placed(start: Moment, end: Moment | null, event: EventRecord): Placed {
  if (start.kind === "day") return { day: start.day, time: null, zoneFrom: null };
  const given = start.kind === "local" ? (start.zone ?? event.timeZone) : event.timeZone;
  if (start.kind === "local" && given === null) return { day: start.at.slice(0, 10), time: null, zoneFrom: null };
  const at = instantOf(start, given);
  const zone = start.kind === "local" ? given : zoneFor(at, event);
  const endsAt = end === null || end.kind === "day" ? null : instantOf(end, zone);
  const local = localAt(at, zone);
  return {
    day: zone === null && isSomewhere(at, event) ? event.start : local.slice(0, 10),
    time: { start: local, end: endsAt && localAt(endsAt, zone), timeZone: zone, startsAt: at, endsAt },
    zoneFrom: zone === null ? "none" : start.kind === "local" && start.zone !== null ? "tzid" : "place",
  };
}

/**
 * The zone in which to show an instant: that of the event's place. The zone of an online event is its organiser's, and is used
 * unless it changes the day. Null for UTC, also if the local time would be ambiguous.
 */
function zoneFor(at: Instant, event: EventRecord): string | null {
  const zone = event.timeZone;
  if (zone === null || instantOf({ kind: "local", at: localAt(at, zone), zone }, zone) !== at) return null;
  const isSure = event.mode !== "virtual" && event.places.length > 0;
  const isOwnDay = localAt(at, zone).startsWith(event.start);
  return isSure || isOwnDay || !isSomewhere(at, event) ? zone : null;
}

/** The instant of a local time or instant; a local time without a zone is in `zone`, or in UTC if that is null. */
function instantOf(moment: Exclude<Moment, { kind: "day" }>, zone: string | null): Instant {
  if (moment.kind === "instant") return written(DateTime.fromISO(moment.at, { zone: "utc" }));
  const time = DateTime.fromISO(moment.at, { zone: moment.zone ?? zone ?? "utc" });
  const [first = time] = time.getPossibleOffsets().toSorted((a, b) => a.toMillis() - b.toMillis());
  return written(first);
}

/** Local time in `zone`, null for UTC, at an instant. */
function localAt(at: Instant, zone: string | null): LocalDateTime {
  return DateTime.fromISO(at, { zone: zone ?? "utc" }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
}

/** Whether the instant is on the day of the event anywhere on Earth, UTC−12 to UTC+14. */
function isSomewhere(instant: Instant, { start }: EventRecord): boolean {
  const at = DateTime.fromISO(instant, { zone: "utc" });
  const [first, last] = [at.minus({ hours: 12 }).toISODate() ?? "", at.plus({ hours: 14 }).toISODate() ?? ""];
  return first <= start && start <= last;
}

/** Whether two zones have different offsets at an instant. */
export function offsetsDiffer(at: Instant, zone: string, other: string): boolean {
  return localAt(at, zone) !== localAt(at, other);
}

function written(time: DateTime): Instant {
  return time.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
