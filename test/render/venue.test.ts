import { expect, test } from "vitest";
import type { EventRecord } from "../../src/model/event.ts";
import type { Venue } from "../../src/model/times.ts";
import { descriptionOf, locationOf, townsOf } from "../../src/render/describe.ts";
import { BERLIN, event } from "./events.ts";
import { listText } from "./twins.ts";

const HALL = { name: "Example Hall", address: "Sample Street 5" };
const LONDON = { ...BERLIN, city: "London", area: null, country: "GB" };

test.each([
  ["the venue and its town", {}, HALL, "Example Hall, Sample Street 5, Berlin, DE"],
  ["a name alone", {}, { name: "Example Hall", address: null }, "Example Hall, Berlin, DE"],
  ["an address alone", {}, { name: null, address: "Sample Street 5" }, "Sample Street 5, Berlin, DE"],
  [
    "an address that names the town",
    {},
    { name: "Example Hall", address: "Sample Street 5, 10115 BERLIN" },
    "Example Hall, Sample Street 5, 10115 BERLIN",
  ],
  [
    "an address in which the town is no word of its own",
    {},
    { name: null, address: "Berliner Street 5" },
    "Berliner Street 5, Berlin, DE",
  ],
  [
    "an address that begins with the name",
    {},
    { name: "Example Hall", address: "Example Hall, Sample Street 5" },
    "Example Hall, Sample Street 5, Berlin, DE",
  ],
  ["a venue without a town", { places: [] }, HALL, "Example Hall, Sample Street 5"],
  [
    "a venue that one may join online",
    { mode: "hybrid" },
    HALL,
    "Example Hall, Sample Street 5, Berlin, DE and online",
  ],
  ["no venue of an event online", { mode: "virtual" }, HALL, "Online (Berlin, DE)"],
  ["towns, of which nobody knows whose the venue is", { places: [BERLIN, LONDON] }, HALL, "Berlin, DE / London, GB"],
  ["nothing of an empty venue", {}, { name: " ", address: null }, "Berlin, DE"],
  ["one line", {}, { name: "Example\nHall", address: "Sample\r\nStreet" }, "Example Hall, Sample Street, Berlin, DE"],
] satisfies [string, Partial<EventRecord>, Venue, string][])("a location has %s", (_, given, venue, text) => {
  expect(locationOf(event({ ...given, venue }))).toBe(text);
});

test("a city with accents is found in a venue without them", () => {
  const places = [{ ...BERLIN, city: "Zürich", area: null, country: "CH" }];
  expect(locationOf(event({ places, venue: { name: null, address: "Gasse 1, 8001 Zurich" } }))).toBe(
    "Gasse 1, 8001 Zurich",
  );
});

test("a description has the venue on its own line, and the city in another", () => {
  expect(descriptionOf(event({ venue: HALL }))).toContain(
    "\nWhere: Berlin, DE\nVenue: Example Hall, Sample Street 5\n",
  );
  expect(townsOf(event({ venue: HALL }))).toBe("Berlin, DE");
});

test.each(["ics", "json", "atom", "jsonfeed", "geojson", "csv", "jscal", "html"] as const)(
  "%s tells of the venue, and never of one of an event online",
  (view) => {
    const text = (given: object) => listText(view, [event({ venue: HALL, ...given })], { timed: true });
    // Pages tell it where one event is shown.
    expect(text({}).includes("Sample Street")).toBe(view !== "html");
    expect(text({ mode: "virtual" })).not.toContain("Sample Street");
  },
);
