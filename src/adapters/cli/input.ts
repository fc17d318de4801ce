import { fstatSync } from "node:fs";
import { MOST_ISSUE_BYTES, TOO_LARGE } from "../source/issue-size.ts";

/** All of standard input, at most {@link MOST_ISSUE_BYTES}. Rejects if there is more. */
export async function inputText(): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    // Node treats a folder as empty input.
    if (fstatSync(0).isDirectory()) throw new Error("it is a folder");
    for await (const piece of process.stdin) {
      length += piece.length;
      if (length > MOST_ISSUE_BYTES) throw new Error(TOO_LARGE);
      pieces.push(piece);
    }
  } catch (error) {
    throw new Error(`standard input: cannot be read: ${(error as Error).message}`);
  }
  return Buffer.concat(pieces).toString();
}
