import type { EventRecord } from "../model/event.ts";
import type { EventTime, Instant, TimeChange, TimesRecord } from "../model/times.ts";
import { nextAfter } from "./how.ts";
import { joined } from "./join.ts";

/**
 * `record` with its revision, and what is told of the change, where subscribers see the event otherwise than after `before`.
 * `event` is as the newsletter prints it, `at` the moment of the reading.
 */
export function settled(
  event: EventRecord,
  before: TimesRecord | undefined,
  record: TimesRecord,
  at: Instant,
): TimesRecord {
  const [was, is] = [joined(event, before), joined(event, record)];
  if (seen(was) === seen(is)) return record;
  const day = at.slice(0, 10);
  // The first hour of an event is news, not a change: what was read first tells of it.
  const told = changesOf(was, is).filter(({ field, from }) => field !== "time" || from !== null || hadHour(before));
  const {
    source: { kind: source },
  } = record;
  const changes = told.map((change): TimeChange => ({ day, ...change, source }));
  // Programs that look at LAST-MODIFIED alone must see each change.
  const updated = nextAfter(before?.updated ?? null, at);
  return { ...record, revision: record.revision + 1, updated, history: [...record.history, ...changes] };
}

/** All that subscribers see; not the address of the calendar, which changes when a group gets another name. */
function seen({ revision: _r, updated: _u, changedAt: _c, history: _h, ...event }: EventRecord): string {
  return JSON.stringify(event, (key, value) => (key === "source" ? value.kind : value));
}

function hadHour(before: TimesRecord | undefined): boolean {
  return before?.history.some(({ field }) => field === "time") ?? false;
}

function changesOf(was: EventRecord, is: EventRecord): readonly Pick<TimeChange, "field" | "from" | "to">[] {
  const facts: readonly (readonly [TimeChange["field"], string | null, string | null])[] = [
    ["start", was.start, is.start],
    ["end", was.end, is.end],
    ["time", hoursText(was), hoursText(is)],
    ["status", was.status, is.status],
    ["calendar", was.calendar?.missing ? "missing" : null, is.calendar?.missing ? "missing" : null],
  ];
  return facts.flatMap(([field, from, to]) => (from === to ? [] : { field, from, to }));
}

/** `19:00–21:30 Europe/Berlin`; the hours of the first day where there are several; null without any. */
function hoursText({ time, calendar }: EventRecord): string | null {
  const hours: EventTime | undefined = time ?? calendar?.firstDay;
  if (hours === undefined) return null;
  const { start, end, timeZone } = hours;
  const until = end === null ? "" : `–${end.slice(11, 16)}`;
  return `${start.slice(11, 16)}${until} ${timeZone ?? "UTC"}`;
}
