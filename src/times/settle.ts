import type { EventRecord } from "../model/event.ts";
import type { EventTime, Instant, TimeChange, TimesRecord } from "../model/times.ts";
import { nextAfter } from "./how.ts";
import { joined } from "./join.ts";

/**
 * `record` with the next revision and history if the event that subscribers see differs from that with `before`. `event` is as
 * the newsletter prints it, `at` is the time of the reading.
 */
export function settled(
  event: EventRecord,
  before: TimesRecord | undefined,
  record: TimesRecord,
  at: Instant,
): TimesRecord {
  const [was, is] = [joined(event, before), joined(event, record)];
  if (visible(was) === visible(is)) return record;
  const day = at.slice(0, 10);
  // The first start time of an event is not a change.
  const differences = changesOf(was, is).filter(
    ({ field, from }) => field !== "time" || from !== null || hadTime(before),
  );
  const {
    source: { kind: source },
  } = record;
  const changes = differences.map((change): TimeChange => ({ day, ...change, source }));
  // Programs that only compare LAST-MODIFIED must notice each change.
  const updated = nextAfter(before?.updated ?? null, at);
  return { ...record, revision: record.revision + 1, updated, history: [...record.history, ...changes] };
}

/** Everything that subscribers see, as text; without the address of the calendar, which changes when a group is renamed. */
function visible({ revision: _r, updated: _u, changedAt: _c, history: _h, ...event }: EventRecord): string {
  return JSON.stringify(event, (key, value) => (key === "source" ? value.kind : value));
}

function hadTime(before: TimesRecord | undefined): boolean {
  return before?.history.some(({ field }) => field === "time") ?? false;
}

function changesOf(was: EventRecord, is: EventRecord): readonly Pick<TimeChange, "field" | "from" | "to">[] {
  const facts: readonly (readonly [TimeChange["field"], string | null, string | null])[] = [
    ["start", was.start, is.start],
    ["end", was.end, is.end],
    ["time", timeText(was), timeText(is)],
    ["status", was.status, is.status],
    ["calendar", was.calendar?.missing ? "missing" : null, is.calendar?.missing ? "missing" : null],
  ];
  return facts.flatMap(([field, from, to]) => (from === to ? [] : { field, from, to }));
}

/** `19:00–21:30 Europe/Berlin`; for multi-day events, the time of the first day; null without a time. */
function timeText({ time, calendar }: EventRecord): string | null {
  const shown: EventTime | undefined = time ?? calendar?.firstDay;
  if (shown === undefined) return null;
  const { start, end, timeZone } = shown;
  const until = end === null ? "" : `–${end.slice(11, 16)}`;
  return `${start.slice(11, 16)}${until} ${timeZone ?? "UTC"}`;
}
