import * as z from "zod";
import type { Change, EventRecord } from "../../model/event.ts";
import { eventShape, noted } from "./schema.ts";
import { readTimesShape, sourceKind, timesShape } from "./times-schema.ts";

const text = z.string();
const textOrNull = z.string().nullable();
const count = z.int().nonnegative();

const change: z.ZodType<Change> = noted(
  z.strictObject({
    issue: noted(z.iso.date(), "Day of the issue that made the change; with `source` the day of the reading."),
    field: noted(
      z.enum(["start", "end", "title", "places", "url", "status", "time", "calendar"]),
      "What changed; `time`: the hour; `calendar`: whether the organiser's calendar has the event.",
    ),
    from: noted(
      textOrNull,
      "Value before, as text; of `time` like `19:00–21:30 Europe/Berlin`, null for no hour; of `calendar` `missing`, null for found.",
    ),
    to: noted(textOrNull, "Value after, as text."),
    source: noted(sourceKind, "Where it was read, of a change that an organiser's calendar made.").exactOptional(),
  }),
  "A change of an event after it was first listed.",
  "Change",
);

const history = noted(z.array(change), "Every change since it was first listed, oldest first.");

const publishedEvent: z.ZodType<EventRecord> = noted(
  z.strictObject({ ...eventShape, ...timesShape, history }),
  "One real event, merged from all its listings; its hour, where one is known, from its organiser's calendar.",
  "Event",
);

const source = {
  attribution: noted(text, "Whom to name where the events are shown."),
  license: noted(z.url(), "Licence of the events."),
};

/** What `/events/{id}.json` holds. */
export const singleEventSchema = noted(
  z.strictObject({ ...eventShape, ...readTimesShape, history, ...source }),
  "One event with attribution and licence.",
  "SingleEvent",
);

/** What every list of events holds. */
export const eventListSchema = noted(
  z.strictObject({
    title: noted(text, "Name of the calendar that feed and filters make."),
    self: noted(text, "Address of this answer."),
    next: noted(textOrNull, "Address of the next part; null after the last."),
    total: noted(count, "Events in all parts."),
    count: noted(count, "Events in this part."),
    ...source,
    events: noted(z.array(publishedEvent), "Sorted by start, then id."),
  }),
  "A list of events, or a part of one.",
  "EventList",
);
