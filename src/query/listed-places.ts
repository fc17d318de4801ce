import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { PrintedPlace } from "../model/place.ts";

/** A current or former place of an event, with names from the gazetteer. */
export interface ListedPlace extends PrintedPlace {
  /** Date of the issue that first listed an event there. */
  readonly since: LocalDate;
}

/** All places of `events`, each once, including former ones, so that a place is never removed. */
export function listedPlaces(events: readonly EventRecord[]): readonly ListedPlace[] {
  const places = new Map<string, ListedPlace>();
  const note = ({ city, area, country }: PrintedPlace, since: LocalDate): void => {
    const name = `${city}|${area}|${country}`;
    const known = places.get(name);
    if (known === undefined || since < known.since) places.set(name, { city, area, country, since });
  };
  for (const event of events) {
    let since = event.created;
    for (const change of event.history) {
      if (change.field !== "places") continue;
      for (const place of printed(change.from ?? "")) note(place, since);
      since = change.issue;
    }
    for (const place of event.places) note(place, since);
  }
  return [...places.values()];
}

/** Parses `Wien, Vienna, AT; Bavaria, DE`. With fewer than three parts, only the country is certain. */
function printed(text: string): PrintedPlace[] {
  return text.split("; ").flatMap((place) => {
    const parts = place.split(", ");
    const country = parts.at(-1) ?? "";
    if (!/^[A-Z]{2}$/.test(country)) return [];
    const [city = null, area = null] = parts.length === 3 ? parts : [];
    return { city, area, country };
  });
}
