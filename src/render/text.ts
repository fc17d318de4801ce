import { uri } from "./uri.ts";

/** `text` on one line: no control characters, no lone surrogates, nothing that is no character, white space collapsed. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\s]+/gu, " ")
    .trim();
}

/**
 * The address, in the form browsers use and of signs that RFC 3986 allows, when it is http or https; null for every other
 * scheme and for what is no address.
 */
export function webLink(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address);
  return url !== null && (url.protocol === "https:" || url.protocol === "http:") ? uri(url.href) : null;
}

/** The same for records, which keep an address as it was printed wherever RFC 3986 allows that. */
export function recordLink(address: string | null): string | null {
  const link = webLink(address);
  return link !== null && address !== null && uri(address) === address ? address : link;
}
