import type { EventStore, TimesStore } from "../../ports.ts";
import { readTimes, type TimesOptions, type TimesReport } from "../../times/run.ts";

export interface KeepOptions extends Omit<TimesOptions, "data" | "times" | "wait" | "pauseMs"> {
  /** Address of a server that stands in for all hosts; requests are then sent without pauses. */
  readonly via?: string | undefined;
  /** Do not store anything. */
  readonly dry?: boolean;
}

/** Reads the organisers' calendars that are due for the events in `store`, and stores the result in `times`, unless `dry`. */
export async function readAndKeep(
  { store, times }: { readonly store: Pick<EventStore, "read">; readonly times: TimesStore },
  { via, dry = false, ...options }: KeepOptions,
): Promise<TimesReport> {
  const before = await times.read();
  const report = await readTimes({
    ...options,
    data: await store.read(),
    times: before,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    ...(via === undefined ? {} : { pauseMs: 0 }),
  });
  const isNews = before !== null || report.readings.length + report.left > 0;
  if (isNews && !dry) await times.replace(report.times, before);
  return report;
}
