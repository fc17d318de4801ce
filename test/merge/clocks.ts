import table from "../../data/zones/clocks.json" with { type: "json" };

/** Every zone's clock, or the name of the one that has the same, as committed. */
const clocks: Readonly<Record<string, readonly number[] | string>> = table.clocks;

/** Every zone of the table. */
export const ZONES: readonly string[] = Object.keys(clocks);

export const MINUTE = 60_000;

/** Minutes east of UTC at an instant, in milliseconds since 1970. */
export type OffsetAt = (instant: number) => number;

/** A zone's changes in the table, in milliseconds since 1970. */
export function changesOf(zone: string): readonly number[] {
  return clockOf(zone).flatMap((number, at) => (at % 2 === 1 ? [number * MINUTE] : []));
}

/** What the table says, read from its beginning. */
export function tableOffset(zone: string): OffsetAt {
  const clock = clockOf(zone);
  return (instant) => {
    let at = 0;
    while (at + 1 < clock.length && clock[at + 1]! * MINUTE <= instant) at += 2;
    return clock[at]!;
  };
}

/** What the runtime's own data say. */
export function runtimeOffset(zone: string): OffsetAt {
  const day = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const time = { hourCycle: "h23", hour: "2-digit", minute: "2-digit" } as const;
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, ...day, ...time });
  return (instant) => {
    const [, month, day, year, time] = /^(\d+)\/(\d+)\/(\d+), (\d+:\d+)$/.exec(format.format(instant))!;
    return (Date.parse(`${year}-${month}-${day}T${time}Z`) - instant) / MINUTE;
  };
}

function clockOf(zone: string): readonly number[] {
  const clock = clocks[zone];
  return typeof clock === "string" ? clockOf(clock) : clock!;
}
