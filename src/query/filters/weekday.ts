import * as z from "zod";
import type { Filter } from "../filter.ts";
import { many } from "../values.ts";
import { WEEKDAYS, type Weekday, weekdayName, weekdayNamed } from "../weekdays.ts";
import { onWeekdays } from "../when.ts";

export const WEEKDAY: Filter<"weekday", readonly Weekday[], { readonly starts?: string; readonly tz?: string }> = {
  key: "weekday",
  schema: () => many(z.enum(WEEKDAYS), { read: weekdayNamed, allowed: () => WEEKDAYS, order: WEEKDAYS }),
  select: (days, { events }, { tz }) => onWeekdays(events, days, tz),
  say: {
    at: 110,
    // The hours say the zone for both.
    words: (days, { starts, tz }) =>
      `${days.map(weekdayName).join(", ")}${tz === undefined || starts !== undefined ? "" : ` (${tz})`}`,
  },
  form: "handed on",
  documentation: {
    description:
      "Events that begin on one of these days of the week, by the clocks of `tz` where that is given and the hour is known; of an event of several days each day counts.",
    examples: ["tue", "wed"],
  },
};
