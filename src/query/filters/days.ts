import * as z from "zod";
import type { LocalDate } from "../../model/date.ts";
import type { Filter } from "../filter.ts";
import { one, upTo } from "../values.ts";

const FIRST_DAY = "1970-01-01";
const LAST_DAY = "2999-12-31";
/** Most days that `days` may ask for. */
const MOST_DAYS = 3660;

const day: z.ZodType<LocalDate> = z.iso.date().refine((text) => text >= FIRST_DAY && text <= LAST_DAY);
const aDay = () => one(day, ["a day, YYYY-MM-DD"]);

// What the three find is worked out in `window.ts`.

export const FROM: Filter<"from", LocalDate> = {
  key: "from",
  schema: aDay,
  say: { at: 140, words: (from) => `from ${from}` },
  form: { label: "From", spoken: " the day", input: "date" },
  documentation: {
    description:
      "First day. Unless given, the last 90 days and all that is ahead; `from=2014-01-01` opens the archive.",
    examples: ["2026-01-01"],
  },
};

export const TO: Filter<"to", LocalDate, { readonly from?: LocalDate }> = {
  key: "to",
  schema: aDay,
  conflict: (to, { from }) =>
    from !== undefined && from > to ? { reason: `lies before from=${from}`, allowed: [`${from} or later`] } : null,
  say: { at: 150, words: (to) => `to ${to}` },
  form: { label: "To", spoken: " the day", input: "date" },
  documentation: { description: "Last day, inclusive; not together with `days`.", examples: ["2035-12-31"] },
};

export const DAYS: Filter<"days", number, { readonly to?: LocalDate }> = {
  key: "days",
  schema: () => upTo(MOST_DAYS),
  conflict: (_, { to }) =>
    to === undefined ? null : { reason: "cannot be given together with to", allowed: ["one of days, to"] },
  say: { at: 160, words: (days) => (days === 1 ? "1 day" : `${days} days`) },
  form: "left out",
  documentation: { description: "So many days from `from`, or from today.", examples: ["30"] },
};
