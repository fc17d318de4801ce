import { isLocalDate, type LocalDate } from "../model/date.ts";

/** Where a page of events ended. */
export interface Cursor {
  /** Newest issue when the first page was made: the pages go on in the order of that day. */
  readonly asOf: LocalDate;
  /** The day on which the first page was made: the pages go on over the days that were in reach then. */
  readonly day: LocalDate;
  /** Start, as of that issue, and id of the last event given. */
  readonly start: LocalDate;
  readonly id: string;
}

const SHAPE = /^(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)_(.+)$/;

/** The cursor as a parameter's value. */
export function encodeCursor(cursor: Cursor): string {
  return `${cursor.asOf}_${cursor.day}_${cursor.start}_${cursor.id}`;
}

/** The cursor that `text` is, null when it is none. */
export function decodeCursor(text: string): Cursor | null {
  const [, asOf = "", day = "", start = "", id = ""] = SHAPE.exec(text) ?? [];
  return [asOf, day, start].every(isLocalDate) ? { asOf, day, start, id } : null;
}
