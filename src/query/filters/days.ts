import * as z from "zod";
import type { LocalDate } from "../../model/date.ts";
import type { Filter } from "../filter.ts";
import { one, upTo } from "../values.ts";

const FIRST_DAY = "1970-01-01";
const LAST_DAY = "2999-12-31";
/** Maximum of `days`. */
const MOST_DAYS = 3660;

const day: z.ZodType<LocalDate> = z.iso.date().refine((text) => text >= FIRST_DAY && text <= LAST_DAY);
const aDay = () => one(day, ["a date, YYYY-MM-DD"]);

// These three are applied in `window.ts`.

export const FROM: Filter<"from", LocalDate> = {
  key: "from",
  schema: aDay,
  say: { at: 140, words: (from) => `from ${from}` },
  form: { label: "From", spoken: " the day", input: "date" },
  documentation: {
    description: "First day, inclusive. Default: 90 days ago. `from=2014-01-01` includes the whole archive.",
    examples: ["2026-01-01"],
  },
};

export const TO: Filter<"to", LocalDate, { readonly from?: LocalDate }> = {
  key: "to",
  schema: aDay,
  conflict: (to, { from }) =>
    from !== undefined && from > to ? { reason: `is before from=${from}`, allowed: [`${from} or later`] } : null,
  say: { at: 150, words: (to) => `to ${to}` },
  form: { label: "To", spoken: " the day", input: "date" },
  documentation: { description: "Last day, inclusive; cannot be combined with `days`.", examples: ["2035-12-31"] },
};

export const DAYS: Filter<"days", number, { readonly to?: LocalDate }> = {
  key: "days",
  schema: () => upTo(MOST_DAYS),
  conflict: (_, { to }) =>
    to === undefined ? null : { reason: "cannot be combined with to", allowed: ["either days or to"] },
  say: { at: 160, words: (days) => (days === 1 ? "1 day" : `${days} days`) },
  form: "dropped",
  documentation: { description: "Number of days from `from`, or from today.", examples: ["30"] },
};
