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
    // With `starts`, that filter shows the time zone.
    words: (days, { starts, tz }) =>
      `${days.map(weekdayName).join(", ")}${tz === undefined || starts !== undefined ? "" : ` (${tz})`}`,
  },
  form: "preserved",
  documentation: {
    description:
      "Events that start on these days of the week; for events with a start time, in the time zone `tz` if set. For multi-day events, all days count.",
    examples: ["tue", "wed"],
  },
};
