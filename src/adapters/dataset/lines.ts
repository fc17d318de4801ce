import * as z from "zod";
import type { DataSet } from "../../model/event.ts";
import { recordSchemas } from "./schema.ts";

/** The lists of a data set, in the order of the file. */
export const LISTS = ["issues", "groups", "events"] as const;
export type List = (typeof LISTS)[number];

const NEWLINE = 10;
const COMMA = 44;

/** Lines of records that were read or written before: a cache, records never change. It makes a small addition cheap. */
const known = new WeakMap<object, Uint8Array>();

/** A record as its line, without comma and line feed. Throws a TypeError for a record that {@link recordSchemas} refuse. */
export function lineOf(list: List, record: object): Uint8Array {
  const before = known.get(record);
  if (before) return before;
  const checked = recordSchemas[list].safeParse(record);
  if (!checked.success)
    throw new TypeError(`not for ${list}: ${JSON.stringify(record)}: ${z.prettifyError(checked.error)}`);
  const line = new TextEncoder().encode(JSON.stringify(checked.data));
  known.set(record, line);
  return line;
}

/** Notes the lines that the records of `data` have in `bytes`, whose first record stands after `linesBefore` lines. */
export function noteLines(data: DataSet, bytes: Uint8Array, linesBefore: number): void {
  let start = 0;
  const next = () => {
    const from = start;
    const end = bytes.indexOf(NEWLINE, from);
    start = end + 1;
    return bytes.subarray(from, bytes[end - 1] === COMMA ? end - 1 : end);
  };
  for (let line = 0; line < linesBefore; line++) next();
  for (const list of LISTS) {
    for (const record of data[list]) known.set(record, next());
    next(); // ],
    next(); // "groups": [
  }
}
