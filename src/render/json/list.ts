import { ATTRIBUTION, LICENSE_URL } from "../attribution.ts";
import { join, type Piece, pieceOf } from "../bytes.ts";

/** What stands beside the events of a list. */
export interface ListHead {
  readonly title: string;
  /** Address of this answer. */
  readonly self: string;
  /** Address of the next part; null after the last. */
  readonly next: string | null;
  /** How many events there are in all parts. */
  readonly total: number;
}

const COMMA = pieceOf(",\n");
const END = pieceOf("\n]}\n");

/** `{title, self, next, total, count, attribution, license, events}`, one event a line. */
export function renderEventList(head: ListHead, events: readonly Piece[]): Piece {
  const { title, self, next, total } = head;
  const count = events.length;
  const fields = { title, self, next, total, count, attribution: ATTRIBUTION, license: LICENSE_URL };
  const start = pieceOf(`${JSON.stringify(fields).slice(0, -1)},"events":[\n`);
  return join([start, ...events.flatMap((event, index) => (index === 0 ? [event] : [COMMA, event])), END]);
}
