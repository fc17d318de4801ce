import { join, type Piece, pieceOf } from "./bytes.ts";

const COMMA = pieceOf(",\n");
const END = pieceOf("\n]}\n");

/** A JSON object of `members`, which must not be empty, followed by the member `name`, an array of `items` with one per line. */
export function jsonArray(members: Readonly<Record<string, unknown>>, name: string, items: readonly Piece[]): Piece {
  const start = pieceOf(`${JSON.stringify(members).slice(0, -1)},${JSON.stringify(name)}:[\n`);
  return join([start, ...items.flatMap((item, index) => (index === 0 ? [item] : [COMMA, item])), END]);
}
