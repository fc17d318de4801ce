import * as z from "zod";
import type { DataSet } from "../../model/event.ts";
import { recordSchemas } from "./schema.ts";

/** The lists of a data set, in the order of the file. */
export const LISTS = ["issues", "groups", "events"] as const;
export type List = (typeof LISTS)[number];

/** Lines of records that were read or written before: a cache, records never change. It makes a small addition cheap. */
const known = new WeakMap<object, string>();

/** A record as its line, without comma and line feed. Throws a TypeError for a record that {@link recordSchemas} refuse. */
export function lineOf(list: List, record: object): string {
  const before = known.get(record);
  if (before !== undefined) return before;
  const checked = recordSchemas[list].safeParse(record);
  if (!checked.success)
    throw new TypeError(`not for ${list}: ${JSON.stringify(record)}: ${z.prettifyError(checked.error)}`);
  const line = JSON.stringify(checked.data);
  known.set(record, line);
  return line;
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
