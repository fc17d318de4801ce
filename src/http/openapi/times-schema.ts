import * as z from "zod";
import { OUTCOMES } from "../../model/times.ts";
import { noted } from "../../render/json/schema.ts";
import type { TimesStatus } from "../times-status.ts";

const text = z.string();
const count = z.int().nonnegative();

/** Status of reading start times. */
export const timesStatusSchema = noted(
  z.strictObject({
    events: noted(
      z.strictObject({
        coming: noted(count, "Events in the next 60 days."),
        timed: noted(count, "Those of them with a start time."),
        percent: noted(
          z.int().min(0).max(100).nullable(),
          "Percentage of them with a start time, rounded down; null if there are no events.",
        ),
      }),
      "Number of events with a start time.",
    ),
    calendars: noted(
      z.partialRecord(z.enum(OUTCOMES), count),
      "Number of calendars by the outcome of their last reading: `read`, `empty`, `not-found`, `private`, `refused` (another HTTP status), `forbidden` (by robots.txt), `unreachable`, `not-believed` (invalid or incomplete calendar).",
    ),
    asked: noted(z.iso.datetime().nullable(), "When a calendar was last requested."),
    halved: noted(
      z.boolean(),
      "Whether the share of events with a start time dropped to half; a source may have changed its format.",
    ),
    problems: noted(
      z.array(
        z.strictObject({
          rule: noted(text, "Name of the rule: `two-candidates`, `other-day`, `zone-unknown` …"),
          url: noted(text, "The calendar or page."),
          event: noted(text.nullable(), "Id of the event; null if the problem is about the whole calendar."),
          message: noted(text, "Description of the problem."),
        }),
      ),
      "Problems in the last reading of each calendar, at most 100.",
    ),
    furtherProblems: noted(count, "Number of further problems."),
    trouble: noted(text.nullable(), "Why no start times are available; null if they are."),
  }) satisfies z.ZodType<TimesStatus>,
  "Status of reading start times from organisers' calendars.",
  "Hours",
);
