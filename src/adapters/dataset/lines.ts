import * as z from "zod";
import type { DataSet } from "../../model/event.ts";
import { jsonPattern } from "./pattern.ts";
import { recordSchemas } from "./schema.ts";

/** The lists of a data set, in the order of the file. */
export const LISTS = ["issues", "groups", "events"] as const;
export type List = (typeof LISTS)[number];

/** Lines of records that were read or written before: a cache, records never change. It makes a small addition cheap. */
const known = new WeakMap<object, string>();

const patterns = {
  issues: jsonPattern(recordSchemas.issues),
  groups: jsonPattern(recordSchemas.groups),
  events: jsonPattern(recordSchemas.events),
} as const;

/** Longer lines are left to the schema: a pattern may run out of stack on them. */
const LONGEST = 1_000_000;

/**
 * A record as its line, without comma and line feed. Throws a TypeError where {@link recordSchemas} refuse what the line
 * says, which is all that is ever read of the record: JSON leaves out what is undefined.
 */
export function lineOf(list: List, record: object): string {
  const before = known.get(record);
  if (before !== undefined) return before;
  const json = JSON.stringify(record);
  const line = json.length <= LONGEST && patterns[list].test(json) ? json : checked(list, json);
  known.set(record, line);
  return line;
}

function checked(list: List, json: string): string {
  const result = recordSchemas[list].safeParse(JSON.parse(json));
  if (result.success) return JSON.stringify(result.data);
  throw new TypeError(`not for ${list}: ${json}: ${z.prettifyError(result.error)}`);
}

/** Notes the lines that the records of `data` have in `text`, whose first record stands after `linesBefore` lines. */
export function noteLines(data: DataSet, text: string, linesBefore: number): void {
  const lines = text.split("\n");
  let at = linesBefore;
  for (const list of LISTS) {
    for (const record of data[list]) {
      const line = lines[at++] ?? "";
      known.set(record, line.endsWith(",") ? line.slice(0, -1) : line);
    }
    at += 2; // ],  "groups": [
  }
}
