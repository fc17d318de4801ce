import type { EventRecord } from "../../model/event.ts";
import { join, onceEach, pieceOf } from "../bytes.ts";
import type { Renderer } from "../renderer.ts";
import { COLUMNS } from "./columns.ts";
import { row } from "./row.ts";

/**
 * CSV, RFC 4180: a line of column names, then a line for each event; CRLF after each. There is no byte order mark: it
 * would become part of the first column's name in many programs, and those that import CSV ask for the encoding.
 */
export function csvRenderer(): Renderer {
  const head = pieceOf(row(COLUMNS.map(([name]) => name)));
  const line = onceEach((event: EventRecord) => row(COLUMNS.map(([, cell]) => cell(event))));
  return {
    each: line,
    list: (_head, events) => join([head, ...events.map(line)]),
    one: (_head, event) => join([head, line(event)]),
  };
}
