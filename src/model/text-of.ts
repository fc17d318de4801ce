/** Keeps a byte order mark, which the parser removes. */
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Decodes UTF-8, with U+FFFD for invalid bytes; strings are returned unchanged. */
export function textOf(text: string | Uint8Array): string {
  return typeof text === "string" ? text : utf8.decode(text);
}
