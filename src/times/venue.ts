import { Parser } from "htmlparser2";
import type { Venue } from "../model/times.ts";

/**
 * Private data that may appear in a location: email addresses, links with or without `https:`, telephone numbers, coordinates.
 */
const PRIVATE =
  /@|:\/\/|\bwww\.|[a-z0-9-]\.[a-z]{2,}\/\S|\b(?:tel|phone|call|dial|pin|passcode|meeting id)\b|\+?\d(?:[\s()./-]{0,3}\d){7,}|\d\.\d{3,}/i;
/** Placeholders for a location that only attendees can see. */
const MASKED =
  /check event page|register to see|address (?:is )?(?:hidden|shown|sent)|needs? a location|\btba\b|\btbd\b|^online$|^virtual$/i;
/** Longer texts are instructions, not addresses. */
const MOST = 200;

/** The venue with a name and an address; null if neither can be published. */
export function venueOf(name: string | null, address: string | null): Venue | null {
  const venue = { name: publishable(name), address: publishable(address) };
  return venue.name === null && venue.address === null ? null : venue;
}

/** Decodes HTML, which some hosts send as text: `Tom &amp; Jerry's`. */
function plain(text: string): string {
  if (!/&[#\w]+;|</.test(text)) return text;
  const parts: string[] = [];
  const parser = new Parser({ ontext: (part) => void parts.push(part) });
  parser.write(text);
  parser.end();
  return parts.join("");
}

function publishable(text: string | null): string | null {
  const line = plain(text ?? "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return line === "" || line.length > MOST || PRIVATE.test(line) || MASKED.test(line) ? null : line;
}
