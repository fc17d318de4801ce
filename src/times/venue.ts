import { Parser } from "htmlparser2";
import type { Venue } from "../model/times.ts";

/** What no venue has, but an address of somebody's may: mail, links with or without `https:`, telephone numbers, points on a map. */
const PRIVATE =
  /@|:\/\/|\bwww\.|[a-z0-9-]\.[a-z]{2,}\/\S|\b(?:tel|phone|call|dial|pin|passcode|meeting id)\b|\+?\d(?:[\s()./-]{0,3}\d){7,}|\d\.\d{3,}/i;
/** Words that stand for a place that only guests learn. */
const MASKED =
  /check event page|register to see|address (?:is )?(?:hidden|shown|sent)|needs? a location|\btba\b|\btbd\b|^online$|^virtual$/i;
/** Longer texts are instructions, not addresses. */
const MOST = 200;

/** The venue of a name and an address; null where neither can be published. */
export function venueOf(name: string | null, address: string | null): Venue | null {
  const venue = { name: publishable(name), address: publishable(address) };
  return venue.name === null && venue.address === null ? null : venue;
}

/** Some hosts send text as HTML: `Tom &amp; Jerry's`. */
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
