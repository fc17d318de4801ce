import * as z from "zod";
import { OUTCOMES } from "../../model/times.ts";
import { noted } from "../../render/json/schema.ts";
import type { HoursTold } from "../hours.ts";

const text = z.string();
const count = z.int().nonnegative();

/** How the hours of events fare, as published. */
export const hoursSchema = noted(
  z.strictObject({
    events: noted(
      z.strictObject({
        coming: noted(count, "Events of the next 60 days."),
        timed: noted(count, "Those of them whose hour is known."),
        percent: noted(
          z.int().min(0).max(100).nullable(),
          "The same as a share, rounded down; null when nothing is coming.",
        ),
      }),
      "How many events have an hour.",
    ),
    calendars: noted(
      z.partialRecord(z.enum(OUTCOMES), count),
      "Calendars by what their last reading came to: `read`, `empty`, `not-found`, `private`, `refused` (another status), `forbidden` (by robots.txt), `unreachable`, `not-believed` (no whole calendar).",
    ),
    asked: noted(z.iso.datetime().nullable(), "When one was last asked."),
    halved: noted(
      z.boolean(),
      "The share of events with an hour fell to half of what it was: perhaps a source changed its shape.",
    ),
    problems: noted(
      z.array(
        z.strictObject({
          rule: noted(text, "Name of the rule: `two-candidates`, `other-day`, `zone-unknown` …"),
          url: noted(text, "The calendar or page."),
          event: noted(text.nullable(), "Id of the event; null where the whole reading is meant."),
          message: noted(text, "What was found."),
        }),
      ),
      "What was odd about the last reading of each calendar, the first hundred.",
    ),
    furtherProblems: noted(count, "How many more."),
    trouble: noted(text.nullable(), "Why nothing can be told of hours, and days are shown; null where all is well."),
  }) satisfies z.ZodType<HoursTold>,
  "How reading organisers' calendars fares.",
  "Hours",
);
