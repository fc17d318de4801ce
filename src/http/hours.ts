import type { Instant, ReadingOutcome, TimesProblem } from "../model/times.ts";
import { hasHalved, type Share, shareOf } from "../times/watch.ts";
import type { Current } from "./current.ts";
import type { Service } from "./service.ts";

/** Problems that are told; further ones are counted. */
const MOST_PROBLEMS = 100;

/** What `/health` tells of the reading of organisers' calendars. */
export interface HoursTold {
  readonly events: Share;
  /** Calendars by what their last reading came to. */
  readonly calendars: Readonly<Partial<Record<ReadingOutcome, number>>>;
  /** When one was last asked. */
  readonly asked: Instant | null;
  /** The share of events with an hour fell to half of what it was. */
  readonly halved: boolean;
  readonly problems: readonly TimesProblem[];
  readonly furtherProblems: number;
  /** Why nothing can be told of hours; null where all is well. */
  readonly trouble: string | null;
}

/** Null where nothing was ever read. */
export async function hoursTold({ times, clock }: Service, current: Current): Promise<HoursTold | null> {
  const told = await times?.();
  if (!told) return null;
  const { data, trouble } = told;
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
