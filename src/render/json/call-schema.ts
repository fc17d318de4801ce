import * as z from "zod";
import type { CallChange, CallRecord, CallRef } from "../../model/call.ts";
import { noted, placeSchema } from "./schema.ts";

const date = z.iso.date();
const dateOrNull = date.nullable();
const text = z.string();
const textOrNull = text.nullable();
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, "Invalid instant");

const callRef: z.ZodType<CallRef> = noted(
  z.strictObject({
    issue: noted(date, "Date of the issue."),
    line: noted(z.int().positive(), "Line number in the issue's file, from 1."),
    name: noted(text, "The conference's name as printed."),
    url: noted(textOrNull, "Link as printed."),
    closes: noted(dateOrNull, "The deadline as printed."),
    start: noted(dateOrNull, "First day of the conference as printed."),
    end: noted(dateOrNull, "Last day as printed, inclusive."),
  }),
  "A line of an issue that printed the call.",
  "CallListing",
);

const callChange: z.ZodType<CallChange> = noted(
  z.strictObject({
    issue: noted(date, "Date of the issue that made the change."),
    field: z.enum(["name", "url", "site", "closes", "closesAt", "rolling", "start", "end", "places"]),
    from: textOrNull,
    to: textOrNull,
  }),
  "A change of a call.",
  "CallChange",
);

/** A call for papers, as stored and published. */
export const callSchema: z.ZodType<CallRecord> = noted(
  z.strictObject({
    id: noted(text.regex(/^c[0-9a-z]{12}$/), "Permanent id."),
    name: noted(text, "Name of the conference."),
    url: noted(textOrNull, "Page of the call."),
    site: noted(textOrNull, "The conference's own page."),
    closes: noted(dateOrNull, "Last day for proposals; without `closesAt` until that day ends anywhere on earth."),
    closesAt: noted(instant.nullable(), "The deadline as an instant (UTC); null unless a time is printed."),
    rolling: noted(z.boolean(), "Whether proposals are accepted as they come in, without a deadline."),
    extended: noted(z.boolean(), "Whether the deadline was moved to a later day."),
    extendedFrom: noted(dateOrNull, "The earliest deadline before it was extended."),
    start: noted(dateOrNull, "First day of the conference."),
    end: noted(dateOrNull, "Last day of the conference, inclusive."),
    mode: noted(z.enum(["virtual", "hybrid", "in-person"]).nullable(), "How to attend; null if unknown."),
    places: noted(z.array(placeSchema), "Where the conference takes place."),
    created: noted(date, "Date of the issue that first listed it."),
    updated: noted(date, "Date of the issue that last changed it."),
    lastListed: noted(date, "Date of the issue that last listed it."),
    event: noted(textOrNull, "Id of the event that the conference is listed as."),
    listings: noted(z.array(callRef), "Lines that printed the call, oldest first."),
    history: noted(z.array(callChange), "Changes, oldest first."),
  }),
  "A conference's call for papers.",
  "Call",
);
