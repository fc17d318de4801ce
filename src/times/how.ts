import type { CalendarState, HostState, Instant, ReadingOutcome, SourceKind } from "../model/times.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Rule 2: minimum time between requests for a calendar after each outcome, in hours. */
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
/** Maximum number of requests in a day for a calendar that fails. */
const MOST_A_DAY = 3;
const MOST_PAUSE_HOURS = 7 * 24;

/** The new state of a calendar that was requested at `asked`; `before` is its previous state. */
export function afterReading(
  { kind, url }: { readonly kind: SourceKind; readonly url: string },
  outcome: ReadingOutcome,
  asked: Instant,
  before: CalendarState | undefined,
): CalendarState {
  const isGood = outcome === "read" || outcome === "empty";
  const recent = (before?.failed ?? []).filter((at) => at <= asked && at > later(asked, -DAY));
  const failed = isGood ? [] : FAILURES.has(outcome) ? [...recent, asked] : recent;
  const normal = later(asked, WAITS[outcome] * HOUR);
  const [first] = failed;
  const notBefore = FAILURES.has(outcome) && failed.length >= MOST_A_DAY && first ? later(first, DAY) : normal;
  return { url, kind, asked, outcome, notBefore, failed, good: isGood ? asked : (before?.good ?? null) };
}

/** The initial state of a host. */
export function newHost(host: string): HostState {
  return { host, notBefore: null, pauseHours: 0, robots: null };
}

/**
 * The state of a host that limited or refused a request: it is not contacted for as long as it asks, and at least twice as long
 * as last time, up to a week.
 */
export function leftAlone(host: HostState, now: Instant, retryAfterMs: number | null): HostState {
  const pauseHours = Math.min(MOST_PAUSE_HOURS, Math.max(1, 2 * host.pauseHours));
  const wait = Math.min(MOST_PAUSE_HOURS * HOUR, Math.max(pauseHours * HOUR, retryAfterMs ?? 0));
  return { ...host, pauseHours, notBefore: later(now, wait) };
}

/** The state of a host after a good response. */
export function welcomed(host: HostState): HostState {
  return host.notBefore === null && host.pauseHours === 0 ? host : { ...host, notBefore: null, pauseHours: 0 };
}

/** Whether the robots.txt that was read is still valid at `now`: for a day (RFC 9309, 2.4). */
export function knowsRobots({ robots }: HostState, now: Instant): boolean {
  return robots !== null && robots.read <= now && later(robots.read, DAY) > now;
}

/** The instant `ms` milliseconds after `at`. */
export function later(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString().replace(/\.\d+Z$/, "Z");
}

/** `at`, or one second after `last` if that is not earlier (the clock was set back): times of changes must increase. */
export function nextAfter(last: Instant | null, at: Instant): Instant {
  return last !== null && last >= at ? later(last, 1_000) : at;
}
