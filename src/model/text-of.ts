/** The parser takes off a byte order mark. */
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** A text that may come as UTF-8; bytes that are none are U+FFFD in it. */
export function textOf(text: string | Uint8Array): string {
  return typeof text === "string" ? text : utf8.decode(text);
}
