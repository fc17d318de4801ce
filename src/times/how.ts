import type { CalendarState, HostState, Instant, ReadingOutcome, SourceKind } from "../model/times.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Rule 2: how long a calendar is left alone after each outcome, in hours. */
const WAITS: Readonly<Record<ReadingOutcome, number>> = {
  read: 20,
  empty: 20,
  "not-found": 7 * 24,
  private: 7 * 24,
  forbidden: 24,
  refused: 1,
  unreachable: 1,
  "not-believed": 1,
};
const FAILURES: ReadonlySet<ReadingOutcome> = new Set(["refused", "unreachable", "not-believed"]);
/** A calendar that fails is asked so often within a day. */
const MOST_A_DAY = 3;
const MOST_PAUSE_HOURS = 7 * 24;

/** What is remembered of a calendar that was asked at `asked`; `before` is what was remembered up to then. */
export function afterReading(
  { kind, url }: { readonly kind: SourceKind; readonly url: string },
  outcome: ReadingOutcome,
  asked: Instant,
  before: CalendarState | undefined,
): CalendarState {
  const isGood = outcome === "read" || outcome === "empty";
  const recent = (before?.failed ?? []).filter((at) => at <= asked && at > later(asked, -DAY));
  const failed = isGood ? [] : FAILURES.has(outcome) ? [...recent, asked] : recent;
  const usual = later(asked, WAITS[outcome] * HOUR);
  const [first] = failed;
  const notBefore = FAILURES.has(outcome) && failed.length >= MOST_A_DAY && first ? later(first, DAY) : usual;
  return { url, kind, asked, outcome, notBefore, failed, good: isGood ? asked : (before?.good ?? null) };
}

/** Before anything is known of a host. */
export function newHost(host: string): HostState {
  return { host, notBefore: null, pauseHours: 0, robots: null };
}

/** A host that asked to be left alone, or seemed to: as long as it says, and twice as long as the time before, up to a week. */
export function leftAlone(host: HostState, now: Instant, retryAfterMs: number | null): HostState {
  const pauseHours = Math.min(MOST_PAUSE_HOURS, Math.max(1, 2 * host.pauseHours));
  const wait = Math.min(MOST_PAUSE_HOURS * HOUR, Math.max(pauseHours * HOUR, retryAfterMs ?? 0));
  return { ...host, pauseHours, notBefore: later(now, wait) };
}

/** A host that gave a good answer. */
export function welcomed(host: HostState): HostState {
  return host.notBefore === null && host.pauseHours === 0 ? host : { ...host, notBefore: null, pauseHours: 0 };
}

/** Whether robots.txt, as it was read, still counts at `now`: for a day (RFC 9309, 2.4). */
export function knowsRobots({ robots }: HostState, now: Instant): boolean {
  return robots !== null && robots.read <= now && later(robots.read, DAY) > now;
}

/** The moment `ms` milliseconds later. */
export function later(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString().replace(/\.\d+Z$/, "Z");
}

/** `at`, or where a clock was set back the second after `last`: what says when something changed must go on. */
export function nextAfter(last: Instant | null, at: Instant): Instant {
  return last !== null && last >= at ? later(last, 1_000) : at;
}
