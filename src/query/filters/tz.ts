import * as z from "zod";
import { ZONES } from "../../model/clocks.ts";
import type { Filter } from "../filter.ts";
import { one } from "../values.ts";
import { zoneNamed } from "../zones.ts";
import { EVENING } from "./starts.ts";

/** The time zone of `starts` and `weekday`. */
export const TZ: Filter<"tz", string, { readonly starts?: string; readonly weekday?: readonly string[] }> = {
  key: "tz",
  schema: () => one(z.string(), ZONES, zoneNamed),
  plain: true,
  conflict: (tz, { starts, weekday }) =>
    starts === undefined && weekday === undefined
      ? { reason: "requires starts or weekday", allowed: [`starts=${EVENING}&tz=${tz}`] }
      : null,
  form: "preserved",
  documentation: {
    description: "IANA time zone of `starts` and `weekday`.",
    examples: ["Europe/Berlin"],
    beside: { starts: EVENING },
  },
};
