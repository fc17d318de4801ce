import type { Instant, ReadingOutcome, TimesProblem } from "../model/times.ts";
import { hasHalved, type Share, shareOf } from "../times/watch.ts";
import type { Current } from "./current.ts";
import type { Service } from "./service.ts";

/** Maximum number of problems in the response; further ones are only counted. */
const MOST_PROBLEMS = 100;

/** Status of reading start times, for `/health`. */
export interface TimesStatus {
  readonly events: Share;
  /** Number of calendars by the outcome of their last reading. */
  readonly calendars: Readonly<Partial<Record<ReadingOutcome, number>>>;
  /** When a calendar was last requested. */
  readonly asked: Instant | null;
  /** Whether the share of events with a start time dropped to half. */
  readonly halved: boolean;
  readonly problems: readonly TimesProblem[];
  readonly furtherProblems: number;
  /** Why start times are not available; null if they are. */
  readonly trouble: string | null;
}

/** Null if no calendar was ever read. */
export async function timesStatus({ times, clock }: Service, current: Current): Promise<TimesStatus | null> {
  const stored = await times?.();
  if (!stored) return null;
  const { data, trouble } = stored;
  if (trouble === null && (data === null || data.calendars.length + data.events.length + data.problems.length === 0))
    return null;
  const today = clock.today();
  const events = await (await current.get()).eventsFrom(today);
  const calendars: Partial<Record<ReadingOutcome, number>> = {};
  for (const { outcome } of data?.calendars ?? []) calendars[outcome] = (calendars[outcome] ?? 0) + 1;
  const problems = data?.problems ?? [];
  return {
    events: shareOf(events, today),
    calendars,
    asked:
      data?.calendars.reduce(
        (last: Instant | null, { asked }) => (last === null || asked > last ? asked : last),
        null,
      ) ?? null,
    halved: hasHalved(data?.shares ?? []),
    problems: problems.slice(0, MOST_PROBLEMS),
    furtherProblems: Math.max(0, problems.length - MOST_PROBLEMS),
    trouble,
  };
}
