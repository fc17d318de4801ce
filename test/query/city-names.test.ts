import { describe, expect, test } from "vitest";
import { citySlugs } from "../../src/query/city-names.ts";
import { app } from "../http/documented.ts";

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
  ])("%s may stand for %s", (name, slug) => expect(citySlugs(name)).toContain(slug));

  test("stands for itself first, and for nothing else where it has no other", () => {
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
    ["frankfurt-de", "frankfurt-am-main-de"],
    ["new-york-us", "new-york-city-new-york-us"],
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
});
