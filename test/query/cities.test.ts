import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../src/model/date.ts";
import { citiesOf, namesOfCities } from "../../src/query/cities.ts";
import { type ListedPlace, listedPlaces } from "../../src/query/listed-places.ts";
import { BERLIN, event } from "../render/events.ts";
import { runs } from "../runs.ts";

const place = (
  city: string | null,
  area: string | null,
  country: string | null,
  since = "2020-01-01",
): ListedPlace => ({
  city,
  area,
  country,
  since,
});
const slugs = (places: readonly ListedPlace[]) => citiesOf(places).map(({ slug }) => slug);

describe("a city's slug", () => {
  test("consists of name and country", () => {
    expect(slugs([place("Zürich", "Zurich", "CH"), place("Singapore", null, "SG")])).toEqual([
      "singapore-sg",
      "zurich-ch",
    ]);
  });

  test("contains the state in some countries, even if the name is unique", () => {
    expect(slugs([place("Portland", "Oregon", "US"), place("Perth", "Western Australia", "AU")])).toEqual([
      "perth-western-australia-au",
      "portland-oregon-us",
    ]);
  });

  test("is short for the city that was listed first", () => {
    const first = place("Neustadt", "Hesse", "DE", "2015-03-01");
    const later = place("Neustadt", "Bavaria", "DE", "2016-03-01");
    const [hesse, bavaria] = [citiesOf([later, first])[1], citiesOf([later, first])[0]];
    expect(hesse).toMatchObject({ slug: "neustadt-de", key: "neustadt-hesse-de", name: "Neustadt, DE" });
    expect(bavaria).toMatchObject({ slug: "neustadt-bavaria-de", name: "Neustadt, Bavaria, DE" });
  });

  test("never changes its meaning when cities are added", () => {
    const since = fc.integer({ min: 0, max: 9 }).map((weeks) => addDays("2020-01-01", 7 * weeks));
    const named = fc.record({
      city: fc.constantFrom("Portland", "Neustadt", "PORTLAND", "Neustadt!", "--"),
      area: fc.constantFrom("Oregon", "Maine", null),
      country: fc.constantFrom("US", "DE", "CH"),
      since,
    });
    fc.assert(
      fc.property(fc.array(named, { maxLength: 20 }), fc.integer({ min: 0, max: 9 }), (places, weeks) => {
        const then = addDays("2020-01-01", 7 * weeks);
        const before = citiesOf(places.filter((one) => one.since <= then));
        const after = new Map(citiesOf(places).map((city) => [city.slug, city]));
        for (const { slug, key, name } of before) expect(after.get(slug)).toMatchObject({ slug, key, name });
      }),
      { numRuns: runs(500) },
    );
  });

  test("is the same for all spellings, and missing without letters or country", () => {
    expect(slugs([place("Orléans", "Centre", "FR"), place("ORLEANS", "Centre", "FR")])).toEqual(["orleans-fr"]);
    expect(slugs([place("--", null, "FR"), place("Paris", null, null), place(null, "Hesse", "DE")])).toEqual([]);
  });
});

test("a value of `city` is called as its city is, and by the name alone where it means several", () => {
  const cities = citiesOf([
    place("Köln", "North Rhine-Westphalia", "DE"),
    place("Portland", "Oregon", "US"),
    place("Portland", "Maine", "US"),
  ]);
  const names = namesOfCities(cities);
  expect(["koln", "cologne-de", "portland", "portland-maine-us"].map((key) => names.get(key))).toEqual([
    "Cologne, DE",
    "Cologne, DE",
    "Portland",
    "Portland, Maine, US",
  ]);
});

describe("the places that events are or were in", () => {
  test("are kept when events move away", () => {
    const history = [
      { issue: "2026-03-11", field: "places", from: "Wien, Vienna, AT; Hesse, DE", to: "Zürich, Zurich, CH" },
      { issue: "2026-03-18", field: "title", from: "Paris, Paris, FR", to: "x" },
      { issue: "2026-03-18", field: "places", from: "Zürich, Zurich, CH", to: "Berlin, Land Berlin, DE" },
    ] as const;
    expect(listedPlaces([event({ history })])).toEqual([
      place("Wien", "Vienna", "AT", "2026-03-04"),
      place(null, null, "DE", "2026-03-04"),
      place("Zürich", "Zurich", "CH", "2026-03-11"),
      place("Berlin", "Land Berlin", "DE", "2026-03-18"),
    ]);
  });

  test("are listed once, with the first issue", () => {
    const events = [event({ created: "2026-03-04" }), event({ id: "before", created: "2025-01-01" })];
    expect(listedPlaces(events)).toEqual([place(BERLIN.city, BERLIN.area, BERLIN.country, "2025-01-01")]);
  });
});
