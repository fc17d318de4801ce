/** One line of the report: what was measured, and its limit, if there is one. */
export interface Measure {
  readonly what: string;
  readonly value: string;
  /** Whether the value is within the limit; null without a limit. */
  readonly kept: boolean | null;
  readonly limit: string;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)}×`;
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** A measure without a limit. */
export const fact = (what: string, value: string): Measure => ({ what, value, kept: null, limit: "" });

/** A measure with a limit. */
export const limited = (what: string, value: string, kept: boolean, limit: string): Measure => ({
  what,
  value,
  kept,
  limit,
});

export function print(title: string, measures: readonly Measure[]): void {
  console.log(`\n${title}`);
  for (const { what, value, kept, limit } of measures) {
    const verdict = kept === null ? "" : `${kept ? "ok  " : "OVER"}  ${limit}`;
    console.log(`  ${what.padEnd(66)}${value.padStart(12)}  ${verdict}`.trimEnd());
  }
}
