import { DateTime, IANAZone } from "luxon";
import { findIana } from "windows-iana";
import { ZONES } from "../model/clocks.ts";
import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { memo } from "../model/memo.ts";
import type { Instant, LocalDateTime, ReadTime } from "../model/times.ts";
import type { Moment } from "./source.ts";

const BY_KEY: ReadonlyMap<string, string> = new Map(ZONES.map((zone) => [zone.toLowerCase(), zone]));

/** The IANA zone that a TZID names: as it is, in any case, behind a maker's prefix, or by Windows' name for it; null when it names none. */
export const ianaZone = memo((tzid: string): string | null => {
  const name = tzid.replace(/^"|"$/g, "").trim();
  // `/mozilla.org/20050126_1/Europe/Berlin`
  const bare = /^\/.*?\/((?:[A-Z][\w+-]*\/)?[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)?)$/.exec(name)?.[1] ?? name;
  if (/^(UTC|GMT|Z|Etc\/(UTC|GMT))$/i.test(bare)) return "Etc/UTC";
  const known = BY_KEY.get(bare.toLowerCase());
  if (known !== undefined && IANAZone.isValidZone(known)) return known;
  return (findIana(bare as Parameters<typeof findIana>[0])[0] as string | undefined) ?? null;
}, 1_000);

/** What a reading says of when an event begins: rule 6. */
export interface Placed {
  /** Local day; for an instant without a zone that of the event, where the instant is on that day somewhere. */
  readonly day: LocalDate;
  readonly time: ReadTime | null;
  /** `place`: an instant in the zone of our place; `none`: told in UTC; null where there is no hour. */
  readonly zoneFrom: "tzid" | "place" | "none" | null;
}

/**
 * Where `start` and `end` are on the clocks of `event`: as told with a zone; an instant in the zone of the event's place, or in
 * UTC where there is none. In a gap of the clocks the offset before it counts, in an overlap the first pass (RFC 5545, 3.3.5).
 */
export function placed(start: Moment, end: Moment | null, event: EventRecord): Placed {
  if (start.kind === "day") return { day: start.day, time: null, zoneFrom: null };
  const told = start.kind === "local" ? (start.zone ?? event.timeZone) : event.timeZone;
  if (start.kind === "local" && told === null) return { day: start.at.slice(0, 10), time: null, zoneFrom: null };
  const at = instantOf(start, told);
  const zone = start.kind === "local" ? told : zoneFor(at, event);
  const endsAt = end === null || end.kind === "day" ? null : instantOf(end, zone);
  const local = localAt(at, zone);
  return {
    day: zone === null && isSomewhere(at, event) ? event.start : local.slice(0, 10),
    time: { start: local, end: endsAt && localAt(endsAt, zone), timeZone: zone, startsAt: at, endsAt },
    zoneFrom: zone === null ? "none" : start.kind === "local" && start.zone !== null ? "tzid" : "place",
  };
}

/**
 * The zone in which an instant is told: that of the event's place. The zone of an event that is online alone is its
 * organiser's, and counts unless it makes another day of it; null, for UTC, too where local time would not tell the instant.
 */
function zoneFor(at: Instant, event: EventRecord): string | null {
  const zone = event.timeZone;
  if (zone === null || instantOf({ kind: "local", at: localAt(at, zone), zone }, zone) !== at) return null;
  const isSure = event.mode !== "virtual" && event.places.length > 0;
  const isOwnDay = localAt(at, zone).startsWith(event.start);
  return isSure || isOwnDay || !isSomewhere(at, event) ? zone : null;
}

/** The instant of a moment that is no day; a local time without a zone is in `zone`, UTC where that is null. */
function instantOf(moment: Exclude<Moment, { kind: "day" }>, zone: string | null): Instant {
  if (moment.kind === "instant") return written(DateTime.fromISO(moment.at, { zone: "utc" }));
  const time = DateTime.fromISO(moment.at, { zone: moment.zone ?? zone ?? "utc" });
  const [first = time] = time.getPossibleOffsets().toSorted((a, b) => a.toMillis() - b.toMillis());
  return written(first);
}

/** What the clocks of `zone`, null for UTC, show at an instant. */
function localAt(at: Instant, zone: string | null): LocalDateTime {
  return DateTime.fromISO(at, { zone: zone ?? "utc" }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
}

/** Whether the day of the event is the day of that instant anywhere on Earth, UTC−12 to UTC+14. */
function isSomewhere(instant: Instant, { start }: EventRecord): boolean {
  const at = DateTime.fromISO(instant, { zone: "utc" });
  const [first, last] = [at.minus({ hours: 12 }).toISODate() ?? "", at.plus({ hours: 14 }).toISODate() ?? ""];
  return first <= start && start <= last;
}

/** Whether clocks of two zones show another time at an instant. */
export function offsetsDiffer(at: Instant, zone: string, other: string): boolean {
  return localAt(at, zone) !== localAt(at, other);
}

function written(time: DateTime): Instant {
  return time.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
