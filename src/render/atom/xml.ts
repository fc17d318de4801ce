import type { html } from "hono/html";

/** Characters that XML 1.0 does not allow, not even escaped: most control characters, lone surrogates, U+FFFE, U+FFFF. */
const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** XML from markup escaped by Hono's `html`, with characters that XML does not allow replaced by U+FFFD. */
export function xml(text: ReturnType<typeof html>): string {
  return String(text).replace(NO_XML, "\ufffd");
}
