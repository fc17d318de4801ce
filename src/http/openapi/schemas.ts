import * as z from "zod";
import { compare } from "../../model/compare.ts";
import type { Cadence } from "../../query/cadence.ts";
import { changesSchema } from "../../render/changes/schema.ts";
import { eventListSchema, singleEventSchema } from "../../render/json/published.ts";
import { noted, SCHEMA_NOTES } from "../../render/json/schema.ts";
import { syncSchema } from "./sync-schema.ts";
import { timesStatusSchema } from "./times-schema.ts";
import type { Schema } from "./types.ts";

const CADENCES = ["weekly", "every two weeks", "monthly", "irregular", "dormant"] as const satisfies readonly Cadence[];

const text = z.string();
const count = z.int().nonnegative();
const dayOrNull = z.iso.date().nullable();

const feedSchema = noted(
  z.strictObject({
    kind: noted(text, "Kind of feed: `events` (all events), `conferences`, `region`, `country`, `city`, `group`."),
    slug: noted(text, "Last segment of its path."),
    title: noted(text, "Name of the calendar."),
    path: noted(text, "Path without extension; append `.ics`, `.json` etc. for a format."),
    events: noted(count, "Number of events in the feed today."),
    upcoming: noted(count, "Number of them that are not over."),
    lastSeen: noted(z.iso.date(), "For groups: date of the newest issue that listed it.").optional(),
    cadence: noted(
      z.enum(CADENCES).nullable(),
      "For groups: how often it meets; null if too few meetings are known.",
    ).optional(),
    ics: noted(text, "URL of the calendar."),
    json: noted(text, "URL of the same events as JSON."),
    webcal: noted(text.nullable(), "URL to subscribe to in calendar programs; null if the site has no public address."),
    google: noted(text.nullable(), "Link to subscribe in Google Calendar; null if it would be too long."),
    outlook: noted(text.nullable(), "Link to subscribe in Outlook on the web; null if it would be too long."),
  }),
  "A calendar with its own path.",
  "Feed",
);

const catalogueSchema = noted(
  z.strictObject({
    attribution: noted(text, "Required attribution."),
    license: noted(z.url(), "Licence of the events."),
    newestIssue: noted(dayOrNull, "Date of the newest issue in the data set."),
    feeds: noted(z.array(feedSchema), "All events, then regions, countries, cities and groups by slug."),
  }),
  "All feeds.",
  "FeedCatalogue",
);

const healthSchema = noted(
  z.strictObject({
    status: noted(
      z.enum(["ok", "degraded"]),
      "`degraded` if newer data cannot be read, the sync fails or waits for a decision, or start times have problems.",
    ),
    version: noted(text, "Version of the data set."),
    newestIssue: noted(dayOrNull, "Date of its newest issue."),
    ageDays: noted(z.int().nullable(), "Days since then."),
    stale: noted(z.boolean(), "Whether newer issues are missing: the newest one is more than two weeks old."),
    counts: noted(z.strictObject({ issues: count, groups: count, events: count }), "Numbers of records."),
    trouble: noted(
      text.nullable(),
      "Name of the error that prevents newer data from being served; null if there is none.",
    ),
    sync: noted(
      syncSchema.nullable(),
      "Sync status, if the server syncs automatically; null before the first run.",
    ).optional(),
    times: noted(timesStatusSchema, "Status of reading start times, if any calendar was read.").optional(),
  }),
  "Status of the service.",
  "Health",
);

const problemSchema = noted(
  z.strictObject({
    type: noted(text, "`about:blank`."),
    title: noted(text, "Reason phrase of the HTTP status."),
    status: noted(z.int().min(400).max(599), "HTTP status."),
    detail: noted(text, "What is wrong with this request."),
    near: noted(z.array(text), "Paths that may have been meant, closest first.").optional(),
    allowed: noted(z.array(text), "What is allowed instead.").optional(),
    errors: noted(
      z.array(
        noted(
          z.strictObject({
            parameter: noted(text, "Name, as sent."),
            value: noted(text, "The rejected value, as sent; empty if the error is not about a single value."),
            detail: noted(text, "Why it was rejected."),
            allowed: noted(z.array(text), "Allowed values."),
          }),
          "A rejected parameter.",
        ),
      ),
      "The rejected parameters.",
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

/** Name of a JSON Schema published at `/schema/{name}.json`. */
export type SchemaName = keyof typeof PUBLISHED;

export const SCHEMA_NAMES = Object.keys(PUBLISHED) as readonly SchemaName[];

/** Media type of a JSON Schema. */
export const SCHEMA_TYPE = "application/schema+json";

/** URL of a schema; `site` is the public address without a trailing slash. */
export function schemaAddress(name: SchemaName, site: string): string {
  return `${site}/schema/${name}.json`;
}

/** The schema as a JSON Schema 2020-12 document; `site` is the public address without a trailing slash. */
export function schemaDocument(name: SchemaName, site: string): Schema {
  const { $schema, ...rules } = z.toJSONSchema(PUBLISHED[name], { metadata: SCHEMA_NOTES, override });
  return { $schema, $id: schemaAddress(name, site), ...rules };
}

/** All named schemas, for `#/components/schemas/`. */
export function componentSchemas(): Readonly<Record<string, Schema>> {
  const uri = (id: string) => `#/components/schemas/${id}`;
  const { schemas } = z.toJSONSchema(SCHEMA_NOTES, { metadata: SCHEMA_NOTES, override, uri });
  const named = Object.entries(schemas).map(([id, { $schema: _s, $id: _i, ...rules }]) => [id, rules] as const);
  return Object.fromEntries(named.sort(([a], [b]) => compare(a, b)));
}

/** Reference to a schema in {@link componentSchemas}. */
export function componentOf(name: SchemaName): string {
  return `#/components/schemas/${SCHEMA_NOTES.get(PUBLISHED[name])?.id}`;
}

/** Published schemas allow additional keys, and have no patterns that repeat `format` and no limits of safe integers. */
function override({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.JSONSchema }): void {
  delete jsonSchema.additionalProperties;
  if (jsonSchema.format === "date" || jsonSchema.format === "uri") delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}
