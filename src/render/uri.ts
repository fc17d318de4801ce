/** Characters that RFC 3986 does not allow in a URI, and percent signs that do not start an escape. */
const NOT_ALLOWED = /%(?![\dA-Fa-f]{2})|[^A-Za-z\d._~:/?#@!$&'()*+,;=%-]/gu;
/** The part before an IPv6 address as host, the only place where brackets are allowed. */
const BEFORE_BRACKETS = /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@[\]]*@)?/i;
const BRACKETS = /^\[[\dA-Fa-f:.]+\]/;

/**
 * `address` with all characters percent-encoded that RFC 3986 does not allow in their position, because strict parsers reject
 * them. Other characters and existing escapes are unchanged.
 */
export function uri(address: string): string {
  const before = BEFORE_BRACKETS.exec(address)?.[0] ?? "";
  const host = BRACKETS.exec(address.slice(before.length))?.[0] ?? "";
  const [start = "", ...fragment] =
    `${encoded(before)}${host}${encoded(address.slice(before.length + host.length))}`.split("#");
  return fragment.length === 0 ? start : `${start}#${fragment.join("%23")}`;
}

function encoded(text: string): string {
  return text.toWellFormed().replace(NOT_ALLOWED, encodeURIComponent);
}
