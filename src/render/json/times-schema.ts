import * as z from "zod";
import { SOURCE_KINDS, SOURCE_NAMES } from "../../model/times.ts";
import { noted } from "./schema.ts";

const text = z.string();
const textOrNull = z.string().nullable();
const localTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/, "Invalid local time");
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, "Invalid instant");

/** What kind of publication of the organiser's something was read from. */
export const sourceKind = z.enum(SOURCE_KINDS);

const source = noted(
  z.strictObject({
    kind: noted(
      sourceKind,
      Object.entries(SOURCE_NAMES)
        .map(([kind, name]) => `\`${kind}\`: ${name}`)
        .join("; "),
    ),
    url: noted(text, "Public address of that calendar or page."),
  }),
  "Where an organiser publishes the times of an event.",
  "TimeSource",
);

const hours = {
  start: noted(localTime, "Local begin, `2026-11-12T19:00:00`, in `timeZone`; in UTC where that is null."),
  end: noted(localTime.nullable(), "Local end, exclusive, likewise; null where no end is known."),
  timeZone: noted(textOrNull, "IANA time zone; null where none is known: then the times are in UTC."),
};

const time = { ...hours, source };

const note = {
  source,
  otherDay: noted(
    z.iso.date(),
    "Another day on which the calendar has the event: until a second reading agrees, the event keeps its day and has no hour.",
  ).exactOptional(),
  printedDay: noted(
    z.iso.date(),
    "The day that the newsletter prints, where the event stands on the one that the calendar names.",
  ).exactOptional(),
  firstDay: noted(
    z.strictObject(hours),
    "The first day's hours of an event of several days, which is all-day.",
    "FirstDay",
  ).exactOptional(),
  status: noted(
    z.enum(["cancelled", "postponed"]),
    "What the calendar says in so many words, where the newsletter does not; the event's own `status` says it too.",
  ).exactOptional(),
  missing: noted(
    z.literal(true),
    "There, and true, where two readings no longer found the event, which need not mean that it is cancelled.",
  ).exactOptional(),
  stale: noted(z.iso.date(), "Day of the last good reading, where that is more than 14 days ago.").exactOptional(),
};

const reading = {
  firstRead: noted(instant, "When the event was first found there.").exactOptional(),
  lastRead: noted(instant, "When it was last found there.").exactOptional(),
};

const TIME = "The hour, from the organiser's calendar; there unless `allDay`.";
const CALENDAR = "What else the organiser's calendar tells; there only where it tells something else.";

const venue = noted(
  z.strictObject({
    name: noted(textOrNull, "Name; null where none is published."),
    address: noted(textOrNull, "Address on one line; null where none is published."),
  }),
  "Where in its city an event takes place, as its organiser publishes it; left out where that is not known.",
  "Venue",
).exactOptional();

const changedAt = noted(
  instant,
  "When it last changed, there where a reading changed it: every change moves it on, as `updated`, a day, may not.",
).exactOptional();

/** What organisers' calendars add to an event in a list. */
export const timesShape = {
  changedAt,
  time: noted(z.strictObject(time), TIME, "EventTime").exactOptional(),
  venue,
  calendar: noted(z.strictObject(note), CALENDAR, "CalendarNote").exactOptional(),
};

/** The same where one event is told, with when it was read. */
export const readTimesShape = {
  changedAt,
  time: noted(z.strictObject({ ...time, ...reading }), TIME, "ReadEventTime").exactOptional(),
  venue,
  calendar: noted(
    z.strictObject({ ...note, ...reading }),
    `${CALENDAR} It has the moments of reading where there is no \`time\`.`,
    "ReadCalendarNote",
  ).exactOptional(),
};
