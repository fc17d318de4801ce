import type { html } from "hono/html";

/** What no XML 1.0 document may hold, not even escaped: most control characters, halves of surrogate pairs, U+FFFE, U+FFFF. */
const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** The text of XML markup whose values Hono's `html` has escaped, without what no document may hold. */
export function xml(text: ReturnType<typeof html>): string {
  return String(text).replace(NO_XML, "\ufffd");
}
