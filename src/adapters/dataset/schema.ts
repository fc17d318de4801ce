import * as z from "zod";
import type { DataSet, GroupRecord, IssueRef } from "../../model/event.ts";
import { callSchema } from "../../render/json/call-schema.ts";
import { eventSchema } from "../../render/json/schema.ts";

const date = z.iso.date();
const text = z.string();
const textOrNull = z.string().nullable();
const count = z.int().nonnegative();

const group: z.ZodType<GroupRecord> = z.strictObject({
  slug: text.min(1),
  aliases: z.array(text.min(1)).exactOptional(),
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
  draft: z.literal(true).exactOptional(),
});

/**
 * Identifies the schemas in this file and the schema of events. Every version ends with it, so that a data set written with the
 * same schemas need not be validated again when it is read. After a change, a test prints the new value.
 */
export const SHAPE = "e328aa14";

/** Schema of `data/events.json`: the data set and the licence of its text. */
export const fileSchema: z.ZodType<DataSet & { readonly license: string }> = z.strictObject({
  format: z.literal(1),
  version: text.min(1),
  newestIssue: date.nullable(),
  attribution: text,
  license: text,
  issues: z.array(issue),
  groups: z.array(group),
  events: z.array(eventSchema),
  // Older files have none.
  calls: z.array(callSchema).default([]),
});

/** Schemas of one record of each list. */
export const recordSchemas = { issues: issue, groups: group, events: eventSchema, calls: callSchema } as const;
