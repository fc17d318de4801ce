import type { EventRecord } from "../model/event.ts";
import type { Place } from "../model/place.ts";
import { cityKeys, isIn, searchText } from "./facets.ts";
import type { EventQuery } from "./query.ts";
import { regionOf } from "./region.ts";

type Test = (event: EventRecord) => boolean;

/** The events that meet every one of `queries`, their dates, limits and cursors aside, in the order given. */
export function selectEvents(events: readonly EventRecord[], queries: readonly EventQuery[]): readonly EventRecord[] {
  return queries.flatMap(testsOf).reduce((found, test) => found.filter(test), events);
}

function testsOf(query: EventQuery): Test[] {
  const tests: Test[] = [];
  const { region, country, city, group, multiday, cancelled, mode: modes, q: phrases } = query;
  if (cancelled !== undefined) tests.push((event) => (event.status === "cancelled") === (cancelled === "only"));
  if (multiday !== undefined) tests.push((event) => event.end > event.start === (multiday === "only"));
  if (modes !== undefined) tests.push(({ mode }) => mode !== null && modes.includes(mode));
  if (region !== undefined) {
    const wanted = region.flatMap((slug) => regionOf(slug) ?? []);
    tests.push((event) => wanted.some((name) => isIn(event, name)));
  }
  if (country !== undefined) {
    const wanted = new Set(country);
    tests.push(({ places }) => places.some((place) => place.country !== null && wanted.has(place.country)));
  }
  if (city !== undefined) {
    const isWanted = cityTest(city);
    tests.push(({ places }) => places.some(isWanted));
  }
  if (group !== undefined) {
    const wanted = new Set(group);
    tests.push(({ groups }) => groups.some(({ slug }) => wanted.has(slug)));
  }
  if (phrases !== undefined) {
    const wanted = phrases.map((phrase) => phrase.split(" "));
    tests.push((event) => {
      const text = searchText(event);
      return wanted.some((words) => words.every((word) => text.includes(word)));
    });
  }
  return tests;
}

/** Whether a place's city is one of `keys`; each distinct place is looked at once. */
function cityTest(keys: readonly string[]): (place: Place) => boolean {
  const wanted = new Set(keys);
  const known = new Map<string, boolean>();
  return (place) => {
    const name = `${place.city}|${place.area}|${place.country}`;
    let is = known.get(name);
    if (is === undefined) {
      is = cityKeys(place).some((key) => wanted.has(key));
      known.set(name, is);
    }
    return is;
  };
}
