import { addDays } from "../../src/model/date.ts";
import type { DataSet, EventRecord } from "../../src/model/event.ts";
import type { Instant, ReadTime, TimesData, TimesRecord } from "../../src/model/times.ts";

/** What was read on the day of the newest issue of the events from then on: an hour for each, and of every oddity one. */
export function madeTimes({ events, newestIssue }: DataSet): TimesData {
  const today = newestIssue ?? "";
  const now: Instant = `${today}T10:23:00Z`;
  const coming = events.filter(({ start }) => start >= today);
  const records = coming.map((event, at) => recordOf(event, at, now));
  return {
    format: 1,
    calendars: [
      {
        url: CALENDAR.url,
        kind: "meetup",
        asked: now,
        outcome: "read",
        notBefore: `${addDays(today, 1)}T06:23:00Z`,
        failed: [],
        good: now,
      },
    ],
    hosts: [{ host: "www.meetup.com", notBefore: null, pauseHours: 0, robots: { read: now, text: "User-agent: *\n" } }],
    problems: [{ rule: "two-candidates", url: CALENDAR.url, event: null, message: "Of two it may be either." }],
    shares: [80, 90],
    changed: now,
    events: records.sort((a, b) => (a.event < b.event ? -1 : 1)),
  };
}

const CALENDAR = { kind: "meetup", url: "https://www.meetup.com/rust-sampleville/events/ical/" } as const;

function recordOf({ id, start }: EventRecord, at: number, now: Instant): TimesRecord {
  const local = (hour: number) => `${start}T${String(hour).padStart(2, "0")}:30:00`;
  const begins = 15 + (at % 7);
  const time: ReadTime = {
    start: local(begins),
    end: at % 4 === 1 ? null : local(begins + 2),
    timeZone: at % 3 === 2 ? null : "Europe/Lisbon",
    startsAt: `${local(begins - 1)}Z`,
    endsAt: at % 4 === 1 ? null : `${local(begins + 1)}Z`,
  };
  const odd = ODD[at] ?? {};
  const day = odd.otherDay ? addDays(start, 2) : start;
  const plain: TimesRecord = {
    event: id,
    source: CALENDAR,
    ids: [`meetup.com/${at}`],
    day,
    time,
    zoneFrom: time.timeZone === null ? "none" : "tzid",
    venue: at % 2 === 0 ? { name: "Example Hall", address: "Sample Street 5, Sampleville" } : null,
    status: null,
    firstRead: now,
    lastRead: now,
    otherDay: null,
    missing: null,
    stale: null,
    revision: 1,
    updated: now,
    history: [
      { day: now.slice(0, 10), field: "time", from: null, to: `${begins}:30–${begins + 2}:30`, source: "meetup" },
    ],
  };
  const otherDay = odd.otherDay && { printed: start, since: now, ...odd.otherDay };
  return { ...plain, ...odd, ...(otherDay && { otherDay }) } as TimesRecord;
}

/** What is odd of the first events. */
const ODD: readonly { readonly [Key in keyof TimesRecord]?: Partial<TimesRecord[Key]> | null }[] = [
  {},
  { status: "cancelled" },
  { missing: { since: "2020-01-01T00:00:00Z", sure: true } },
  { stale: "2020-01-01" },
  { otherDay: { sure: true } },
  { otherDay: { sure: false } },
  { status: "postponed", time: null, zoneFrom: null },
];
