import * as z from "zod";
import { decodeCursor } from "../cursor.ts";
import type { Filter } from "../filter.ts";
import { one, upTo } from "../values.ts";

/** Maximum of `limit`. */
const MOST_EVENTS = 1000;

// These two are applied in `page.ts`.

export const LIMIT: Filter<"limit", number> = {
  key: "limit",
  schema: () => upTo(MOST_EVENTS),
  form: "dropped",
  documentation: {
    description: "Maximum number of events; `next` of the response is the next page.",
    examples: ["50"],
  },
};

export const CURSOR: Filter<"cursor", string> = {
  key: "cursor",
  schema: () =>
    one(
      z.string().refine((text) => decodeCursor(text) !== null),
      ["the cursor in `next` of a response"],
    ),
  form: "dropped",
  documentation: {
    description:
      "Start of the page, from `next` of the previous response. Pages neither skip nor repeat an event, even if the data change in between.",
    examples: ["2026-07-01_2026-07-03_2026-07-08_event"],
  },
};
