import * as z from "zod";
import type { Filter } from "../filter.ts";
import { canonicalSpan, SPAN } from "../hours.ts";
import { one } from "../values.ts";
import { beginningIn } from "../when.ts";

/** A span of hours, as an example. */
export const EVENING = "17:00-22:30";

export const STARTS: Filter<"starts", string, { readonly tz?: string }> = {
  key: "starts",
  schema: () => one(z.string().regex(SPAN), [`first and last hour, HH:MM-HH:MM: ${EVENING}`], canonicalSpan),
  plain: true,
  select: (span, { events }, { tz }) => beginningIn(events, span, tz),
  say: {
    at: 120,
    words: (span, { tz }) => `beginning ${span.replace("-", "–")}${tz === undefined ? "" : ` (${tz})`}`,
  },
  form: "handed on",
  documentation: {
    description:
      "Events that begin between these hours, `HH:MM-HH:MM`, both inclusive, over midnight where the second comes first; `24:00` is the end of the day. The clocks are those of `tz`; without it each organiser's own, or UTC where no zone is known. Events whose hour is not known stay in unless `timed=only`.",
    examples: [EVENING],
  },
};
