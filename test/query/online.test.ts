import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kilometresBetween, type Point } from "../../src/model/globe.ts";
import { cityKeys, isIn } from "../../src/query/facets.ts";
import type { EventQuery } from "../../src/query/filters.ts";
import { selectEvents } from "../../src/query/select.ts";
import { BERLIN, event } from "../render/events.ts";
import { runs } from "../runs.ts";

const MUNICH = { ...BERLIN, city: "Munich", area: "Bavaria", latitude: 48.13743, longitude: 11.57549 };
const TOKYO = { ...BERLIN, city: "Tokyo", area: "Tokyo", country: "JP", latitude: 35.6895, longitude: 139.69171 };
const EVENTS = [
  event({ id: "munich", places: [MUNICH] }),
  event({ id: "munich-hybrid", places: [MUNICH], mode: "hybrid", regions: ["Europe", "Virtual"] }),
  event({ id: "munich-online", places: [MUNICH], mode: "virtual", regions: ["Virtual"] }),
  event({ id: "berlin", title: "Async" }),
  event({ id: "tokyo-hybrid", places: [TOKYO], mode: "hybrid", regions: ["Asia"], title: "Async" }),
  event({ id: "nowhere", places: [], mode: "virtual", regions: ["Virtual"], title: "Async", groups: [] }),
  event({ id: "unknown", places: [TOKYO], mode: null, regions: ["Asia"], groups: [] }),
];
const POINT: Point = { latitude: 48.14, longitude: 11.58 };
const NEAR: EventQuery = { near: "48.14,11.58", radius: 50 };
const ONLINE = ["munich-hybrid", "munich-online", "tokyo-hybrid", "nowhere"];

const ids = (...queries: EventQuery[]) => selectEvents(EVENTS, queries).map(({ id }) => id);

describe("online=include finds", () => {
  test.each<[string, EventQuery[], string[]]>([
    ["near, or online", [{ ...NEAR, online: "include" }], ["munich", ...ONLINE]],
    [
      "in a city, or online",
      [{ city: ["berlin"], online: "include" }],
      ["munich-hybrid", "munich-online", "berlin", "tokyo-hybrid", "nowhere"],
    ],
    ["in a country, or online", [{ country: ["JP"], online: "include" }], [...ONLINE, "unknown"]],
    ["in a region, or online", [{ region: ["asia"], online: "include" }], [...ONLINE, "unknown"]],
    ["what meets all filters of places, or is online", [{ ...NEAR, country: ["JP"], online: "include" }], ONLINE],
    ["other filters hold for both", [{ ...NEAR, q: ["async"], online: "include" }], ["tokyo-hybrid", "nowhere"]],
    [
      "a group's as well",
      [{ ...NEAR, group: ["rust-berlin"], online: "include" }],
      ["munich", "munich-hybrid", "munich-online", "tokyo-hybrid"],
    ],
    ["a mode as well", [{ ...NEAR, mode: ["hybrid"], online: "include" }], ["munich-hybrid", "tokyo-hybrid"]],
    ["a feed's city, or online", [{ city: ["munich"] }, { online: "include" }], ["munich", ...ONLINE]],
    [
      "a feed's region and a country, or online",
      [{ region: ["asia"] }, { country: ["DE"], online: "include" }],
      ONLINE,
    ],
    ["a feed's group", [{ group: ["rust-berlin"] }, { online: "include" }], ids({ group: ["rust-berlin"] })],
    ["online alone stays what it is", [{ region: ["virtual"] }, { online: "include" }], ONLINE],
    ["nothing else without a filter of places", [{ online: "include" }], EVENTS.map(({ id }) => id)],
  ])("%s", (_, queries, expected) => expect(ids(...queries).sort()).toEqual([...expected].sort()));
});

describe("online", () => {
  test.each<[string, EventQuery[], string[]]>([
    ["only: what can be attended online", [{ online: "only" }], ONLINE],
    ["only: there", [{ country: ["DE"], online: "only" }], ["munich-hybrid", "munich-online"]],
    ["only: what is online alone is near nothing", [{ ...NEAR, online: "only" }], ["munich-hybrid"]],
    [
      "hide: without online-only events",
      [{ online: "hide" }],
      ["munich", "munich-hybrid", "berlin", "tokyo-hybrid", "unknown"],
    ],
    ["hide: of a city", [{ city: ["munich"] }, { online: "hide" }], ["munich", "munich-hybrid"]],
    [
      "hide: of what is online, the hybrid ones",
      [{ region: ["virtual"] }, { online: "hide" }],
      ["munich-hybrid", "tokyo-hybrid"],
    ],
  ])("%s", (_, queries, expected) => expect(ids(...queries)).toEqual(expected));
});

test("include finds the same events as a reference implementation", () => {
  const someEvent = fc.record({
    mode: fc.constantFrom("virtual", "hybrid", "in-person", null),
    regions: fc.subarray(["Europe", "Asia", "Virtual"] as const),
    places: fc.subarray([MUNICH, BERLIN, TOKYO]),
    title: fc.constantFrom("Async", "Hack"),
  });
  const query: fc.Arbitrary<EventQuery> = fc.record(
    {
      region: fc.subarray(["europe", "virtual"], { minLength: 1 }),
      country: fc.subarray(["DE", "JP"], { minLength: 1 }),
      city: fc.subarray(["munich", "tokyo-jp"], { minLength: 1 }),
      near: fc.constant("48.14,11.58"),
      q: fc.constant(["async"]),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(someEvent, { maxLength: 20 }), query, query, (drawn, feed, asked) => {
      const events = drawn.map((given, at) => event({ ...given, id: String(at) }));
      const expected = events.filter((one) => {
        const isOnline = isIn(one, "Virtual");
        const isIn50 =
          one.mode !== "virtual" && one.places.some((place) => kilometresBetween(place as Point, POINT) <= 50);
        const isThere = [feed, asked].every(
          ({ region, country, city, near }) =>
            (!region || region.some((slug) => (slug === "virtual" ? isOnline : one.regions.includes("Europe")))) &&
            (!country || one.places.some((place) => country.includes(place.country!))) &&
            (!city || one.places.flatMap(cityKeys).some((key) => city.includes(key))) &&
            (!near || isIn50),
        );
        return (isOnline || isThere) && [feed, asked].every(({ q }) => !q || one.title === "Async");
      });
      expect(selectEvents(events, [feed, { ...asked, online: "include" }])).toEqual(expected);
    }),
    { numRuns: runs(300) },
  );
});
