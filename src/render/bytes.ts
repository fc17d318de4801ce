export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

/** `text` in UTF-8. */
export function encode(text: string): Bytes {
  return encoder.encode(text);
}

/** `parts` one after the other. */
export function concat(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
