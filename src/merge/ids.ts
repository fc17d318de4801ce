import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { KnownListing } from "../model/listing.ts";
import { wordsOf } from "../model/words.ts";

/** Digits that are hard to mistake for one another, base 32. */
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const utf8 = new TextEncoder();

/** SHA-256 of a text in UTF-8, in hexadecimal digits. */
export type Digest = (text: string) => string;

/** As any runtime can work it out. */
const portable: Digest = (text) => bytesToHex(sha256(utf8.encode(text)));

/** For seeds of which the first id was taken, where in their row to go on. */
export type Tried = Map<string, number>;

/**
 * A lasting id from what first made an event known: its page and day, or its organisers, title and day where no page is
 * its own. `taken` tells which ids are in use: the next free one of a fixed row is given.
 */
export function mintId(listing: KnownListing, taken: (id: string) => boolean, digest?: Digest, tried?: Tried): string {
  const { link, start, organisers, title } = listing;
  const unpaged = () =>
    [link?.key ?? "", organisers.map(({ slug }) => slug).join("+"), wordsOf(title).join(" ")].join("\n");
  const what = link?.kind === "event" ? link.key : unpaged();
  return freeId(`${what}\n${start ?? ""}`, taken, digest, tried);
}

/** The first id of the row that begins with `seed` which is not taken. What was taken once, and is `tried`, stays so. */
export function freeId(seed: string, taken: (id: string) => boolean, digest = portable, tried?: Tried): string {
  for (let n = tried?.get(seed) ?? 1; ; n++) {
    const id = shorten(digest(n === 1 ? seed : `${seed}\n${n}`));
    if (taken(id)) continue;
    if (n > 1) tried?.set(seed, n + 1);
    return id;
  }
}

/** The first 60 bits, five a digit. */
function shorten(hex: string): string {
  let id = "";
  for (let at = 0; at < 15; at += 5) {
    const bits = Number.parseInt(hex.slice(at, at + 5), 16);
    id += `${DIGITS[bits >> 15]}${DIGITS[(bits >> 10) & 31]}${DIGITS[(bits >> 5) & 31]}${DIGITS[bits & 31]}`;
  }
  return id;
}
