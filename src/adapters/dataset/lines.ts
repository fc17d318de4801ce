import * as z from "zod";
import type { DataSet } from "../../model/event.ts";
import { recordSchemas } from "./schema.ts";
import type { Stretch } from "./writer.ts";

/** The lists of a data set, in the order of the file. */
export const LISTS = ["issues", "groups", "events", "calls"] as const;
export type List = (typeof LISTS)[number];

/** Cache of the lines of records that were read. Records never change, so small additions need not encode all records again. */
const known = new WeakMap<object, Stretch>();

/**
 * The line of a record, without comma and line feed: as text, or as a position in the file that it was read from. Throws a
 * TypeError for a record that does not match {@link recordSchemas}.
 */
export function lineOf(list: List, record: object): string | Stretch {
  const before = known.get(record);
  if (before !== undefined) return before;
  const result = recordSchemas[list].safeParse(record);
  if (result.success) return JSON.stringify(result.data);
  throw new TypeError(`invalid record in ${list}: ${JSON.stringify(record)}: ${z.prettifyError(result.error)}`);
}

const [LINE_FEED, COMMA] = [10, 44];

/** Remembers the positions of the records of `data` in `file`, whose first record follows `linesBefore` lines. */
export function noteLines(data: DataSet, file: Uint8Array, linesBefore: number): void {
  let end = -1;
  const next = () => {
    const from = end + 1;
    end = file.indexOf(LINE_FEED, from);
    return from;
  };
  for (let line = 0; line < linesBefore; line++) next();
  for (const list of LISTS) {
    for (const record of data[list]) {
      const from = next();
      known.set(record, { file, from, to: file[end - 1] === COMMA ? end - 1 : end });
    }
    next(); // ],
    next(); // "groups": [
  }
}
