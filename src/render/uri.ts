/** What RFC 3986 allows nowhere in an address, and a percent sign that begins no escape. */
const NOT_ALLOWED = /%(?![\dA-Fa-f]{2})|[^A-Za-z\d._~:/?#@!$&'()*+,;=%-]/gu;
/** All up to the end of a host that is an IPv6 address: brackets stand there alone. */
const BEFORE_BRACKETS = /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@[\]]*@)?/i;
const BRACKETS = /^\[[\dA-Fa-f:.]+\]/;

/**
 * `address` with every character percent-encoded, in UTF-8, that RFC 3986 does not allow where it stands: programs that take
 * an address apart by that rule lose it otherwise. What is allowed stays as it is, escapes too.
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
