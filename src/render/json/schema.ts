import * as z from "zod";
import type { Change, EventRecord, ListingRef } from "../../model/event.ts";
import type { EventGroup, Link } from "../../model/listing.ts";
import type { Place } from "../../model/place.ts";
import { REGIONS } from "../../model/region.ts";

/** What is told of a schema beside its rules; kept apart from them. */
export interface SchemaNote {
  readonly description: string;
  /** Name under which a schema is published by itself. */
  readonly id?: string;
}

/** The notes on all published schemas. */
export const SCHEMA_NOTES = z.registry<SchemaNote>();

/** A copy of `schema` with a description of its own. */
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
    issue: noted(date, "Day of the issue."),
    number: noted(count.nullable(), "Number of the issue; null where it prints none."),
    line: noted(count, "Line of the issue's file, from 1."),
    sub: noted(count, "1, 2, …: which of several events on that line.").exactOptional(),
    url: noted(textOrNull, "Link as printed there."),
    draft: noted(
      z.literal(true),
      "There, and true, while the issue is a draft: only where drafts are asked for. What it says may still change or vanish.",
    ).exactOptional(),
  }),
  "Where an event was listed: one line of one issue.",
  "Listing",
);

/** Of an issue: what is stored. */
const change: z.ZodType<Change> = z.strictObject({
  issue: date,
  field: z.enum(["start", "end", "title", "places", "url", "status"]),
  from: textOrNull,
  to: textOrNull,
});

const link: z.ZodType<Link> = noted(
  z.strictObject({ text: noted(text, "What the link says."), url: noted(text, "Address, http or https.") }),
  "A further link: a mirror, a stream.",
  "Link",
);

const place: z.ZodType<Place> = noted(
  z.strictObject({
    city: noted(textOrNull, "Name of the city in English."),
    area: noted(textOrNull, "State, province or the like."),
    country: noted(textOrNull, "ISO 3166-1 alpha-2, `DE`."),
    latitude: noted(z.number().min(-90).max(90).nullable(), "Degrees north, WGS 84."),
    longitude: noted(z.number().min(-180).max(180).nullable(), "Degrees east, WGS 84."),
    timeZone: noted(textOrNull, "IANA time zone, `Europe/Berlin`."),
  }),
  "A place; each part is null where nothing tells.",
  "Place",
);

const eventGroup: z.ZodType<EventGroup> = noted(
  z.strictObject({
    slug: noted(text, "Lasting name in addresses and in `group=`, whatever name the group is printed with."),
    name: noted(text, "The name printed most in the last year in which it was listed."),
    url: noted(textOrNull, "Page of the group."),
  }),
  "A group that holds an event.",
  "EventGroup",
);

/** The keys of an event as it is stored, with what is told of them where it is published. */
export const eventShape = {
  id: noted(text.min(1), "Lasting id: never changes, never names another event. The iCalendar UID is `id@domain`."),
  aliases: noted(
    z.array(text.min(1)).min(1),
    "Ids of events that turned out to be this one; `/events/{id}` leads from each of them here. Left out where there are none.",
  ).exactOptional(),
  title: noted(text, "Plain text on one line, as last listed."),
  url: noted(textOrNull, "Main link, http or https."),
  links: noted(z.array(link), "Further links."),
  mode: noted(z.enum(["virtual", "hybrid", "in-person"]).nullable(), "How to attend; null where nothing tells."),
  status: noted(z.enum(["confirmed", "cancelled", "postponed"]), "As last printed."),
  state: noted(
    z.enum(["listed", "moved", "unlisted", "cancelled", "past"]),
    "Where the event stands: `unlisted` is gone from the newest issue that should list it, which is not cancelled; `moved` has another date than first listed.",
  ),
  start: noted(date, "First day, in local time."),
  end: noted(date, "Last day, inclusive, in local time."),
  timeZone: noted(
    textOrNull,
    "IANA time zone: of the hour where one is known, otherwise of the first place, or of the organiser; null when unknown.",
  ),
  startsAt: noted(
    instant.nullable(),
    "When it begins, as an instant in UTC; of an all-day event local midnight at which `start` begins, null without a zone.",
  ),
  endsAt: noted(
    instant.nullable(),
    "When it ends, exclusive, null where no end is known; of an all-day event local midnight at which `end` is over, null without a zone.",
  ),
  allDay: noted(z.boolean(), "True while no hour is known; false: `time` tells it."),
  regions: noted(
    z.array(z.enum(REGIONS)),
    "Every region it was listed under; `Virtual` whenever it can be attended online.",
  ),
  places: noted(z.array(place), "Where it is held; empty when nothing is printed."),
  groups: noted(z.array(eventGroup), "Who holds it."),
  revision: noted(count, "Number of changes since first listed: iCalendar's SEQUENCE."),
  created: noted(date, "Day of the issue that first listed it."),
  updated: noted(date, "Day of the issue, or of the reading of its organiser's calendar, that last changed it."),
  listings: noted(z.array(listingRef), "Every line of every issue that lists it."),
  history: z.array(change),
};

/** An event as it is stored, which knows of no hour. */
export const eventSchema: z.ZodType<EventRecord> = z.strictObject(eventShape);
