import * as z from "zod";
import { compare } from "../../model/compare.ts";
import type { Cadence } from "../../query/cadence.ts";
import { changesSchema } from "../../render/changes/schema.ts";
import { eventListSchema, singleEventSchema } from "../../render/json/published.ts";
import { noted, SCHEMA_NOTES } from "../../render/json/schema.ts";
import { hoursSchema } from "./hours-schema.ts";
import { syncSchema } from "./sync-schema.ts";
import type { Schema } from "./types.ts";

const CADENCES = ["weekly", "every two weeks", "monthly", "irregular", "dormant"] as const satisfies readonly Cadence[];

const text = z.string();
const count = z.int().nonnegative();
const dayOrNull = z.iso.date().nullable();

const feedSchema = noted(
  z.strictObject({
    kind: noted(text, "What the feed is about: `events` (all there are), `region`, `group` …"),
    slug: noted(text, "Last part of its path."),
    title: noted(text, "Name of the calendar."),
    path: noted(text, "Path without ending; with `.ics`, `.json` … it gives the feed in that format."),
    events: noted(count, "Events in the feed today."),
    upcoming: noted(count, "Those of them that are not over."),
    lastSeen: noted(z.iso.date(), "For a group: day of the newest issue that listed it.").optional(),
    cadence: noted(
      z.enum(CADENCES).nullable(),
      "For a group: how often it meets; null when too few meetings are known.",
    ).optional(),
    ics: noted(text, "Address of the calendar."),
    json: noted(text, "Address of the same events as JSON."),
    webcal: noted(
      text.nullable(),
      "Address that calendar programs subscribe to; null where the site has no public address.",
    ),
    google: noted(text.nullable(), "Subscribes in Google Calendar; null where the link would be too long."),
    outlook: noted(text.nullable(), "Subscribes in Outlook on the web; null where the link would be too long."),
  }),
  "A calendar that is offered under a path of its own.",
  "Feed",
);

const catalogueSchema = noted(
  z.strictObject({
    attribution: noted(text, "Whom to name where the events are shown."),
    license: noted(z.url(), "Licence of the events."),
    newestIssue: noted(dayOrNull, "Day of the newest issue that was read."),
    feeds: noted(z.array(feedSchema), "All events, the regions, then the others by name."),
  }),
  "Every feed there is.",
  "FeedCatalogue",
);

const healthSchema = noted(
  z.strictObject({
    status: noted(z.enum(["ok", "degraded"]), "`degraded` while stored data cannot be read and older ones are served."),
    version: noted(text, "Version of the data set that is served."),
    newestIssue: noted(dayOrNull, "Day of its newest issue."),
    ageDays: noted(z.int().nullable(), "Days since then."),
    stale: noted(z.boolean(), "More than two weeks: newer issues are missing."),
    counts: noted(z.strictObject({ issues: count, groups: count, events: count }), "How much it holds."),
    trouble: noted(text.nullable(), "Name of the error that keeps newer data from being served."),
    sync: noted(
      syncSchema.nullable(),
      "How the sync fares that runs by itself, where there is one; null before its first run.",
    ).optional(),
    times: noted(hoursSchema, "How reading organisers' calendars fares, where any was read.").optional(),
  }),
  "How the service is.",
  "Health",
);

const problemSchema = noted(
  z.strictObject({
    type: noted(text, "`about:blank`: the status says it all."),
    title: noted(text, "The status in words."),
    status: noted(z.int().min(400).max(599), "The HTTP status."),
    detail: noted(text, "What is wrong with this request."),
    near: noted(z.array(text), "Paths that may be meant, likeliest first.").optional(),
    allowed: noted(z.array(text), "What would be accepted in its place.").optional(),
    errors: noted(
      z.array(
        noted(
          z.strictObject({
            parameter: noted(text, "Name, as sent."),
            value: noted(text, "The refused value, as sent; empty where no single one is meant."),
            detail: noted(text, "Why it was refused."),
            allowed: noted(z.array(text), "Values that would be accepted."),
          }),
          "A refused parameter.",
        ),
      ),
      "Each refused parameter.",
    ).optional(),
  }),
  "An error, RFC 9457.",
  "Problem",
);

const PUBLISHED = {
  "event-list": eventListSchema,
  event: singleEventSchema,
  feeds: catalogueSchema,
  changes: changesSchema,
  health: healthSchema,
  problem: problemSchema,
} as const;

/** Name of a JSON Schema that is published at `/schema/{name}.json`. */
export type SchemaName = keyof typeof PUBLISHED;

export const SCHEMA_NAMES = Object.keys(PUBLISHED) as readonly SchemaName[];

/** Media type of a JSON Schema. */
export const SCHEMA_TYPE = "application/schema+json";

/** Address of a schema; `site` is the public address without a slash at its end. */
export function schemaAddress(name: SchemaName, site: string): string {
  return `${site}/schema/${name}.json`;
}

/** The schema as a document of its own, JSON Schema 2020-12; `site` is the public address without a slash at its end. */
export function schemaDocument(name: SchemaName, site: string): Schema {
  const { $schema, ...rules } = z.toJSONSchema(PUBLISHED[name], { metadata: SCHEMA_NOTES, override });
  return { $schema, $id: schemaAddress(name, site), ...rules };
}

/** All schemas that have a name, for `#/components/schemas/`. */
export function componentSchemas(): Readonly<Record<string, Schema>> {
  const uri = (id: string) => `#/components/schemas/${id}`;
  const { schemas } = z.toJSONSchema(SCHEMA_NOTES, { metadata: SCHEMA_NOTES, override, uri });
  const named = Object.entries(schemas).map(([id, { $schema: _s, $id: _i, ...rules }]) => [id, rules] as const);
  return Object.fromEntries(named.sort(([a], [b]) => compare(a, b)));
}

/** Where a named schema stands among {@link componentSchemas}. */
export function componentOf(name: SchemaName): string {
  return `#/components/schemas/${SCHEMA_NOTES.get(PUBLISHED[name])?.id}`;
}

/** Rules are strict when data are read, but what is published may gain keys; `format` says what the pattern of a date repeats. */
function override({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.JSONSchema }): void {
  delete jsonSchema.additionalProperties;
  if (jsonSchema.format === "date" || jsonSchema.format === "uri") delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}
