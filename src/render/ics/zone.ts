import { DateTime } from "luxon";
import { tzlib_get_ical_block, tzlib_get_timezones } from "timezones-ical-library";
import type { EventRecord } from "../../model/event.ts";
import { memo } from "../../model/memo.ts";
import { once } from "../../model/once.ts";
import { type Piece, pieceOf } from "../bytes.ts";
import { zoneOf } from "../hours.ts";
import { ruledOffset } from "./rules.ts";

/** When a timed event begins and ends. */
export interface Times {
  readonly start: DateTime;
  /** Exclusive; null when it is not known, or not after the start. */
  readonly end: DateTime | null;
  /** TZID under which both are written, which is that of a VTIMEZONE; null: they are written in UTC. */
  readonly zone: string | null;
}

/**
 * The times of an event that has a time of day; null for an all-day one. A VTIMEZONE made of yearly rules tells how the clocks
 * go today. Where they went otherwise at the time of the event (Vancouver gave up winter time in 2026), or the zone is not
 * known, UTC tells the right instant to every program.
 */
export function timesOf(event: EventRecord): Times | null {
  if (event.allDay || event.startsAt === null) return null;
  const start = DateTime.fromISO(event.startsAt, { zone: "utc" });
  if (!start.isValid) return null;
  const given = event.endsAt === null ? null : DateTime.fromISO(event.endsAt, { zone: "utc" });
  const end = given?.isValid && given > start ? given : null;
  const told = zoneOf(event);
  const zone = told === null ? null : tzidOf(told);
  const right = zone !== null && [start, end ?? start].every((time) => asRuled(time, zone));
  return { start, end, zone: right ? zone : null };
}

const known = once(() => new Set(tzlib_get_timezones()));

/** The VTIMEZONE and the TZID of a zone, which may be another name of it; null when the library has none. */
const blockOf = memo((zone: string): readonly [string, string] | null => {
  if (!known().has(zone)) return null;
  const [block, parameter] = tzlib_get_ical_block(zone);
  return block && parameter?.startsWith("TZID=") ? [block, parameter.slice("TZID=".length)] : null;
});

function tzidOf(zone: string): string | null {
  const tzid = blockOf(zone)?.[1] ?? null;
  return tzid === "Etc/UTC" ? null : tzid;
}

/**
 * Whether the yearly rules of `zone` give the offset from UTC that was, or will be, in force there at `time`, beyond doubt: of
 * an hour that clocks show twice, programs take the first or the second.
 */
function asRuled(time: DateTime, zone: string): boolean {
  const local = time.setZone(zone);
  if (!local.isValid || local.getPossibleOffsets().length > 1) return false;
  return ruledOffset(blockOf(zone)?.[0] ?? "", local.toMillis()) === local.offset;
}

const rendered = new Map<string, Piece>();

/** The VTIMEZONE that a TZID of `timesOf` names. */
export function vtimezone(tzid: string): Piece {
  let piece = rendered.get(tzid);
  if (piece === undefined) {
    const block = blockOf(tzid);
    if (block === null) throw new RangeError(`no VTIMEZONE of ${tzid}`);
    piece = pieceOf(`${block[0]}\r\n`);
    rendered.set(tzid, piece);
  }
  return piece;
}
