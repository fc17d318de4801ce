import type { EventRecord } from "../../model/event.ts";
import { join, onceEach, type Piece, pieceOf } from "../bytes.ts";
import { type FormatRecord, rfc } from "../format.ts";
import type { Renderer } from "../renderer.ts";
import { ADDED_COLUMNS, COLUMNS, TIMED_COLUMNS } from "./columns.ts";
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
  const line = onceEach((event: EventRecord) => row(COLUMNS.map(([, cell]) => cell(event))));
  const [untimed, timed] = [rest(ADDED_COLUMNS), rest([...TIMED_COLUMNS, ...ADDED_COLUMNS])];
  const file = (isTimed: boolean | undefined, events: readonly EventRecord[]) => {
    const { names, cells } = isTimed ? timed : untimed;
    return join([...longer(head, names), ...events.flatMap((event) => longer(line(event), cells(event)))]);
  };
  return {
    each: line,
    list: ({ timed }, events) => file(timed, events),
    one: ({ timed }, event) => file(timed, [event]),
  };
}

/** The last columns, in every line. */
function rest(columns: typeof COLUMNS) {
  const cells = onceEach((event: EventRecord) => row(columns.map(([, cell]) => cell(event))));
  return { names: pieceOf(row(columns.map(([name]) => name))), cells };
}

/** The cells of `line` followed by those of `rest`. */
function longer({ bytes, digest }: Piece, rest: Piece): readonly Piece[] {
  return [{ bytes: bytes.subarray(0, -LINE_END), digest }, COMMA, rest];
}
