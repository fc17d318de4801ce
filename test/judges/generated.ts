import fc from "fast-check";
import { addDays } from "../../src/model/date.ts";
import type { DataSet } from "../../src/model/event.ts";
import { REGION_SLUGS } from "../../src/query/region.ts";
import { dataSet, event } from "../render/events.ts";

/** Queries that a data set can answer, as the part of an address from `?` on: some weeks or years, filtered or not. */
export function queriesOver(data: DataSet): fc.Arbitrary<string> {
  const some = (values: readonly string[]) =>
    fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }).map((chosen) => chosen.join(","));
  const days = (max: number) => fc.integer({ min: 1, max }).map(String);
  const countries = new Set(data.events.flatMap(({ places }) => places.flatMap(({ country }) => country ?? [])));
  const words = data.events.flatMap(({ title }) => title.match(/^[\p{L}\d]{3,20}/u) ?? []);
  const filter = fc.oneof(
    fc.record({ days: days(90) }),
    fc.record({ region: some(REGION_SLUGS), days: days(90) }),
    fc.record({ mode: some(["virtual", "in-person", "hybrid"]), days: days(90) }),
    fc.record({ cancelled: fc.constant("hide"), days: days(90) }),
    fc.record({ country: some([...countries].sort()), days: days(1_500) }),
    fc.record({ group: some(data.groups.map(({ slug }) => slug)), days: days(3_000) }),
    fc.record({ q: fc.constantFrom(...words), days: days(400) }),
    fc.record({ multiday: fc.constant("only"), days: days(1_500) }),
    fc.record({ cancelled: fc.constant("only"), days: days(3_000) }),
  );
  const from = fc.integer({ min: 0, max: 4_300 }).map((day) => addDays("2014-06-01", day));
  return fc.tuple(from, filter).map(([from, given]) => `?${new URLSearchParams({ from, ...given })}`);
}

const TITLES: readonly (readonly string[])[] = [
  ["C:\\new\\Night", "a \\, b \\; c \\\\ d\\", "100%2C or %5C", ",;,;", "\\,", '"All in quotes"', '“Rust”: "quoted"'],
  ["The title END:VEVENT and BEGIN:VEVENT in one line", "BEGIN:VEVENT", "END:VCALENDAR"],
];

/** Text at which readers with a known fault stumble: a set each. */
export const PROBES: readonly DataSet[] = TITLES.map((titles) =>
  dataSet(titles.map((title, at) => event({ id: `probe-${at}`, title }))),
);
