import * as z from "zod";
import { ZONES } from "../../model/clocks.ts";
import type { Filter } from "../filter.ts";
import { one } from "../values.ts";
import { zoneNamed } from "../zones.ts";
import { EVENING } from "./starts.ts";

/** The clocks that `starts` and `weekday` go by. */
export const TZ: Filter<"tz", string, { readonly starts?: string; readonly weekday?: readonly string[] }> = {
  key: "tz",
  schema: () => one(z.string(), ZONES, zoneNamed),
  plain: true,
  conflict: (tz, { starts, weekday }) =>
    starts === undefined && weekday === undefined
      ? { reason: "needs starts or weekday", allowed: [`starts=${EVENING}&tz=${tz}`] }
      : null,
  form: "handed on",
  documentation: {
    description: "The IANA time zone of `starts` and `weekday`.",
    examples: ["Europe/Berlin"],
    beside: { starts: EVENING },
  },
};
