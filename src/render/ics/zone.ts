import { DateTime } from "luxon";
import { tzlib_get_ical_block, tzlib_get_timezones } from "timezones-ical-library";
import type { EventRecord } from "../../model/event.ts";
import { memo } from "../../model/memo.ts";
import { once } from "../../model/once.ts";
import { type Piece, pieceOf } from "../bytes.ts";
import { zoneOf } from "../hours.ts";
import { ruledOffset } from "./rules.ts";

/** Start and end of an event with a start time. */
export interface Times {
  readonly start: DateTime;
  /** Exclusive; null if unknown or not after the start. */
  readonly end: DateTime | null;
  /** TZID of both, for which there is a VTIMEZONE; null for UTC. */
  readonly zone: string | null;
}

/**
 * The times of an event; null for an all-day event. A VTIMEZONE with yearly rules is only right for the current rules. If the
 * rules at the time of the event were different (Vancouver abolished winter time in 2026), or the zone is unknown, the times are
 * in UTC, which every program interprets correctly.
 */
export function timesOf(event: EventRecord): Times | null {
  if (event.allDay || event.startsAt === null) return null;
  const start = DateTime.fromISO(event.startsAt, { zone: "utc" });
  if (!start.isValid) return null;
  const given = event.endsAt === null ? null : DateTime.fromISO(event.endsAt, { zone: "utc" });
  const end = given?.isValid && given > start ? given : null;
  const name = zoneOf(event);
  const zone = name === null ? null : tzidOf(name);
  const right = zone !== null && [start, end ?? start].every((time) => asRuled(time, zone));
  return { start, end, zone: right ? zone : null };
}

const available = once(() => new Set(tzlib_get_timezones()));

/** The VTIMEZONE and TZID of a zone; the TZID may be an alias. Null if the library does not have the zone. */
const blockOf = memo((zone: string): readonly [string, string] | null => {
  if (!available().has(zone)) return null;
  const [block, parameter] = tzlib_get_ical_block(zone);
  return block && parameter?.startsWith("TZID=") ? [block, parameter.slice("TZID=".length)] : null;
});

function tzidOf(zone: string): string | null {
  const tzid = blockOf(zone)?.[1] ?? null;
  return tzid === "Etc/UTC" ? null : tzid;
}

/**
 * Whether the yearly rules of `zone` give the actual offset from UTC at `time`, and the local time is unambiguous: for times that
 * occur twice, some programs use the first and others the second.
 */
function asRuled(time: DateTime, zone: string): boolean {
  const local = time.setZone(zone);
  if (!local.isValid || local.getPossibleOffsets().length > 1) return false;
  return ruledOffset(blockOf(zone)?.[0] ?? "", local.toMillis()) === local.offset;
}

const rendered = new Map<string, Piece>();

/** The VTIMEZONE for a TZID returned by {@link timesOf}. */
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
