import { describe, expect, it } from "vitest";
import type { PrintedPlace } from "../../../src/model/place.ts";
import { placeDoubt, resolvePlace, resolvePlaces, resolveText } from "../../../src/normalize/places/resolve.ts";
import { gazetteer } from "./gazetteer.ts";
import { WORLD } from "./world.ts";

const place = (city: string | null, area: string | null, country: string | null): PrintedPlace => ({
  city,
  area,
  country,
});
const names = (text: string) => resolveText(gazetteer, text).map(({ city }) => city);

describe("places of the whole world", () => {
  it("has at least 150 of them", () => expect(WORLD.length).toBeGreaterThan(300));

  it.each(WORLD)("$text", ({ text, city, country, timeZone }) => {
    const resolved = resolveText(gazetteer, text);
    expect(resolved.map((found) => [found.city, found.country, found.timeZone])).toEqual([[city, country, timeZone]]);
  });
});

describe("several places", () => {
  it.each([
    ["Seattle/Bellevue, WA, US", ["Seattle", "Bellevue"]],
    // A typo costs its city at most.
    ["Seatlte/Bellevue, WA, US", ["Seattle", "Bellevue"]],
    ["Seattle/Belevu, WA, US", ["Seattle"]],
    ["Oslo, NO / Bergen, N / Lyon, FR", ["Oslo", "Bergen", "Lyon"]],
    ["Oslo, NO & Bergen NO & Lyon, FR", ["Oslo", "Bergen", "Lyon"]],
    ["Oslo, NO / Bergen / Lyon, FR", ["Oslo", "Bergen", "Lyon"]],
    ["Oslo, NO, Bergen, N, Lyon, FR", ["Oslo", "Bergen", "Lyon"]],
    ["Oslo, NO, Bergen, NO, Lyon, F", ["Oslo", "Bergen", "Lyon"]],
    ["Berlin, Germnay / Paris, France", ["Berlin", "Paris"]],
    ["Virtual (Oslo, NO); Lyon, FR)", ["Oslo", "Lyon"]],
    ["Virtual (Oslo; NO; Lyon, FR)", ["Oslo", "Lyon"]],
    ["Port of Spain, Trinidad and Tobago", ["Port of Spain"]],
    ["Kraków / Katowice, PL", ["Kraków", "Katowice"]],
    ["Köln/Cologne, DE", ["Köln"]],
    ["Biel/Bienne, CH", ["Biel/Bienne"]],
    ["Virtual (Lyon, FR; Lima, PE)", ["Lyon", "Lima"]],
    ["Lyon and Grenoble, FR", ["Lyon", "Grenoble"]],
    ["Bosnia and Herzegovina", [null]],
  ])("%s", (text, cities) => expect(names(text)).toEqual(cities));
});

describe("a list of places", () => {
  const lists = [
    ["Oslo, NO", "Lyon, FR", "Seattle, WA, US"],
    ["Tel Aviv, IL", "Portland, OR, US", "Sydney, NSW, AU"],
  ];

  /** Every text with one character less, twice or another, and with two swapped. */
  function typos(text: string): readonly string[] {
    const at = [...text].map((_, index) => index);
    return at.flatMap((i) => [
      text.slice(0, i) + text.slice(i + 1),
      text.slice(0, i) + text[i] + text.slice(i),
      `${text.slice(0, i)}x${text.slice(i + 1)}`,
      text.slice(0, i) + (text[i + 1] ?? "") + text[i] + text.slice(i + 2),
    ]);
  }

  it.each(["; ", " / ", " & ", " + "])("loses one city at most by a typo: %j", (joiner) => {
    const costly = lists.flatMap((list) => {
      const cities = list.map((place) => place.split(",")[0]!);
      return typos(list.join(joiner)).filter((text) => {
        const found = names(`Virtual (${text})`);
        return cities.filter((city) => !found.includes(city)).length > 1;
      });
    });
    expect(costly).toEqual([]);
  });
});

