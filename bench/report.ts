/** One line of the report: what was measured, in words; the limit it is held against, where there is one. */
export interface Measure {
  readonly what: string;
  readonly value: string;
  /** Whether the limit is kept; null without a limit. */
  readonly kept: boolean | null;
  readonly limit: string;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)}×`;
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** A measure that has no limit. */
export const fact = (what: string, value: string): Measure => ({ what, value, kept: null, limit: "" });

/** A measure with a limit, in words, and whether it is kept. */
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
