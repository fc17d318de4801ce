import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { directoryOf } from "../../src/query/directory.ts";
import type { EventQuery } from "../../src/query/filters.ts";
import { PARAMETERS, queryParser, toSearch } from "../../src/query/query.ts";
import { vocabularyOf } from "../../src/query/vocabulary.ts";
import { BERLIN, dataSet, event } from "../render/events.ts";
import { runs } from "../runs.ts";

const ZURICH = { ...BERLIN, city: "Zürich", area: "Zurich", country: "CH" };
const LONDON = { ...BERLIN, city: "London", area: "England", country: "GB" };
const parse = queryParser(
  vocabularyOf(
    directoryOf(
      dataSet([
        event({ groups: [{ slug: "rust-в-минске", name: "Rust в Минске", url: null }] }),
        event({ id: "zurich", places: [ZURICH] }),
        event({ id: "london", places: [LONDON] }),
      ]),
    ),
  ),
);

/** Values of the parameters that take several, and of those that take one; each row is one value in several spellings. */
const MANY: Readonly<Partial<Record<keyof EventQuery, readonly (readonly string[])[]>>> = {
  region: [
    ["virtual", "Virtual", "ONLINE"],
    ["north-america", "North America", "north america"],
    ["europe", "Europe"],
  ],
  country: [
    ["DE", "de", "Germany", "germany"],
    ["GB", "uk", "United Kingdom", "the-united-kingdom"],
    ["CH", "Ch", "switzerland"],
  ],
  city: [
    ["berlin-de", "Berlin DE", "BERLIN-DE"],
    ["zurich", "Zürich", "ZU\u0308RICH"],
  ],
  group: [
    ["rust-в-минске", "Rust-В-Минске"],
    ["rust-berlin", "RUST-BERLIN", "Rust Berlin"],
  ],
  mode: [
    ["in-person", "In Person", "IN-PERSON"],
    ["hybrid", "Hybrid"],
  ],
  q: [
    ["async rust", "Async  RUST", "ASYNC\trust"],
    ["grusse", "Grüße", "GRÜSSE"],
    ["日本語", "日本語"],
  ],
  weekday: [
    ["sun", "Sunday", "SUN"],
    ["tue", "Tuesday", "tues"],
    ["thu", "Thurs", "thursday"],
  ],
};
const ONE: Readonly<Partial<Record<keyof EventQuery, readonly (readonly string[])[]>>> = {
  from: [["2026-01-01"], ["2014-06-01"]],
  to: [["2027-01-01"]],
  near: [
    ["52.52,13.41", "52.520,13.4099", " +52.52 , 13.41 "],
    ["0.00,180.00", "-0,-180", "0.001,180"],
  ],
  multiday: [
    ["only", "TRUE", "yes"],
    ["hide", "no"],
  ],
  cancelled: [["hide", "Hide", "false"]],
  starts: [
    ["09:00-12:30", "9:00-12:30", " 9:00 – 12:30 "],
    ["18:00-23:59", "18:00-24:00"],
  ],
  timed: [["only", "yes", "True"]],
  online: [
    ["include", "Include"],
    ["hide", "no"],
  ],
  limit: [["5", "005"]],
  cursor: [["2026-03-04_2026-03-05_2026-03-10_a b"]],
};

type Chosen = readonly (readonly [name: string, rows: readonly (readonly string[])[]])[];

const chosen: fc.Arbitrary<Chosen> = fc
  .tuple(
    fc
      .subarray(Object.entries(MANY))
      .chain((entries) =>
        fc.tuple(
          ...entries.map(([name, rows]) =>
            fc.subarray([...rows], { minLength: 1 }).map((some) => [name, some] as const),
          ),
        ),
      ),
    fc
      .subarray(Object.entries(ONE))
      .chain((entries) =>
        fc.tuple(...entries.map(([name, rows]) => fc.constantFrom(...rows).map((row) => [name, [row]] as const))),
      ),
  )
  .map(([many, one]) => [...many, ...one]);

/** A way to write down what was chosen: spelling, order, lists or repeats, values twice, white space, how much is encoded. */
function written(given: Chosen, pick: (below: number) => number): string {
  const pairs: [string, string][] = [];
  for (const [name, rows] of given) {
    const several = name in MANY;
    const texts = rows.map((row) => row[pick(row.length)]!);
    if (several && pick(2) === 0) texts.push(rows[0]![0]!);
    if (several && pick(2) === 0) texts.reverse();
    if (several && pick(2) === 0) for (const text of texts) pairs.push([name, pick(2) === 0 ? ` ${text} ` : text]);
    else pairs.push([name, texts.join(several && pick(2) === 0 ? ", " : ",")]);
  }
  pairs.sort(() => pick(3) - 1);
  const encode = (text: string): string => {
    const plain = encodeURIComponent(text);
    if (pick(2) === 0) return plain.replaceAll("%20", "+").replaceAll("%2C", ",");
    return pick(2) === 0 ? plain : encodeEvery(text);
  };
  return pairs.map(([name, text]) => `${name}=${encode(text)}`).join("&");
}

/** Every byte as `%xx`, in small letters. */
function encodeEvery(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
}

function canonical(search: string): string {
  const parsed = parse(new URLSearchParams(search));
  if (!parsed.ok) throw new Error(`${search}: ${parsed.refused.map(({ detail }) => detail).join("; ")}`);
  return toSearch(parsed.query);
}

describe("equivalent queries", () => {
  test("have the same URL", () => {
    fc.assert(
      fc.property(chosen, fc.gen(), (given, gen) => {
        const pick = (below: number) => gen(() => fc.nat(below - 1));
        expect(canonical(written(given, pick))).toBe(canonical(written(given, pick)));
      }),
      { numRuns: runs(500) },
    );
  });

  test("are parsed from that URL unchanged, with parameters in canonical order", () => {
    fc.assert(
      fc.property(chosen, (given) => {
        const search = canonical(written(given, () => 0));
        expect(canonical(search)).toBe(search);
        const names = [...new URLSearchParams(search).keys()];
        expect(names).toEqual(PARAMETERS.filter((name) => names.includes(name)));
        const [first, again] = [given, search].map((one) =>
          parse(new URLSearchParams(typeof one === "string" ? one : written(one, () => 0))),
        );
        expect(again).toEqual(first);
      }),
      { numRuns: runs(300) },
    );
  });

  test("contain the IANA name of a time zone, with an unescaped slash", () => {
    expect(canonical("tz=EUROPE%2fberlin&weekday=Sunday,Mon")).toBe("?tz=Europe/Berlin&weekday=mon,sun");
    expect(canonical("tz=Etc/GMT%2B1&weekday=mon")).toBe("?tz=Etc/GMT%2B1&weekday=mon");
  });

  test("contain the default radius, and an unescaped comma in a point", () => {
    expect(canonical("near=52.520%2C13.405")).toBe("?near=52.52,13.40&radius=50");
    expect(canonical("radius=50&near=52.52,13.4")).toBe("?near=52.52,13.40&radius=50");
  });
});
