import type { TimesReport } from "../../times/run.ts";

/** `44 of 50 upcoming events have a start time (88 %); 31 calendars requested: 29 read, 2 not-found` */
export function summaryText(report: TimesReport): string {
  const { coming, timed, percent, asked, outcomes, left } = summaryOf(report);
  const share =
    percent === null ? "no upcoming events" : `${timed} of ${coming} upcoming events have a start time (${percent} %)`;
  const each = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  const read =
    asked === 0 ? "no calendars requested" : `${counted(asked, "calendar", "calendars")} requested: ${each.join(", ")}`;
  return `${share}; ${read}${left === 0 ? "" : `; ${left} postponed to the next run`}`;
}

/** The same as a record, for `--json`. */
export function summaryOf({ readings, share, left }: TimesReport) {
  const outcomes: Record<string, number> = {};
  for (const { outcome } of readings) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return { ...share, asked: readings.length, outcomes, left };
}

/** `1 entry`, `2 entries` */
export function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
