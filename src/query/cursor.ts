import { isLocalDate, type LocalDate } from "../model/date.ts";

/** The end of a page of events. */
export interface Cursor {
  /** Newest issue at the time of the first page; all pages use the order as of that issue. */
  readonly asOf: LocalDate;
  /** Day of the first page; all pages use the window of that day. */
  readonly day: LocalDate;
  /** Start (as of that issue) and id of the last event. */
  readonly start: LocalDate;
  readonly id: string;
}

const SHAPE = /^(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)_(.+)$/;

/** The cursor as a parameter value. */
export function encodeCursor(cursor: Cursor): string {
  return `${cursor.asOf}_${cursor.day}_${cursor.start}_${cursor.id}`;
}

/** Parses a cursor; null if it is invalid. */
export function decodeCursor(text: string): Cursor | null {
  const [, asOf = "", day = "", start = "", id = ""] = SHAPE.exec(text) ?? [];
  return [asOf, day, start].every(isLocalDate) ? { asOf, day, start, id } : null;
}
