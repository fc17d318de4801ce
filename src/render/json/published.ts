import * as z from "zod";
import type { Change, EventCall } from "../../model/event.ts";
import { KINDS } from "../../model/kind.ts";
import type { PublicEvent } from "./event.ts";
import { eventShape, noted } from "./schema.ts";
import { readTimesShape, sourceKind, timesShape } from "./times-schema.ts";

const text = z.string();
const textOrNull = z.string().nullable();
const count = z.int().nonnegative();

const change: z.ZodType<Change> = noted(
  z.strictObject({
    issue: noted(z.iso.date(), "Date of the issue that changed it; with `source`, of the reading."),
    field: noted(
      z.enum(["start", "end", "title", "places", "url", "status", "time", "calendar"]),
      "What changed. `time`: the start time; `calendar`: whether the organiser's calendar contains the event.",
    ),
    from: noted(
      textOrNull,
      "Previous value, as text: for `time` `19:00–21:30 Europe/Berlin`, null without a start time; for `calendar` `missing`, or null if it is there.",
    ),
    to: noted(textOrNull, "New value, as text."),
    source: noted(sourceKind, "Kind of source, if an organiser's calendar changed it.").exactOptional(),
  }),
  "A change of an event after it was first listed.",
  "Change",
);

const history = noted(z.array(change), "All changes since it was first listed, oldest first.");

const call: z.ZodType<EventCall> = noted(
  z.strictObject({
    id: noted(text, "Id of the call."),
    url: noted(textOrNull, "Page of the call."),
    closes: noted(
      z.iso.date().nullable(),
      "Last day for proposals; without `closesAt` until it ends anywhere on earth.",
    ),
    closesAt: noted(textOrNull, "The deadline as an instant (UTC); null unless a time is printed."),
    rolling: noted(z.boolean(), "Whether proposals are accepted as they come in."),
    extended: noted(z.boolean(), "Whether the deadline was moved to a later day."),
  }),
  "The call for papers of a conference; missing if none was listed.",
  "EventCall",
);

const kind = noted(z.enum(KINDS), "Kind of event, by its name, days and link; `meetup` if nothing else is evident.");

const publishedEvent: z.ZodType<PublicEvent> = noted(
  z.strictObject({ ...eventShape, kind, call: call.exactOptional(), ...timesShape, history }),
  "An event, merged from all its listings, with its start time if an organiser's calendar gives one.",
  "Event",
);

const source = {
  attribution: noted(text, "Required attribution."),
  license: noted(z.url(), "Licence of the events."),
};

/** The response of `/events/{id}.json`. */
export const singleEventSchema = noted(
  z.strictObject({ ...eventShape, kind, call: call.exactOptional(), ...readTimesShape, history, ...source }),
  "An event with attribution and licence.",
  "SingleEvent",
);

/** A list of events. */
export const eventListSchema = noted(
  z.strictObject({
    title: noted(text, "Name of the calendar, with its filters."),
    self: noted(text, "Canonical URL of this response."),
    next: noted(textOrNull, "URL of the next page; null on the last page."),
    total: noted(count, "Number of events on all pages."),
    count: noted(count, "Number of events on this page."),
    ...source,
    events: noted(z.array(publishedEvent), "Sorted by start, then id."),
  }),
  "A list of events, or a page of it.",
  "EventList",
);
