import { join, type Piece, pieceOf } from "./bytes.ts";

const COMMA = pieceOf(",\n");
const END = pieceOf("\n]}\n");

/** A JSON object: `members`, which must not be empty, and as its last member `name` an array of `items`, one a line. */
export function jsonArray(members: Readonly<Record<string, unknown>>, name: string, items: readonly Piece[]): Piece {
  const start = pieceOf(`${JSON.stringify(members).slice(0, -1)},${JSON.stringify(name)}:[\n`);
  return join([start, ...items.flatMap((item, index) => (index === 0 ? [item] : [COMMA, item])), END]);
}
