import type { TimesReport } from "../../times/run.ts";

/** `44 of 50 coming events have an hour (88 %); 31 calendars asked: 29 read, 2 not-found` */
export function summaryText(report: TimesReport): string {
  const { coming, timed, percent, asked, outcomes, left } = summaryOf(report);
  const share =
    percent === null ? "no event is coming" : `${timed} of ${coming} coming events have an hour (${percent} %)`;
  const each = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  const read =
    asked === 0 ? "no calendar asked" : `${counted(asked, "calendar", "calendars")} asked: ${each.join(", ")}`;
  return `${share}; ${read}${left === 0 ? "" : `; ${left} left for another run`}`;
}

/** The same for programs. */
export function summaryOf({ readings, share, left }: TimesReport) {
  const outcomes: Record<string, number> = {};
  for (const { outcome } of readings) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return { ...share, asked: readings.length, outcomes, left };
}

/** `1 entry`, `2 entries` */
export function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