describe("the group's other places", () => {
  const dublinOhio = { latitude: 39.96, longitude: -83 };
  const richmond = { latitude: 37.55, longitude: -77.46 };

  it("settle which of several cities is meant", () => {
    expect(resolvePlace(gazetteer, place("Springfield", null, "US")).how).toBe("population");
    const near = resolvePlace(gazetteer, place("Springfield", null, "US"), { near: [dublinOhio] });
    expect([near.city, near.area, near.how]).toEqual(["Springfield", "Ohio", "near"]);
  });

  it("settle it without a country, too", () => {
    expect(resolvePlace(gazetteer, place("Birmingham", null, null)).country).toBe("GB");
    const alabama = resolvePlace(gazetteer, place("Birmingham", null, null), {
      near: [{ latitude: 33.2, longitude: -87.5 }],
    });
    expect([alabama.country, alabama.how]).toEqual(["US", "near"]);
  });

  it("confirm a city that is not in the printed area", () => {
    const { city, area, how } = resolvePlace(gazetteer, place("Charlottesville", "NC", "US"), { near: [richmond] });
    expect([city, area, how]).toEqual(["Charlottesville", "Virginia", "near"]);
  });

  it("change nothing where one city only is meant, or none is near", () => {
    expect(resolvePlace(gazetteer, place("Ljubljana", null, "SI"), { near: [richmond] }).how).toBe("exact");
    expect(resolvePlace(gazetteer, place("Portland", null, "US"), { near: [dublinOhio] }).area).toBe("Oregon");
  });

  it("may lack coordinates", () => {
    const unknown = { latitude: null, longitude: null };
    expect(resolvePlace(gazetteer, place("Portland", null, "US"), { near: [unknown] }).area).toBe("Oregon");
  });
});

describe("how exact a result is, and by which rule", () => {
  it.each([
    [place("Oslo", null, "NO"), "city", "exact"],
    [place("Columbus", null, "US"), "city", "population"],
    [place("Pasadena", null, "US"), "city", "printed"],
    [place("Orange County", null, "US"), "city", "alias"],
    [place("Helsinky", null, "FI"), "city", "typo"],
    [place("Vancouver", "OR", "US"), "city", "neighbour-area"],
    [place("Ottawa", "ON", "US"), "city", "other-country"],
    [place("Linz", null, "AU"), "city", "printed-elsewhere"],
    [place("Qwertyville", null, "DE"), "country", "fallback"],
    [place("Qwertyville", "TX", "US"), "area", "fallback"],
    [place(null, "Texas", "US"), "area", "area"],
    [place(null, null, "FR"), "country", "country"],
    [place(null, "Europe", null), "region", "region"],
    [place("Qwertyville", null, null), "none", "unknown"],
    [place(null, null, null), "none", "none"],
  ])("%o is a %s by %s", (printed, precision, how) => {
    const resolved = resolvePlace(gazetteer, printed);
    expect([resolved.precision, resolved.how]).toEqual([precision, how]);
  });

  it("is doubtful when it is a guess or nothing was found", () => {
    const doubts = ["exact", "near", "printed", "population", "alias", "area", "country", "region", "none"].map(
      placeDoubt,
    );
    expect(new Set(doubts)).toEqual(new Set([null]));
    expect(["typo", "neighbour-area", "other-country", "printed-elsewhere"].map(placeDoubt)).toEqual(
      Array(4).fill("place-guess"),
    );
    expect(["fallback", "unknown"].map(placeDoubt)).toEqual(["place-unknown", "place-unknown"]);
  });

  it("never searches the world once a country is printed", () => {
    expect(resolvePlace(gazetteer, place("Guadalajara", null, "NO")).country).toBe("NO");
    expect(resolvePlace(gazetteer, place("Cambridge", null, "JP")).country).toBe("JP");
  });

  it("gives a zone to an area or country only when nearly all of its people share one", () => {
    const zone = (area: string | null, country: string) => resolvePlace(gazetteer, place(null, area, country)).timeZone;
    expect([zone(null, "US"), zone(null, "BR"), zone(null, "AU"), zone(null, "RU")]).toEqual([null, null, null, null]);
    expect([zone("Tennessee", "US"), zone("Kansas", "US"), zone("Ontario", "CA")]).toEqual([
      null,
      "America/Chicago",
      "America/Toronto",
    ]);
    expect([zone(null, "DE"), zone(null, "MY")]).toEqual(["Europe/Berlin", "Asia/Kuala_Lumpur"]);
  });
});

describe("the record", () => {
  it("is in GeoNames' words, with the coordinates as they are", () => {
    expect(resolvePlaces(gazetteer, place("Zurich", null, "CH"))).toEqual([
      {
        city: "Zürich",
        area: "Zurich",
        country: "CH",
        latitude: 47.36667,
        longitude: 8.55,
        timeZone: "Europe/Zurich",
        precision: "city",
        how: "exact",
      },
    ]);
  });

  it("says what was printed", () => {
    const [only, ...more] = resolveText(gazetteer, "Hybrid (Lehi, UT, US)");
    expect([only?.printed, only?.city, more.length]).toEqual(["Lehi, UT, US", "Lehi", 0]);
    expect(resolveText(gazetteer, "Virtual")).toMatchObject([{ printed: "Virtual", precision: "none", how: "none" }]);
  });
});
