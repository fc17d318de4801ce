import { uri } from "./uri.ts";

/** `text` on one line: white space is collapsed; control characters, noncharacters and lone surrogates are replaced. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\s]+/gu, " ")
    .trim();
}

/**
 * The http(s) URL `address`, normalized as in browsers and percent-encoded as RFC 3986 requires; null for other schemes and for
 * invalid URLs.
 */
export function webLink(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address);
  return url !== null && (url.protocol === "https:" || url.protocol === "http:") ? uri(url.href) : null;
}

/** {@link webLink} for records, which keep a URL as printed if it conforms to RFC 3986. */
export function recordLink(address: string | null): string | null {
  const link = webLink(address);
  return link !== null && address !== null && uri(address) === address ? address : link;
}
