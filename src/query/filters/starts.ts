import * as z from "zod";
import type { Filter } from "../filter.ts";
import { canonicalSpan, SPAN } from "../hours.ts";
import { one } from "../values.ts";
import { beginningIn } from "../when.ts";

/** Example of a range. */
export const EVENING = "17:00-22:30";

export const STARTS: Filter<"starts", string, { readonly tz?: string }> = {
  key: "starts",
  schema: () => one(z.string().regex(SPAN), [`range of start times, HH:MM-HH:MM: ${EVENING}`], canonicalSpan),
  plain: true,
  select: (span, { events }, { tz }) => beginningIn(events, span, tz),
  say: {
    at: 120,
    words: (span, { tz }) => `beginning ${span.replace("-", "–")}${tz === undefined ? "" : ` (${tz})`}`,
  },
  form: "preserved",
  documentation: {
    description:
      "Events that start in this range, `HH:MM-HH:MM`, both ends inclusive; it may cross midnight, and `24:00` is the end of the day. Times are in the time zone `tz`; by default in the local time of each event, or UTC if its zone is unknown. Events without a start time are included unless `timed=only` is set.",
    examples: [EVENING],
  },
};
