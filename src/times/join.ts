import { compare } from "../model/compare.ts";
import { addDays, daysBetween } from "../model/date.ts";
import type { Change, DataSet, EventRecord } from "../model/event.ts";
import { midnight } from "../model/instants.ts";
import type { CalendarNote, EventTime, Instant, ReadTime, TimesData, TimesRecord } from "../model/times.ts";
import { later } from "./how.ts";
import { standingOf } from "./use.ts";

/** The data set joined with what was read; unchanged if nothing was ever read. Sorted by start, then id. */
export function joinTimes(data: DataSet, times: TimesData | null): DataSet {
  if (times === null || times.events.length === 0) return data;
  const records = recordsOf(times.events, data.events);
  const events = data.events.map((event) => joined(event, records.get(event.id)));
  const { changed } = times;
  return {
    ...data,
    timed: true,
    ...(changed && { hoursChanged: changed }),
    events: events.sort((a, b) => compare(a.start, b.start) || compare(a.id, b.id)),
  };
}

/** What was read, by the id of the event that it is of by now: what was read under an alias is the event's own. */
export function recordsOf(records: readonly TimesRecord[], events: readonly EventRecord[]): Map<string, TimesRecord> {
  const byId = new Map(records.map((record) => [record.event, record]));
  for (const { id, aliases = [] } of events) {
    for (const alias of aliases) {
      const record = byId.get(alias);
      if (record !== undefined && !byId.has(id)) byId.set(id, { ...record, event: id });
      byId.delete(alias);
    }
  }
  return byId;
}

/** An event as it is served: rule 9. `event` is as the newsletter prints it. */
export function joined(event: EventRecord, record: TimesRecord | undefined): EventRecord {
  if (record === undefined) return event;
  const standing = standingOf(event, record);
  const isMoved = standing === "moved";
  const start = isMoved ? record.day : event.start;
  const end = isMoved ? addDays(record.day, daysBetween(event.start, event.end)) : event.end;
  const status = statusOf(event, record, isMoved);
  const day = { ...event, start, end, status, state: stateOf(event, status, isMoved) };
  const calendar = noteOf(event, record, isMoved);
  const time = standing === "own" || isMoved ? record.time : null;
  const venue = standing !== "other" && event.mode !== "virtual" ? record.venue : null;
  const read = record.updated;
  return {
    ...day,
    ...(end > start || time === null ? daysAt(day, isMoved) : timesAt(day, record, time)),
    ...(venue === null ? {} : { venue }),
    ...(calendar === null ? {} : { calendar }),
    revision: event.revision + record.revision,
    updated: read !== null && read.slice(0, 10) > event.updated ? read.slice(0, 10) : event.updated,
    ...(read === null ? {} : { changedAt: changedAt(event, read) }),
    history: record.history.length === 0 ? event.history : historyOf(event, record),
  };
}

/** The newsletter's status takes precedence over the organiser's, except that a postponed event with a new day takes place. */
function statusOf({ status }: EventRecord, record: TimesRecord, isMoved: boolean): EventRecord["status"] {
  if (status === "confirmed" || (isMoved && status === "postponed")) return record.status ?? "confirmed";
  return status;
}

function stateOf({ state }: EventRecord, status: EventRecord["status"], isMoved: boolean): EventRecord["state"] {
  // Unlisted events stay unlisted when the organiser cancels them.
  if (status === "cancelled" && state !== "past" && state !== "unlisted") return "cancelled";
  return isMoved && state === "listed" ? "moved" : state;
}

/** Local midnights of an event that was moved; empty for others, which keep theirs. */
function daysAt(event: EventRecord, isMoved: boolean): Partial<EventRecord> {
  if (!isMoved) return {};
  const { timeZone, start, end } = event;
  return { startsAt: midnight(start, timeZone), endsAt: midnight(addDays(end, 1), timeZone) };
}

function timesAt(event: EventRecord, { source }: TimesRecord, time: ReadTime): Partial<EventRecord> {
  const { timeZone, startsAt, endsAt } = time;
  return {
    allDay: false,
    timeZone: timeZone ?? event.timeZone,
    startsAt,
    endsAt,
    time: { ...shownTime(time), source },
  };
}

function shownTime({ start, end, timeZone }: EventTime): EventTime {
  return { start, end, timeZone };
}

/** The time of the first day of a multi-day event: an end on a later day is dropped; midnight belongs to the day before. */
function firstDayOf(time: ReadTime): EventTime {
  const { start, end } = time;
  const day = start.slice(0, 10);
  const isOfDay = end !== null && (end.startsWith(day) || end === `${addDays(day, 1)}T00:00:00`);
  return { ...shownTime(time), end: isOfDay ? end : null };
}

/** Null if the calendar adds nothing. */
function noteOf(event: EventRecord, record: TimesRecord, isMoved: boolean): CalendarNote | null {
  const { source, day, time, status, missing, stale } = record;
  const standing = standingOf(event, record);
  const isOff = event.status !== "confirmed";
  const note = {
    ...(standing === "other" ? { otherDay: day } : {}),
    ...(isMoved ? { printedDay: event.start } : {}),
    ...(event.end > event.start && time !== null && (standing === "own" || isMoved)
      ? { firstDay: firstDayOf(time) }
      : {}),
    ...(status !== null && !isOff ? { status } : {}),
    ...(missing?.sure && !isOff && status !== "cancelled" ? { missing: true as const } : {}),
    ...(stale === null ? {} : { stale }),
  };
  return Object.keys(note).length === 0 ? null : { source, ...note };
}

/**
 * An instant that increases with every change, for programs that only compare LAST-MODIFIED: they must notice an issue that is
 * added after a reading on the same day, and a reading on the day of the issue. So each change by an issue adds one second.
 */
function changedAt({ updated, revision }: EventRecord, read: Instant): Instant {
  const issue = `${updated}T00:00:00Z`;
  return later(read > issue ? read : issue, 1_000 * revision);
}

/** By day; on the same day, changes by the newsletter come first. */
function historyOf({ history }: EventRecord, record: TimesRecord): readonly Change[] {
  const read = record.history.map(
    ({ day, field, from, to, source }): Change => ({ issue: day, field, from, to, source }),
  );
  return [...history, ...read].sort((a, b) => compare(a.issue, b.issue));
}
