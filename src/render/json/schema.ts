import * as z from "zod";
import type { Change, EventRecord, ListingRef } from "../../model/event.ts";
import type { EventGroup, Link } from "../../model/listing.ts";
import type { Place } from "../../model/place.ts";
import { REGIONS } from "../../model/region.ts";

/** Documentation of a schema. */
export interface SchemaNote {
  readonly description: string;
  /** Name of a schema that is published as a component. */
  readonly id?: string;
}

/** The documentation of all published schemas. */
export const SCHEMA_NOTES = z.registry<SchemaNote>();

/** A copy of `schema` with documentation. */
export function noted<Schema extends z.ZodType>(schema: Schema, description: string, id?: string): Schema {
  const copy = schema.clone();
  SCHEMA_NOTES.add(copy, id === undefined ? { description } : { description, id });
  return copy;
}

const date = z.iso.date();
const text = z.string();
const textOrNull = z.string().nullable();
const count = z.int().nonnegative();
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, "Invalid instant");

const listingRef: z.ZodType<ListingRef> = noted(
  z.strictObject({
    issue: noted(date, "Date of the issue."),
    number: noted(count.nullable(), "Number of the issue; null if it has none."),
    line: noted(count, "Line number in the issue's file, from 1."),
    sub: noted(count, "1, 2, …: position among several events on the same line.").exactOptional(),
    url: noted(textOrNull, "Link as printed."),
    draft: noted(
      z.literal(true),
      "Present if the issue is a draft, on servers that show drafts. The listing may still change or disappear.",
    ).exactOptional(),
    call: noted(
      z.literal(true),
      "Present if the line is a call for papers of the event, a conference.",
    ).exactOptional(),
  }),
  "A listing of an event: one line of one issue.",
  "Listing",
);

/** A change by an issue, as stored. */
const change: z.ZodType<Change> = z.strictObject({
  issue: date,
  field: z.enum(["start", "end", "title", "places", "url", "status"]),
  from: textOrNull,
  to: textOrNull,
});

const link: z.ZodType<Link> = noted(
  z.strictObject({ text: noted(text, "Link text."), url: noted(text, "URL, http or https.") }),
  "A further link, for example to a mirror or a stream.",
  "Link",
);

export const placeSchema: z.ZodType<Place> = noted(
  z.strictObject({
    city: noted(textOrNull, "Name of the city in English."),
    area: noted(textOrNull, "State, province or similar."),
    country: noted(textOrNull, "ISO 3166-1 alpha-2 code: `DE`."),
    latitude: noted(z.number().min(-90).max(90).nullable(), "Latitude in degrees, WGS 84."),
    longitude: noted(z.number().min(-180).max(180).nullable(), "Longitude in degrees, WGS 84."),
    timeZone: noted(textOrNull, "IANA time zone: `Europe/Berlin`."),
  }),
  "A place; unknown parts are null.",
  "Place",
);

const eventGroup: z.ZodType<EventGroup> = noted(
  z.strictObject({
    slug: noted(text, "Permanent name in paths and in `group=`."),
    name: noted(text, "The name printed most in the last year in which it was listed."),
    url: noted(textOrNull, "Page of the group."),
  }),
  "A group that organises an event.",
  "EventGroup",
);

/** The keys of a stored event, with their documentation. */
export const eventShape = {
  id: noted(text.min(1), "Permanent id: never changes and is never reused. The iCalendar UID is `id@domain`."),
  aliases: noted(
    z.array(text.min(1)).min(1),
    "Ids of events that were merged into this one; `/events/{id}` redirects from each of them. Omitted if there are none.",
  ).exactOptional(),
  title: noted(text, "Plain text on one line, as last listed."),
  url: noted(textOrNull, "Main link, http or https."),
  links: noted(z.array(link), "Further links."),
  mode: noted(z.enum(["virtual", "hybrid", "in-person"]).nullable(), "How to attend; null if unknown."),
  status: noted(z.enum(["confirmed", "cancelled", "postponed"]), "As last printed."),
  state: noted(
    z.enum(["listed", "moved", "unlisted", "cancelled", "past"]),
    "State of the event: `unlisted` means missing from the newest issue that should list it, which is not the same as cancelled; `moved` means that its date changed since it was first listed.",
  ),
  start: noted(date, "First day, in local time."),
  end: noted(date, "Last day, inclusive, in local time."),
  timeZone: noted(
    textOrNull,
    "IANA time zone: of the start time if there is one, otherwise of the first place or of the organiser; null if unknown.",
  ),
  startsAt: noted(
    instant.nullable(),
    "Start as an instant in UTC; for all-day events, local midnight at the start of `start`, null without a time zone.",
  ),
  endsAt: noted(
    instant.nullable(),
    "End, exclusive, null if unknown; for all-day events, local midnight at the end of `end`, null without a time zone.",
  ),
  allDay: noted(z.boolean(), "True if no start time is known; otherwise see `time`."),
  regions: noted(
    z.array(z.enum(REGIONS)),
    "All regions under which it was listed, and `Virtual` if it can be attended online.",
  ),
  places: noted(z.array(placeSchema), "Where it takes place; empty if no place is printed."),
  groups: noted(z.array(eventGroup), "Who organises it."),
  revision: noted(count, "Number of changes since it was first listed: SEQUENCE in iCalendar."),
  created: noted(date, "Date of the issue that first listed it."),
  updated: noted(date, "Date of the issue, or of the reading of its organiser's calendar, that last changed it."),
  listings: noted(z.array(listingRef), "All its listings, in all issues."),
  history: z.array(change),
};

/** A stored event, which has no start time. */
export const eventSchema: z.ZodType<EventRecord> = z.strictObject(eventShape);
