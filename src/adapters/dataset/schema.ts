import * as z from "zod";
import type { Change, DataSet, EventRecord, GroupRecord, IssueRef, ListingRef } from "../../model/event.ts";
import type { EventGroup, Link } from "../../model/listing.ts";
import type { Place } from "../../model/place.ts";
import { REGIONS } from "../../model/region.ts";

const date = z.iso.date();
const text = z.string();
const textOrNull = z.string().nullable();
const count = z.int().nonnegative();
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, "Invalid instant");

const listingRef: z.ZodType<ListingRef> = z.strictObject({
  issue: date,
  number: count.nullable(),
  line: count,
  sub: count.exactOptional(),
  url: textOrNull,
});

const change: z.ZodType<Change> = z.strictObject({
  issue: date,
  field: z.enum(["start", "end", "title", "places", "url", "status"]),
  from: textOrNull,
  to: textOrNull,
});

const link: z.ZodType<Link> = z.strictObject({ text, url: text });

const place: z.ZodType<Place> = z.strictObject({
  city: textOrNull,
  area: textOrNull,
  country: textOrNull,
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  timeZone: textOrNull,
});

const eventGroup: z.ZodType<EventGroup> = z.strictObject({ slug: text, name: text, url: textOrNull });

const event: z.ZodType<EventRecord> = z.strictObject({
  id: text.min(1),
  title: text,
  url: textOrNull,
  links: z.array(link),
  mode: z.enum(["virtual", "hybrid", "in-person"]).nullable(),
  status: z.enum(["confirmed", "cancelled", "postponed"]),
  state: z.enum(["listed", "moved", "unlisted", "cancelled", "past"]),
  start: date,
  end: date,
  timeZone: textOrNull,
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  allDay: z.boolean(),
  regions: z.array(z.enum(REGIONS)),
  places: z.array(place),
  groups: z.array(eventGroup),
  revision: count,
  created: date,
  updated: date,
  listings: z.array(listingRef),
  history: z.array(change),
});

const group: z.ZodType<GroupRecord> = z.strictObject({
  slug: text.min(1),
  name: text,
  url: textOrNull,
  names: z.array(text),
  links: z.array(text),
  firstSeen: date,
  lastSeen: date,
});

const issue: z.ZodType<IssueRef> = z.strictObject({
  issue: date,
  number: count.nullable(),
  file: text.min(1),
  blob: z.hash("sha1"),
  listings: count,
});

/**
 * Stands for everything this file says. Every version ends in it, so that a data set of this program need not be checked
 * anew when it is read. A test tells the new value after a change.
 */
export const SHAPE = "4f6ae61a";

/** What `data/events.json` holds: the data set and the licence of its text. */
export const fileSchema: z.ZodType<DataSet & { readonly license: string }> = z.strictObject({
  format: z.literal(1),
  version: text.min(1),
  newestIssue: date.nullable(),
  attribution: text,
  license: text,
  issues: z.array(issue),
  groups: z.array(group),
  events: z.array(event),
});

/** Rules for one record of each list. */
export const recordSchemas = { issues: issue, groups: group, events: event } as const;
