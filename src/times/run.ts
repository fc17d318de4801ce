import { compare } from "../model/compare.ts";
import type { DataSet, EventRecord } from "../model/event.ts";
import type { CalendarState, ReadingOutcome, TimesData, TimesProblem, TimesRecord } from "../model/times.ts";
import { createHosts, type Hosts, type HostsOptions, instant } from "./hosts.ts";
import { afterReading, later, nextAfter } from "./how.ts";
import { joined, recordsOf } from "./join.ts";
import { indexEvents } from "./match.ts";
import type { Organisers } from "./organisers.ts";
import { servedPart } from "./served.ts";
import { settled } from "./settle.ts";
import { type Calendar, type Contents, NotBelieved } from "./source.ts";
import { sourceOf } from "./sources.ts";
import { staleOn } from "./stale.ts";
import { takeReading } from "./take.ts";
import { type Share, shareOf } from "./watch.ts";
import { dueOf, type Wanted, wantedCalendars } from "./which.ts";

/** Number of runs whose shares are stored. */
const SHARES = 8;
/** The state of a calendar that is no longer needed is deleted this long after it would have been due. */
const FORGET_MS = 7 * 86_400_000;

export interface TimesOptions extends HostsOptions {
  /** The data set, as the newsletter prints it. */
  readonly data: DataSet;
  /** What was read before; null before the first run. */
  readonly times: TimesData | null;
  readonly organisers: Organisers;
  /** Only calendars of this group, by its slug. */
  readonly only?: string;
  /** Also read calendars that are not due. */
  readonly all?: boolean;
  /** Maximum number of calendars in one run. */
  readonly most?: number;
  /** No calendar is started after this time of `now`. */
  readonly endsAt?: number;
  /** Called with the number of finished calendars, and of those that are due. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly onReading?: (reading: ReadingReport) => void;
}

/** How one calendar was read. */
export interface ReadingReport {
  readonly calendar: Calendar;
  readonly outcome: ReadingOutcome | "left-alone";
  /** Number of entries, and of events that they matched. */
  readonly entries: number;
  readonly matched: number;
  /** The error; null if there was none. */
  readonly message: string | null;
  readonly problems: readonly TimesProblem[];
  /** The new records of events in this reading. */
  readonly records: readonly TimesRecord[];
}

export interface TimesReport {
  readonly times: TimesData;
  readonly readings: readonly ReadingReport[];
  /** Calendars that were due but not requested: out of time, `most` reached, or their host must not be contacted. */
  readonly left: number;
  readonly share: Share;
}

/** The state of a run. */
interface Run {
  readonly calendars: Map<string, CalendarState>;
  readonly records: Map<string, TimesRecord>;
  readonly printed: ReadonlyMap<string, EventRecord>;
  readonly hosts: Hosts;
  problems: readonly TimesProblem[];
}

/**
 * Reads the organisers' calendars that are due, one request at a time: rules 1 to 8 in `data/README.md`. What was read before is
 * kept until a good reading replaces it. Failures of a calendar or host never reject.
 */
export async function readTimes(options: TimesOptions): Promise<TimesReport> {
  const { data, times, organisers, now, all = false, most = Number.POSITIVE_INFINITY, endsAt } = options;
  const today = instant(now()).slice(0, 10);
  const run: Run = {
    calendars: new Map(times?.calendars.map((state) => [state.url, state])),
    records: recordsOf(times?.events ?? [], data.events),
    printed: new Map(data.events.map((event) => [event.id, event])),
    hosts: createHosts(times?.hosts ?? [], options),
    problems: times?.problems ?? [],
  };
  const served = () => data.events.map((event) => joined(event, run.records.get(event.id)));
  const wanted = wantedCalendars(served(), organisers, today);
  const asked = wanted.filter((one) => options.only === undefined || isOf(one, options.only));
  const due = dueOf(asked, { calendars: run.calendars, events: run.records }, instant(now()), all);
  const readings: ReadingReport[] = [];
  for (const [done, one] of due.entries()) {
    options.onProgress?.(done, due.length);
    if (readings.length >= most || (endsAt !== undefined && now() >= endsAt)) break;
    const closed = await run.hosts.whyClosed(one.calendar.url);
    if (closed !== null) {
      options.onReading?.(leave(one.calendar, closed, run));
      continue;
    }
    const others = wanted.filter(({ calendar }) => calendar.url !== one.calendar.url);
    const elsewhere = new Set(others.flatMap(({ events }) => events.map(({ id }) => id)));
    const reading = await readOne(one, run, options, elsewhere);
    readings.push(reading);
    options.onReading?.(reading);
  }
  options.onProgress?.(due.length, due.length);
  noteStale(run, options);
  const share = shareOf(served(), today);
  const shares = times?.shares ?? [];
  const percents = readings.length > 0 && share.percent !== null ? [...shares, share.percent].slice(-SHARES) : shares;
  return { times: timesOf(run, wanted, percents, options), readings, left: due.length - readings.length, share };
}

function isOf({ calendar, events }: Wanted, slug: string): boolean {
  return calendar.groups.includes(slug) || events.some(({ groups }) => groups.some((group) => group.slug === slug));
}

/** Requests one calendar and applies the result to `run`. */
async function readOne(
  { calendar, events }: Wanted,
  run: Run,
  options: TimesOptions,
  elsewhere: ReadonlySet<string>,
): Promise<ReadingReport> {
  const at = instant(options.now());
  const { outcome, message, contents } = await contentsOf(calendar, run, options);
  run.calendars.set(calendar.url, afterReading(calendar, outcome, at, run.calendars.get(calendar.url)));
  const covered = events.flatMap(({ id }) => run.printed.get(id) ?? []);
  const index = indexEvents(options.data.events, run.records, at.slice(0, 10));
  const taken =
    contents === null
      ? null
      : takeReading({ calendar, contents, at }, sourceOf(calendar.kind), covered, index, run.records, elsewhere);
  const problems = taken?.problems ?? [{ rule: outcome, url: calendar.url, event: null, message: message ?? outcome }];
  run.problems = [...run.problems.filter(({ url }) => url !== calendar.url), ...problems];
  for (const record of taken?.records ?? []) run.records.set(record.event, record);
  const { matched = 0, records = [] } = taken ?? {};
  return { calendar, outcome, entries: contents?.entries.length ?? 0, matched, message, problems, records };
}

/** Notes that a calendar is due but its host must not be contacted. */
function leave(calendar: Calendar, why: string, run: Run): ReadingReport {
  const problem = { rule: "left-alone", url: calendar.url, event: null, message: why };
  run.problems = [...run.problems.filter(({ url }) => url !== calendar.url), problem];
  return { calendar, outcome: "left-alone", entries: 0, matched: 0, message: why, problems: [problem], records: [] };
}

interface Asked {
  readonly outcome: ReadingOutcome;
  readonly message: string | null;
  /** Null unless the response is believed. */
  readonly contents: Contents | null;
}

async function contentsOf({ kind, url }: Calendar, { hosts }: Run, { now }: TimesOptions): Promise<Asked> {
  const failed = (outcome: ReadingOutcome, message: string): Asked => ({ outcome, message, contents: null });
  if (!hosts.allows(url)) return failed("forbidden", "disallowed by robots.txt of its host");
  const source = sourceOf(kind);
  const answer = await hosts.get(url, source.mostBytes, source.accept);
  if (answer.kind === "none") return failed("unreachable", answer.message);
  if (answer.status !== 200) {
    const refusal = source.refusals(answer.status, answer.body);
    if (refusal === null && [403, 429, 503].includes(answer.status)) hosts.leave(url, answer.retryAfterMs);
    return failed(refusal ?? "refused", `HTTP ${answer.status}`);
  }
  try {
    const contents = source.read(answer.body, [url, answer.url], instant(now()));
    const [problem] = contents.problems;
    if (contents.entries.length === 0 && problem)
      return failed("not-believed", `no event in the expected format: ${problem.message}`);
    hosts.welcome(url);
    return { outcome: contents.entries.length === 0 ? "empty" : "read", message: null, contents };
  } catch (error) {
    return failed("not-believed", error instanceof NotBelieved ? error.message : "cannot be read");
  }
}

/** Rule 8, for events that are not over. */
function noteStale({ records, calendars, printed }: Run, { now }: TimesOptions): void {
  const at = instant(now());
  const today = at.slice(0, 10);
  for (const [id, record] of records) {
    const event = printed.get(id);
    if (event === undefined || joined(event, record).end < today) continue;
    const good = calendars.get(record.source.url)?.good ?? "";
    const stale = staleOn(good > record.lastRead ? good : record.lastRead, today);
    if (stale !== record.stale) records.set(id, settled(event, record, { ...record, stale }, at));
  }
}

function timesOf(run: Run, wanted: readonly Wanted[], shares: readonly number[], options: TimesOptions): TimesData {
  const now = instant(options.now());
  const needed = new Set(wanted.map(({ calendar }) => calendar.url));
  const calendars = [...run.calendars.values()].filter(
    ({ url, notBefore }) => needed.has(url) || later(notBefore, FORGET_MS) > now,
  );
  const urls = new Set(calendars.map(({ url }) => url));
  const before = options.times?.changed ?? null;
  return {
    format: 1,
    calendars: calendars.sort((a, b) => compare(a.url, b.url)),
    hosts: run.hosts.states(),
    problems: run.problems
      .filter(({ url }) => urls.has(url) || needed.has(url))
      .toSorted((a, b) => compare(a.url, b.url)),
    shares,
    changed: isChanged(run, options.times) ? nextAfter(before, now) : before,
    events: [...run.records.values()].sort((a, b) => compare(a.event, b.event)),
  };
}

/** Whether responses differ from before. */
function isChanged({ records }: Run, before: TimesData | null): boolean {
  const known = new Map(before?.events.map((record) => [record.event, record]));
  return [...records.values()].some((record) => {
    const old = known.get(record.event);
    return old !== record && (old === undefined || servedPart(old) !== servedPart(record));
  });
}
