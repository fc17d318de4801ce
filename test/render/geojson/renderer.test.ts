import { check, getIssues } from "@placemarkio/check-geojson";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BERLIN, event } from "../events.ts";
import { FULL, hostileEvents, listText, oneText } from "../twins.ts";

const NOWHERE = { ...BERLIN, latitude: null, longitude: null };
const AREA = { ...BERLIN, city: null };
const ZERO = { ...BERLIN, latitude: -0.0000001, longitude: 0 };

const featuresOf = (text: string) => JSON.parse(text).features;

describe("a GeoJSON collection", () => {
  test("conforms to RFC 7946", () => {
    const text = listText("geojson", [FULL, event()], { next: "https://site.example/next", total: 3 });
    expect(getIssues(text)).toEqual([]);
    const { features, ...collection } = JSON.parse(text);
    expect(collection).toEqual({
      type: "FeatureCollection",
      title: "Rust events in Europe",
      self: "https://site.example/regions/europe.geojson",
      next: "https://site.example/next",
      total: 3,
      attribution: "Events from This Week in Rust (https://this-week-in-rust.org), licensed CC BY-SA 4.0",
      license: "https://creativecommons.org/licenses/by-sa/4.0/",
    });
    expect(features[0]).toEqual({
      type: "Feature",
      id: "full",
      geometry: {
        type: "MultiPoint",
        coordinates: [
          [-122.67621, 45.52345],
          [-79.4163, 43.70011],
        ],
      },
      properties: {
        title: 'Rust & "Friends" <3',
        start: "2026-03-10",
        end: "2026-03-12",
        allDay: true,
        timeZone: "Europe/Berlin",
        startsAt: null,
        endsAt: null,
        mode: "hybrid",
        status: "cancelled",
        state: "cancelled",
        location: "Portland, Oregon, US / Toronto, Ontario, CA and online",
        regions: ["Virtual", "North America"],
        groups: ["Rust A; B", "Rust C"],
        url: "https://events.example/full?a=1&b=2",
        created: "2026-02-04",
        updated: "2026-03-04",
        revision: 2,
        listedIn: "https://this-week-in-rust.org/blog/2026/03/04/this-week-in-rust-640/",
      },
    });
    expect(features[1].geometry).toEqual({ type: "Point", coordinates: [13.41053, 52.52437] });
  });

  test.each([
    ["is online alone", { mode: "virtual" as const }, null],
    ["has no place", { places: [] }, null],
    ["has a place that is nowhere", { places: [NOWHERE] }, null],
    ["has a place of which only the state is known", { places: [AREA] }, null],
    [
      "has one of its places on the map",
      { places: [NOWHERE, BERLIN] },
      { type: "Point", coordinates: [13.41053, 52.52437] },
    ],
    ["has two places in one town", { places: [BERLIN, BERLIN] }, { type: "Point", coordinates: [13.41053, 52.52437] }],
    ["is where the equator meets the meridian", { places: [ZERO] }, { type: "Point", coordinates: [0, 0] }],
  ])("has the geometry of an event that %s", (_, given, geometry) => {
    expect(featuresOf(listText("geojson", [event(given)]))[0].geometry).toEqual(geometry);
  });

  test("of one event is a feature", () => {
    const text = oneText("geojson", event());
    expect(check(text)).toMatchObject({ type: "Feature", id: "2026-03-10-hack-and-learn" });
    expect(JSON.parse(text).license).toBe("https://creativecommons.org/licenses/by-sa/4.0/");
  });

  test("is valid with arbitrary events", () => {
    fc.assert(
      fc.property(hostileEvents, (events) => {
        const text = listText("geojson", events);
        expect(getIssues(text)).toEqual([]);
        expect(text).not.toMatch(/\\ud[89a-f]/i);
        expect(featuresOf(text).map(({ id }: { id: string }) => id)).toEqual(events.map(({ id }) => id));
        for (const { properties } of featuresOf(text)) expect(properties.url ?? "https://").toMatch(/^https?:\/\//);
      }),
    );
  });
});
