import { UsageError } from "./command.ts";

const MILLISECONDS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const DURATION = /^(\d{1,6})([smhd])$/;

/** Parses the value of an option, such as `30m` or `1h`, into milliseconds; `least` and `most` are inclusive durations. */
export function duration(option: string, text: string, least: string, most: string): number {
  const given = millisecondsOf(text);
  if (given !== null && given >= Number(millisecondsOf(least)) && given <= Number(millisecondsOf(most))) return given;
  throw new UsageError(`--${option} takes a duration from ${least} to ${most}, like 30m, 1h or 1d, not "${text}"`);
}

function millisecondsOf(text: string): number | null {
  const [, number, unit] = DURATION.exec(text) ?? [];
  return number === undefined ? null : Number(number) * MILLISECONDS[unit as keyof typeof MILLISECONDS];
}
