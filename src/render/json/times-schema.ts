import * as z from "zod";
import { SOURCE_KINDS, SOURCE_NAMES } from "../../model/times.ts";
import { noted } from "./schema.ts";

const text = z.string();
const textOrNull = z.string().nullable();
const localTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/, "Invalid local time");
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, "Invalid instant");

/** Kind of source. */
export const sourceKind = z.enum(SOURCE_KINDS);

const source = noted(
  z.strictObject({
    kind: noted(
      sourceKind,
      Object.entries(SOURCE_NAMES)
        .map(([kind, name]) => `\`${kind}\`: ${name}`)
        .join("; "),
    ),
    url: noted(text, "Public URL of the calendar or page."),
  }),
  "Where the organiser publishes the times of the event.",
  "TimeSource",
);

const hours = {
  start: noted(localTime, "Local start time in `timeZone`: `2026-11-12T19:00:00`."),
  end: noted(localTime.nullable(), "Local end time, exclusive; null if unknown."),
  timeZone: noted(textOrNull, "IANA time zone; null if unknown: `start` and `end` are then in UTC."),
};

const time = { ...hours, source };

const note = {
  source,
  otherDay: noted(
    z.iso.date(),
    "A different date in the calendar: until a second reading confirms it, the event keeps its date and has no start time.",
  ).exactOptional(),
  printedDay: noted(
    z.iso.date(),
    "The date in the newsletter, if the event has a different date from the calendar.",
  ).exactOptional(),
  firstDay: noted(
    z.strictObject(hours),
    "Start and end time on the first day of a multi-day event, which is all-day.",
    "FirstDay",
  ).exactOptional(),
  status: noted(
    z.enum(["cancelled", "postponed"]),
    "The status in the calendar, if the newsletter does not have it; also in the event's own `status`.",
  ).exactOptional(),
  missing: noted(
    z.literal(true),
    "Present if two readings did not find the event, which does not necessarily mean that it is cancelled.",
  ).exactOptional(),
  stale: noted(z.iso.date(), "Date of the last successful reading, if that is more than 14 days ago.").exactOptional(),
};

const reading = {
  firstRead: noted(instant, "When the event was first found in the calendar.").exactOptional(),
  lastRead: noted(instant, "When the event was last found in the calendar.").exactOptional(),
};

const TIME = "Start and end time, from the organiser's calendar; present unless `allDay`.";
const CALENDAR = "Further information from the organiser's calendar; present only if there is any.";

const venue = noted(
  z.strictObject({
    name: noted(textOrNull, "Name; null if unknown."),
    address: noted(textOrNull, "Address on one line; null if unknown."),
  }),
  "Venue of the event, as published by the organiser; omitted if unknown.",
  "Venue",
).exactOptional();

const changedAt = noted(
  instant,
  "Instant of the last change, present if a reading changed the event. Unlike `updated`, a date, it differs for each change.",
).exactOptional();

/** Keys from organisers' calendars, in lists of events. */
export const timesShape = {
  changedAt,
  time: noted(z.strictObject(time), TIME, "EventTime").exactOptional(),
  venue,
  calendar: noted(z.strictObject(note), CALENDAR, "CalendarNote").exactOptional(),
};

/** The same keys for a single event, with the instants of the readings. */
export const readTimesShape = {
  changedAt,
  time: noted(z.strictObject({ ...time, ...reading }), TIME, "ReadEventTime").exactOptional(),
  venue,
  calendar: noted(
    z.strictObject({ ...note, ...reading }),
    `${CALENDAR} Contains \`firstRead\` and \`lastRead\` if there is no \`time\`.`,
    "ReadCalendarNote",
  ).exactOptional(),
};
