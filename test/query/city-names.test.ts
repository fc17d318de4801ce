import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import table from "../../data/places/city-names.json" with { type: "json" };
import { cutCityNames, shownNames } from "../../data/places/cut/city-names.ts";
import { citySlugs } from "../../src/query/city-names.ts";
import { app } from "../http/documented.ts";

const cities: Readonly<Record<string, string>> = table.cities;

/** Ids of all events ever that the parameters of `search` find. */
async function idsOf(search: string): Promise<readonly string[]> {
  const list = await (await app.request(`/events.json?from=2013-01-01&${search}`)).json();
  return (list as { readonly events: readonly { readonly id: string }[] }).events.map(({ id }) => id);
}

describe("a city's name", () => {
  test.each([
    ["München-DE", "munich-de"],
    ["MU\u0308NCHEN", "munich"],
    ["muenchen-de", "munich-de"],
    ["Zuerich", "zurich"],
    ["Köln-DE", "koln-de"],
    ["cologne-de", "koln-de"],
    ["New York, US", "new-york-city-us"],
    ["Ciudad de México", "mexico-city"],
    ["Sankt Peterburg, RU", "saint-petersburg-ru"],
    ["St. Petersburg", "saint-petersburg"],
    ["Aarhus, DK", "arhus-dk"],
    ["norimberga-bavaria-de", "nurnberg-bavaria-de"],
    ["Bienne, CH", "biel-bienne-ch"],
    ["Hanover-DE", "hannover-de"],
  ])("%s may stand for %s", (name, slug) => expect(citySlugs(name)).toContain(slug));

  test("is first looked up unchanged", () => {
    expect(citySlugs("Munich-DE")).toEqual(["munich-de"]);
    expect(citySlugs("manchester-gb")).toEqual(["manchester-gb"]);
    expect(citySlugs("Hannover, DE")[0]).toBe("hannover-de");
    expect(citySlugs("-".repeat(8_000))).toEqual([""]);
  });

  test.each([
    ["münchen-de", "munich-de"],
    ["m%C3%BCnchen-de", "munich-de"],
    ["mu%CC%88nchen", "munich-de"],
    ["Wien-AT", "vienna-at"],
    ["praha-cz", "prague-cz"],
    ["warszawa", "warsaw-pl"],
    ["Zuerich-CH", "zurich-ch"],
    ["Nuremberg-DE", "nurnberg-de"],
    ["new-york-us", "new-york-new-york-us"],
    ["NYC", "new-york-new-york-us"],
    ["Århus", "aarhus-dk"],
    ["lisboa", "lisbon-pt"],
    ["Saint Louis", "saint-louis-missouri-us"],
    ["Hyderābād", "hyderabad-in"],
    ["København", "copenhagen-dk"],
    ["Gothenburg-SE", "goteborg-se"],
    // The slugs that these cities had before.
    ["arhus-dk", "aarhus-dk"],
    ["bengaluru-in", "bangalore-in"],
    ["frankfurt-am-main-de", "frankfurt-de"],
    ["geneve-ch", "geneva-ch"],
    ["gent-be", "ghent-be"],
    ["koln-de", "cologne-de"],
    ["milan-it", "milano-it"],
    ["new-york-city-new-york-us", "new-york-new-york-us"],
    ["saint-petersburg-ru", "st-petersburg-ru"],
    ["st-louis-missouri-us", "saint-louis-missouri-us"],
    ["tel-aviv-il", "tel-aviv-yafo-il"],
  ])("leads to its feed, and filters: %s", async (name, slug) => {
    const response = await app.fetch(new Request(`https://site.example/cities/${name}.ics`));
    expect([response.status, response.headers.get("location")]).toEqual([301, `/cities/${slug}.ics`]);
    const bodies = [name, slug].map(async (city) => {
      const list = await app.request(`/events.json?city=${city}&from=2014-01-01`);
      return ((await list.json()) as { readonly total: number }).total;
    });
    const [found, all] = await Promise.all(bodies);
    expect([found! > 0, found]).toEqual([true, all]);
  });

  test("does not match cities in other countries", () => {
    expect(citySlugs("cologne-us")).toEqual(["cologne-us"]);
    expect(citySlugs("bienne-at")).not.toContain("biel-bienne-at");
  });

  test.each([
    ["nuremberg", "nurnberg-de"],
    ["Wien", "vienna-at"],
    ["new york", "new-york-city-us"],
    ["Nürnberg", "nurnberg-de"],
  ])("is a word that finds what takes place there: %s", async (q, city) => {
    const [words, there] = await Promise.all([idsOf(`q=${encodeURIComponent(q)}`), idsOf(`city=${city}`)]);
    expect(there.length).toBeGreaterThan(0);
    expect(words).toEqual(expect.arrayContaining([...there]));
  });

  test.each([
    ["/cities/aarhus-dk.json", "Rust events in Aarhus, DK"],
    ["/cities/cologne-de.json", "Rust events in Cologne, DE"],
    ["/cities/new-york-new-york-us.json", "Rust events in New York, New York, US"],
    ["/cities/nurnberg-de.json", "Rust events in Nürnberg, DE"],
    ["/events.json?city=nurnberg", "Rust events: Nürnberg, DE"],
    ["/events.json?city=Nuremberg", "Rust events: Nürnberg, DE"],
    ["/events.json?city=k%C3%B6ln,munich-de", "Rust events: Cologne, DE · Munich, DE"],
    ["/events.json?city=portland", "Rust events: Portland, Oregon, US"],
    ["/changes.json?city=arhus-dk", "What changed in Rust events: Aarhus, DK"],
  ])("is said in titles, as it is printed most: %s", async (path, title) => {
    expect(await (await app.request(path)).json()).toMatchObject({ title });
  });

  test("is ignored as a search term if it has another meaning", async () => {
    const [words, there] = await Promise.all([idsOf("q=tokio"), idsOf("city=tokyo-jp")]);
    expect(words.length).toBeGreaterThan(0);
    expect(there.filter((id) => words.includes(id)).length).toBeLessThan(there.length);
  });
});

describe("the table of cities' names", () => {
  test("is cut from the gazetteer: `npm run places:names` writes it anew", () => {
    const gazetteer = JSON.parse(readFileSync("data/places/gazetteer.json", "utf8"));
    // Cities come with the issues; the names of those that the gazetteer marks as printed are all there.
    const cut = cutCityNames(gazetteer, []);
    expect(Object.keys(cut).length).toBeGreaterThan(100);
    expect(Object.entries(cut).filter(([key, names]) => cities[key] !== names)).toEqual([]);
  });

  test("has the names that are printed most", () => expect(table.shown).toEqual(shownNames()));

  test("omits names of other cities", () => {
    expect(Object.entries(cities).filter(([, names]) => /\b(manchester|waterloo)\b/.test(names))).toEqual([]);
  });
});
