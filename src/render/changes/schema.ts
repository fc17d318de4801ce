import * as z from "zod";
import { CHANGE_KINDS } from "../../model/changes.ts";
import { SOURCE_KINDS } from "../../model/times.ts";
import { noted } from "../json/schema.ts";

const text = z.string();
const textOrNull = z.string().nullable();
const date = z.iso.date();
const count = z.int().nonnegative();

const changeSchema = noted(
  z.strictObject({
    field: noted(
      z.enum(["start", "end", "title", "places", "url", "status", "time", "calendar"]),
      "What changed. `time`: the start time; `calendar`: whether the organiser's calendar still contains the event.",
    ),
    from: noted(textOrNull, "Previous value, as text."),
    to: noted(
      textOrNull,
      "New value, as text: for `time` `19:00–21:30 Europe/Berlin`, null without a start time; for `calendar` `missing`, or null if the event is back.",
    ),
    source: noted(
      z.enum(SOURCE_KINDS),
      "Kind of source, if an organiser's calendar changed it; omitted if the issue did.",
    ).exactOptional(),
  }),
  "One value that an issue, or an organiser's calendar, changed.",
  "ChangedValue",
);

const eventSchema = noted(
  z.strictObject({
    id: noted(text, "Permanent id of the event: `/events/{id}`."),
    kinds: noted(
      z.array(z.enum(CHANGE_KINDS)),
      "What happened: `new`, `cancelled`, `postponed`, `confirmed` again, `moved` to another date, `rescheduled` to another time, `retitled`, `relocated`, `relinked`; `unlisted`: missing from an issue that lists events before and after its date; `relisted`: listed again; `missing`: no longer in the organiser's calendar, which does not necessarily mean that it is cancelled; `found`: back in the calendar.",
    ),
    title: noted(text, "As of this issue, like the following values."),
    url: noted(textOrNull, "Page of the event."),
    start: noted(date, "First day."),
    end: noted(date, "Last day, inclusive."),
    status: noted(
      z.enum(["confirmed", "cancelled", "postponed"]),
      "As printed, or as stated in the organiser's calendar.",
    ),
    changes: noted(z.array(changeSchema), "The values that changed."),
  }),
  "Changes of one event by one issue, or by the readings of one day.",
  "ChangedEvent",
);

const issueSchema = noted(
  z.strictObject({
    issue: noted(date, "Date of the issue, or of the readings if no issue was published on that day."),
    number: noted(count.nullable(), "Number of the issue; null if it has none, or without an issue."),
    url: noted(text, "Page of the issue, or of that day on this site."),
    events: noted(z.array(eventSchema), "Sorted by kind, then start and id."),
  }),
  "Changes by one issue and by the readings of organisers' calendars on its day.",
  "ChangedIssue",
);

/** The response of `/changes.json`. */
export const changesSchema = noted(
  z.strictObject({
    title: noted(text, "Name of the list, with its filters."),
    self: noted(text, "Canonical URL of this response."),
    next: noted(textOrNull, "URL of the next, older page; null on the last page."),
    total: noted(count, "Number of issues, and of days with readings only, on all pages."),
    count: noted(count, "Number of those on this page."),
    attribution: noted(text, "Required attribution."),
    license: noted(z.url(), "Licence of the events."),
    issues: noted(z.array(issueSchema), "Newest first."),
  }),
  "Changes by issues and by readings of organisers' calendars.",
  "Changes",
);
