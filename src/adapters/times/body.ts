import { NoAnswer } from "./no-answer.ts";

/** Enough to tell one refusal from another. */
const MOST_OF_REFUSAL = 65_536;

/** A whole body as text. Throws {@link NoAnswer} when it has more than `mostBytes` or is not UTF-8. */
export async function wholeText(body: AsyncIterable<Uint8Array>, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > mostBytes) throw tooLarge(mostBytes);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(joined(chunks));
  } catch {
    throw new NoAnswer("undecodable", "is not UTF-8");
  }
}

/** As much of a body as there is, comes and is needed: a status stands, whatever follows it. */
export async function startOfText(body: AsyncIterable<Uint8Array>, mostBytes: number): Promise<string> {
  const most = Math.min(mostBytes, MOST_OF_REFUSAL);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk.subarray(0, most - length));
      length += chunk.length;
      if (length >= most) break;
    }
  } catch {
    // What came before counts.
  }
  return new TextDecoder().decode(joined(chunks));
}

export function tooLarge(mostBytes: number): NoAnswer {
  return new NoAnswer("too-large", `more than ${mostBytes} bytes`);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
