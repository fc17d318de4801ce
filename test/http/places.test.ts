import { describe, expect, test } from "vitest";
import { BERLIN, dataSet, event } from "../render/events.ts";
import { appOver, idsAt, listAt } from "./service.ts";

const CAMBRIDGE = { ...BERLIN, city: "Cambridge", area: "England", country: "GB", latitude: 52.2, longitude: 0.12 };
const MOVED = {
  issue: "2026-03-04",
  field: "places",
  from: "Wien, Vienna, AT",
  to: "Berlin, Land Berlin, DE",
} as const;
const app = appOver(
  dataSet([
    event({ id: "berlin", history: [MOVED] }),
    event({ id: "cambridge", places: [CAMBRIDGE] }),
    event({
      id: "ma",
      places: [{ ...CAMBRIDGE, area: "Massachusetts", country: "US", latitude: 42.37, longitude: -71.11 }],
    }),
    event({ id: "both", places: [CAMBRIDGE, BERLIN], mode: "hybrid" }),
    event({ id: "online", mode: "virtual" }),
  ]),
);

describe("countries and cities", () => {
  test.each<[string, string, string[]]>([
    ["/countries/de", "Rust events in Germany", ["berlin", "both", "online"]],
    ["/countries/gb", "Rust events in the United Kingdom", ["both", "cambridge"]],
    ["/countries/at", "Rust events in Austria", []],
    ["/cities/berlin-de", "Rust events in Berlin, DE", ["berlin", "both", "online"]],
    ["/cities/cambridge-gb", "Rust events in Cambridge, GB", ["both", "cambridge"]],
    ["/cities/cambridge-massachusetts-us", "Rust events in Cambridge, Massachusetts, US", ["ma"]],
    ["/cities/wien-at", "Rust events in Wien, AT", []],
  ])("%s has a calendar, empty if need be", async (path, title, ids) => {
    const list = await listAt(app, `${path}.json`);
    expect([list.title, list.events.map(({ id }) => id)]).toEqual([title, ids]);
    expect(await (await app.request(`${path}.ics`)).text()).toContain(`NAME:${title.replaceAll(",", "\\,")}`);
    expect((await app.request(path)).status).toBe(200);
  });

  test.each([
    ["/countries/DE.ics?mode=hybrid", "/countries/de.ics?mode=hybrid"],
    ["/countries/uk", "/countries/gb"],
    ["/countries/Germany.json", "/countries/de.json"],
    ["/cities/berlin.ics", "/cities/berlin-de.ics"],
    ["/cities/Berlin-DE.ics", "/cities/berlin-de.ics"],
    ["/cities/cambridge-us.ics", "/cities/cambridge-massachusetts-us.ics"],
  ])("%s leads to %s", async (from, to) => {
    const response = await app.request(from);
    expect([response.status, response.headers.get("location")]).toEqual([301, to]);
  });

  test.each([
    ["/cities/cambridge.ics", ["cambridge-gb", "cambridge-massachusetts-us"]],
    ["/countries/fr.ics", ["at", "de", "gb", "us"]],
    ["/countries/united-states.atom", null],
  ])("%s: what might be meant is named", async (path, allowed) => {
    const response = await app.request(path);
    expect(response.status).toBe(allowed === null ? 301 : 404);
    if (allowed !== null) expect(await response.json()).toMatchObject({ allowed });
  });

  test("are found by a shorter name that several cities share", async () => {
    expect(await idsAt(app, "/events.json?city=cambridge")).toEqual(["both", "cambridge", "ma"]);
    expect(await idsAt(app, "/events.json?country=Germany,uk&mode=in-person")).toEqual(["berlin", "cambridge"]);
  });
});

describe("a list with near", () => {
  test.each([
    ["near=52.52,13.41", ["berlin", "both"]],
    ["near=52.2,0.1&radius=10", ["both", "cambridge"]],
    ["near=52.2,0.1&radius=5000", ["berlin", "both", "cambridge"]],
  ])("?%s", async (search, ids) => expect(await idsAt(app, `/events.json?${search}`)).toEqual(ids));

  test("has it in its name, and the same URL for all equivalent points", async () => {
    const list = await listAt(app, "/events.json?radius=50&near=%2052.5200%2C13.4099");
    expect(list).toMatchObject({
      title: "Rust events: within 50 km of 52.52, 13.41",
      self: "https://site.example/events.json?near=52.52,13.41&radius=50",
    });
  });
});
