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
      "What was told otherwise. `time`: the hour; `calendar`: whether the organiser's calendar still has the event.",
    ),
    from: noted(textOrNull, "Value before, as text."),
    to: noted(
      textOrNull,
      "Value after, as text: of `time` like `19:00–21:30 Europe/Berlin`, null without an hour; of `calendar` `missing`, or null once it is there again.",
    ),
    source: noted(
      z.enum(SOURCE_KINDS),
      "Kind of the organiser's publication that told it; left out where the issue did.",
    ).exactOptional(),
  }),
  "One value that an issue, or an organiser's calendar, changed.",
  "ChangedValue",
);

const eventSchema = noted(
  z.strictObject({
    id: noted(text, "Lasting id of the event: `/events/{id}`."),
    kinds: noted(
      z.array(z.enum(CHANGE_KINDS)),
      "What happened, one or more: `new`, `cancelled`, `postponed`, `confirmed` again, `moved`, `rescheduled` to another hour, `retitled`, `relocated`, `relinked`; `unlisted`: gone from an issue that lists others before and after its day; `relisted`: back; `missing`: gone from the organiser's calendar, which need not mean that it is cancelled; `found`: back there.",
    ),
    title: noted(text, "As known once the issue was read, like what follows."),
    url: noted(textOrNull, "Page of the event."),
    start: noted(date, "First day."),
    end: noted(date, "Last day, inclusive."),
    status: noted(
      z.enum(["confirmed", "cancelled", "postponed"]),
      "As printed, or as the organiser's calendar says in so many words.",
    ),
    changes: noted(z.array(changeSchema), "Each value that was told otherwise before."),
  }),
  "What one issue, or the readings of one day, changed about one event.",
  "ChangedEvent",
);

const issueSchema = noted(
  z.strictObject({
    issue: noted(date, "Day of the issue; of the readings where organisers' calendars alone told something on a day."),
    number: noted(count.nullable(), "Number of the issue; null where it prints none, and without an issue."),
    url: noted(text, "Page of the issue; without one, the page of that day here."),
    events: noted(z.array(eventSchema), "By kind, then start and id."),
  }),
  "What one issue, and the organisers' calendars that were read on its day, changed.",
  "ChangedIssue",
);

/** What `/changes.json` gives. */
export const changesSchema = noted(
  z.strictObject({
    title: noted(text, "Name of the list, its filters in words."),
    self: noted(text, "Address of this answer in canonical form."),
    next: noted(textOrNull, "Address of the next, older part; null after the last."),
    total: noted(count, "Issues, and days of readings without one, in all parts."),
    count: noted(count, "Those in this part."),
    attribution: noted(text, "Whom to name where the events are shown."),
    license: noted(z.url(), "Licence of the events."),
    issues: noted(z.array(issueSchema), "Newest first."),
  }),
  "What each issue, and each reading of organisers' calendars, changed.",
  "Changes",
);
