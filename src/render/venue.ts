import type { EventRecord } from "../model/event.ts";
import type { Venue } from "../model/times.ts";
import { oneLine } from "./text.ts";

/** Where in its city people come together, each part on one line; null for an event that is online alone, and where nothing is known. */
export function venueOf({ mode, venue }: EventRecord): Venue | null {
  if (mode === "virtual" || venue === undefined) return null;
  const [name, address] = [oneLine(venue.name ?? "") || null, oneLine(venue.address ?? "") || null];
  return name === null && address === null ? null : { name, address };
}

/** The venue on one line, `Example Hall, Sample Street 5`; null where none is known. An address that begins with the name says it. */
export function venueText(event: EventRecord): string | null {
  const venue = venueOf(event);
  if (venue === null) return null;
  const { name, address } = venue;
  if (name === null || address === null) return name ?? address;
  return fold(name) !== "" && fold(address).startsWith(fold(name)) ? address : `${name}, ${address}`;
}

/** `venue`, then the place unless the venue names its `city`: `Example Hall, Sample Street 5, Berlin, DE`. */
export function venueWithin(venue: string, place: string, city: string | null): string {
  return place === "" || (city !== null && names(venue, city)) ? venue : `${venue}, ${place}`;
}

/** Whether `text` has `word` as a word, or words, of its own, whatever the case and accents. */
function names(text: string, word: string): boolean {
  const words = ` ${fold(word)} `;
  return words.trim() !== "" && ` ${fold(text)} `.includes(words);
}

/** In small letters without accents, what is no letter or number a space. */
function fold(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
