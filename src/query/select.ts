import type { EventRecord } from "../model/event.ts";
import { type Facets, facetsOf, searchText } from "./facets.ts";
import type { EventQuery } from "./query.ts";

type Test = (event: EventRecord) => boolean;

/** The events that meet every one of `queries`, their dates, limits and cursors aside, in the order given. */
export function selectEvents(events: readonly EventRecord[], queries: readonly EventQuery[]): readonly EventRecord[] {
  const tests = queries.flatMap(testsOf);
  return tests.length === 0 ? events : events.filter((event) => tests.every((test) => test(event)));
}

function testsOf(query: EventQuery): Test[] {
  const tests: Test[] = [];
  const { multiday, cancelled, mode: modes, q: phrases } = query;
  if (cancelled !== undefined) tests.push((event) => (event.status === "cancelled") === (cancelled === "only"));
  if (multiday !== undefined) tests.push((event) => event.end > event.start === (multiday === "only"));
  if (modes !== undefined) tests.push((event) => event.mode !== null && modes.includes(event.mode));
  tests.push(
    ...anyOf(query.region, (facets) => facets.regions),
    ...anyOf(query.country, (facets) => facets.countries),
    ...anyOf(query.city, (facets) => facets.cities),
    ...anyOf(query.group, (facets) => facets.groups),
  );
  if (phrases !== undefined) {
    const wanted = phrases.map((phrase) => phrase.split(" "));
    tests.push((event) => {
      const text = searchText(event);
      return wanted.some((words) => words.every((word) => text.includes(word)));
    });
  }
  return tests;
}

function anyOf(values: readonly string[] | undefined, facet: (facets: Facets) => ReadonlySet<string>): Test[] {
  if (values === undefined) return [];
  return [
    (event) => {
      const has = facet(facetsOf(event));
      return values.some((value) => has.has(value));
    },
  ];
}
