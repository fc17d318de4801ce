import * as z from "zod";
import { CHANGE_KINDS } from "../../model/changes.ts";
import { noted } from "../json/schema.ts";

const text = z.string();
const textOrNull = z.string().nullable();
const date = z.iso.date();
const count = z.int().nonnegative();

const changeSchema = noted(
  z.strictObject({
    field: noted(z.enum(["start", "end", "title", "places", "url", "status"]), "What was printed otherwise."),
    from: noted(textOrNull, "Value before, as text."),
    to: noted(textOrNull, "Value after, as text."),
  }),
  "One value that an issue changed.",
  "ChangedValue",
);

const eventSchema = noted(
  z.strictObject({
    id: noted(text, "Lasting id of the event: `/events/{id}`."),
    kinds: noted(
      z.array(z.enum(CHANGE_KINDS)),
      "What happened, one or more: `new`, `cancelled`, `postponed`, `confirmed` again, `moved`, `retitled`, `relocated`, `relinked`; `unlisted`: gone from an issue that lists others before and after its day; `relisted`: back.",
    ),
    title: noted(text, "As known once the issue was read, like what follows."),
    url: noted(textOrNull, "Page of the event."),
    start: noted(date, "First day."),
    end: noted(date, "Last day, inclusive."),
    status: noted(z.enum(["confirmed", "cancelled", "postponed"]), "As printed."),
    changes: noted(z.array(changeSchema), "Each value that was printed otherwise before."),
  }),
  "What one issue changed about one event.",
  "ChangedEvent",
);

const issueSchema = noted(
  z.strictObject({
    issue: noted(date, "Day of the issue."),
    number: noted(count.nullable(), "Its number; null where it prints none."),
    url: noted(text, "Page of the issue."),
    events: noted(z.array(eventSchema), "By kind, then start and id."),
  }),
  "What one issue changed.",
  "ChangedIssue",
);

/** What `/changes.json` gives. */
export const changesSchema = noted(
  z.strictObject({
    title: noted(text, "Name of the list, its filters in words."),
    self: noted(text, "Address of this answer in canonical form."),
    next: noted(textOrNull, "Address of the next, older part; null after the last."),
    total: noted(count, "Issues in all parts."),
    count: noted(count, "Issues in this part."),
    attribution: noted(text, "Whom to name where the events are shown."),
    license: noted(z.url(), "Licence of the events."),
    issues: noted(z.array(issueSchema), "Newest first."),
  }),
  "What each issue changed.",
  "Changes",
);
