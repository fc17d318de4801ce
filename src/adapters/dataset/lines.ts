import * as z from "zod";
import type { DataSet } from "../../model/event.ts";
import { quickTest } from "./quick.ts";
import { recordSchemas } from "./schema.ts";

/** The lists of a data set, in the order of the file. */
export const LISTS = ["issues", "groups", "events"] as const;
export type List = (typeof LISTS)[number];

/** Lines of records that were read or written before: a cache, records never change. It makes a small addition cheap. */
const known = new WeakMap<object, string>();

const quickTests = {
  issues: quickTest(recordSchemas.issues),
  groups: quickTest(recordSchemas.groups),
  events: quickTest(recordSchemas.events),
} as const;

/** A record as its line, without comma and line feed. Throws a TypeError for a record that {@link recordSchemas} refuse. */
export function lineOf(list: List, record: object): string {
  const before = known.get(record);
  if (before !== undefined) return before;
  const line = JSON.stringify(quickTests[list](record) ? record : checked(list, record));
  known.set(record, line);
  return line;
}

function checked(list: List, record: object): object {
  const result = recordSchemas[list].safeParse(record);
  if (result.success) return result.data;
  throw new TypeError(`not for ${list}: ${JSON.stringify(record)}: ${z.prettifyError(result.error)}`);
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
