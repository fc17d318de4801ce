import { NoAnswer } from "./no-answer.ts";

const [TAB, LF, CR, SPACE] = [9, 10, 13, 32];

/** Maximum size of the body of an error response, in bytes. */
const MOST_OF_REFUSAL = 65_536;

/** Reads a complete body as text. Throws {@link NoAnswer} if it is larger than `mostBytes`, or not UTF-8. */
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

/** Removes line folding of iCalendar: some programs fold within a multi-byte character (RFC 5545, 3.1). */
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

/** Reads the start of a body, as much as can be read. Never rejects, because the status is valid even if the body is not. */
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
    // Use what was received before the error.
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
