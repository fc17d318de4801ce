import { NoAnswer } from "./no-answer.ts";

const [TAB, LF, CR, SPACE] = [9, 10, 13, 32];

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
  const bytes = joined(chunks);
  const text = decoded(bytes) ?? decoded(unfolded(bytes));
  if (text === null) throw new NoAnswer("undecodable", "is not UTF-8");
  return text;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Without the folds of iCalendar's lines: simple programs fold within a letter (RFC 5545, 3.1). */
function unfolded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const end = bytes[at] === CR && bytes[at + 1] === LF ? at + 1 : at;
    if (bytes[end] === LF && (bytes[end + 1] === SPACE || bytes[end + 1] === TAB)) at = end + 1;
    else whole[length++] = bytes[at] ?? 0;
  }
  return whole.subarray(0, length);
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
