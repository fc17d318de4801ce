import { type LocalDate, weekday } from "../model/date.ts";

/** The days of the week in queries, in order. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export type Weekday = (typeof WEEKDAYS)[number];

const NAMES: Readonly<Record<Weekday, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

/** The day of the week with this name in any case, or an abbreviation of at least three letters: `Thurs`. */
export function weekdayNamed(text: string): Weekday | undefined {
  const name = text.toLowerCase();
  if (name.length < 3) return undefined;
  return WEEKDAYS.find((each) => NAMES[each].toLowerCase().startsWith(name));
}

/** `tue` → `Tuesday`. */
export function weekdayName(day: Weekday): string {
  return NAMES[day];
}

/** The day of the week of `date`. */
export function weekdayOf(date: LocalDate): Weekday {
  return WEEKDAYS[(weekday(date) + 6) % 7]!;
}
