import type { EventStore, TimesStore } from "../../ports.ts";
import { readTimes, type TimesOptions, type TimesReport } from "../../times/run.ts";

export interface KeepOptions extends Omit<TimesOptions, "data" | "times" | "wait" | "pauseMs"> {
  /** Address that plays all hosts, which are then asked without a pause. */
  readonly via?: string | undefined;
  /** Nothing is kept. */
  readonly dry?: boolean;
}

/** Reads what is due of the organisers of the events in `store`, and keeps it in `times`, unless `dry`. */
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
