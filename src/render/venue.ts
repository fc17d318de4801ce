import type { EventRecord } from "../model/event.ts";
import type { Venue } from "../model/times.ts";
import { wordsOf } from "../model/words.ts";
import { oneLine } from "./text.ts";

/** The venue, with name and address on one line each; null for online-only events and if unknown. */
export function venueOf({ mode, venue }: EventRecord): Venue | null {
  if (mode === "virtual" || venue === undefined) return null;
  const [name, address] = [oneLine(venue.name ?? "") || null, oneLine(venue.address ?? "") || null];
  return name === null && address === null ? null : { name, address };
}

/** The venue on one line, `Example Hall, Sample Street 5`; without the name if the address starts with it. Null if unknown. */
export function venueText(event: EventRecord): string | null {
  const venue = venueOf(event);
  if (venue === null) return null;
  const { name, address } = venue;
  if (name === null || address === null) return name ?? address;
  return folded(name) !== "" && folded(address).startsWith(folded(name)) ? address : `${name}, ${address}`;
}

/** `venue` followed by `place`, unless it already contains the `city`: `Example Hall, Sample Street 5, Berlin, DE`. */
export function venueWithin(venue: string, place: string, city: string | null): string {
  return place === "" || (city !== null && contains(venue, city)) ? venue : `${venue}, ${place}`;
}

/** Whether `text` contains the words of `phrase`, regardless of case and accents. */
function contains(text: string, phrase: string): boolean {
  const words = ` ${folded(phrase)} `;
  return words.trim() !== "" && ` ${folded(text)} `.includes(words);
}

function folded(text: string): string {
  return wordsOf(text).join(" ");
}
