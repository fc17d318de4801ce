import * as z from "zod";
import { decodeCursor } from "../cursor.ts";
import type { Filter } from "../filter.ts";
import { one, upTo } from "../values.ts";

/** Most events that `limit` may ask for. */
const MOST_EVENTS = 1000;

// Which part of the events the two give is worked out in `page.ts`.

export const LIMIT: Filter<"limit", number> = {
  key: "limit",
  schema: () => upTo(MOST_EVENTS),
  form: "left out",
  documentation: { description: "So many events at most; `next` of the answer leads on.", examples: ["50"] },
};

export const CURSOR: Filter<"cursor", string> = {
  key: "cursor",
  schema: () =>
    one(
      z.string().refine((text) => decodeCursor(text) !== null),
      ["the `next` of an answer"],
    ),
  form: "left out",
  documentation: {
    description:
      "Where to go on: taken from `next` of the answer before, never made up. Following `next` neither skips nor repeats an event, also when the data change in between.",
    examples: ["2026-07-01_2026-07-03_2026-07-08_event"],
  },
};
