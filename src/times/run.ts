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

/** Shares of so many runs are kept. */
const SHARES = 8;
/** Calendars that nothing calls for any more are forgotten so long after their time. */
const FORGET_MS = 7 * 86_400_000;

export interface TimesOptions extends HostsOptions {
  /** As the newsletter prints it. */
  readonly data: DataSet;
  /** What was read before; null before the first run. */
  readonly times: TimesData | null;
  readonly organisers: Organisers;
  /** Only calendars of this group, by its slug. */
  readonly only?: string;
  /** Also what is not due. */
  readonly all?: boolean;
  /** Most calendars of one run. */
  readonly most?: number;
  /** No calendar is begun after this moment of `now`. */
  readonly endsAt?: number;
  /** So many of the calendars that are due are done with. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly onReading?: (told: ReadingTold) => void;
}

/** How one calendar was read. */
export interface ReadingTold {
  readonly calendar: Calendar;
  readonly outcome: ReadingOutcome | "left-alone";
  /** Entries in it, and how many of them are events that are known here. */
  readonly entries: number;
  readonly matched: number;
  /** What went wrong; null when nothing did. */
  readonly message: string | null;
  readonly problems: readonly TimesProblem[];
  /** What is known now of the events that the reading told of. */
  readonly records: readonly TimesRecord[];
}

export interface TimesReport {
  readonly times: TimesData;
  readonly readings: readonly ReadingTold[];
  /** Calendars that were due but not asked: no time was left, the run had enough, or their host is left alone. */
  readonly left: number;
  readonly share: Share;
}

/** What the run knows by now. */
interface Run {
  readonly calendars: Map<string, CalendarState>;
  readonly records: Map<string, TimesRecord>;
  readonly printed: ReadonlyMap<string, EventRecord>;
  readonly hosts: Hosts;
  problems: readonly TimesProblem[];
}

/**
 * Reads the organisers' calendars that are due, one request at a time: rules 1 to 8 of `data/README.md`. Whatever comes, what was
 * read before stays until a better reading takes its place. It never rejects for a calendar's or a host's sake.
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
  const readings: ReadingTold[] = [];
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
    const told = await readOne(one, run, options, elsewhere);
    readings.push(told);
    options.onReading?.(told);
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

/** One request for one calendar, and what comes of it. */
async function readOne(
  { calendar, events }: Wanted,
  run: Run,
  options: TimesOptions,
  elsewhere: ReadonlySet<string>,
): Promise<ReadingTold> {
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

/** A calendar that is due and not asked for, as its host is left alone. */
function leave(calendar: Calendar, why: string, run: Run): ReadingTold {
  const problem = { rule: "left-alone", url: calendar.url, event: null, message: why };
  run.problems = [...run.problems.filter(({ url }) => url !== calendar.url), problem];
  return { calendar, outcome: "left-alone", entries: 0, matched: 0, message: why, problems: [problem], records: [] };
}

interface Asked {
  readonly outcome: ReadingOutcome;
  readonly message: string | null;
  /** Null unless the answer is believed. */
  readonly contents: Contents | null;
}

async function contentsOf({ kind, url }: Calendar, { hosts }: Run, { now }: TimesOptions): Promise<Asked> {
  const failed = (outcome: ReadingOutcome, message: string): Asked => ({ outcome, message, contents: null });
  if (!hosts.allows(url)) return failed("forbidden", "robots.txt of its host forbids it");
  const source = sourceOf(kind);
  const answer = await hosts.get(url, source.mostBytes, source.accept);
  if (answer.kind === "none") return failed("unreachable", answer.message);
  if (answer.status !== 200) {
    const refusal = source.refusals(answer.status, answer.body);
    if (refusal === null && [403, 429, 503].includes(answer.status)) hosts.leave(url, answer.retryAfterMs);
    return failed(refusal ?? "refused", `answers ${answer.status}`);
  }
  try {
    const contents = source.read(answer.body, [url, answer.url], instant(now()));
    const [strange] = contents.problems;
    if (contents.entries.length === 0 && strange)
      return failed("not-believed", `none of its events is as expected: ${strange.message}`);
    hosts.welcome(url);
    return { outcome: contents.entries.length === 0 ? "empty" : "read", message: null, contents };
  } catch (error) {
    return failed("not-believed", error instanceof NotBelieved ? error.message : "cannot be read");
  }
}

/** Rule 8, for what is still ahead. */
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

/** Whether answers are other than before. */
function isChanged({ records }: Run, before: TimesData | null): boolean {
  const known = new Map(before?.events.map((record) => [record.event, record]));
  return [...records.values()].some((record) => {
    const old = known.get(record.event);
    return old !== record && (old === undefined || servedPart(old) !== servedPart(record));
  });
}
