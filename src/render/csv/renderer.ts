import type { EventRecord } from "../../model/event.ts";
import { join, onceEach, type Piece, pieceOf } from "../bytes.ts";
import { type FormatRecord, rfc } from "../format.ts";
import type { Renderer } from "../renderer.ts";
import { COLUMNS, TIMED_COLUMNS } from "./columns.ts";
import { row } from "./row.ts";

/** Length of CRLF. */
const LINE_END = 2;
const COMMA = pieceOf(",");

export const CSV: FormatRecord<"csv"> = {
  ending: "csv",
  type: "text/csv; charset=utf-8; header=present",
  name: "CSV",
  specification: rfc(4180),
  renderer: csvRenderer,
};

/**
 * CSV, RFC 4180: a header line, then one line per event, each ending with CRLF. There is no byte order mark: in many programs it
 * would become part of the first column's name, and programs that import CSV ask for the encoding.
 */
function csvRenderer(): Renderer {
  const head = pieceOf(row(COLUMNS.map(([name]) => name)));
  const more = pieceOf(row(TIMED_COLUMNS.map(([name]) => name)));
  const line = onceEach((event: EventRecord) => row(COLUMNS.map(([, cell]) => cell(event))));
  const rest = onceEach((event: EventRecord) => row(TIMED_COLUMNS.map(([, cell]) => cell(event))));
  const file = (timed: boolean | undefined, events: readonly EventRecord[]) =>
    timed
      ? join([...longer(head, more), ...events.flatMap((event) => longer(line(event), rest(event)))])
      : join([head, ...events.map(line)]);
  return {
    each: line,
    list: ({ timed }, events) => file(timed, events),
    one: ({ timed }, event) => file(timed, [event]),
  };
}

/** The cells of `line` followed by those of `rest`. */
function longer({ bytes, digest }: Piece, rest: Piece): readonly Piece[] {
  return [{ bytes: bytes.subarray(0, -LINE_END), digest }, COMMA, rest];
}
