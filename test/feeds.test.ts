import { describe, expect, test } from "vitest";
import { ALL_EVENTS, FOLDERS, feedsOf, listFeeds, REGION_FEEDS, titleOf } from "../src/feeds.ts";
import { addDays } from "../src/model/date.ts";
import { directoryOf } from "../src/query/directory.ts";
import { BERLIN, dataSet, event } from "./render/events.ts";

const PORTLAND = { ...BERLIN, city: "Portland", area: "Oregon", country: "US" };
const CAMBRIDGE = { ...BERLIN, city: "Cambridge", area: "England", country: "GB" };
const groups = [
  { slug: "rust-zurich", name: "Rust Zürich", url: null },
  { slug: "rust-berlin", name: "Rust Berlin", url: null },
];
const DATA = dataSet([
  event({ groups }),
  event({ id: "portland", places: [PORTLAND], groups: [] }),
  event({ id: "cambridge", places: [CAMBRIDGE], groups: [] }),
  event({ id: "ma", places: [{ ...CAMBRIDGE, area: "Massachusetts", country: "US" }], groups: [] }),
]);
const feeds = feedsOf(directoryOf(DATA));

describe("feeds", () => {
  test("are all events, conferences, the seven regions, every country, city and group", () => {
    expect(listFeeds(DATA).map(({ path }) => path)).toEqual([
      "/events",
      "/conferences",
      "/regions/virtual",
      "/regions/africa",
      "/regions/asia",
      "/regions/europe",
      "/regions/north-america",
      "/regions/oceania",
      "/regions/south-america",
      "/countries/de",
      "/countries/gb",
      "/countries/us",
      "/cities/berlin-de",
      "/cities/cambridge-gb",
      "/cities/cambridge-massachusetts-us",
      "/cities/portland-oregon-us",
      "/groups/rust-berlin",
      "/groups/rust-zurich",
    ]);
    for (const folder of FOLDERS)
      expect(feeds.in(folder).every(({ path, slug }) => path === `/${folder}/${slug}`)).toBe(true);
  });

  test("have a query that their filter parameter could ask", () => {
    expect(feeds.in("groups").at(-1)).toEqual({
      kind: "group",
      slug: "rust-zurich",
      title: "Rust Zürich",
      path: "/groups/rust-zurich",
      query: { group: ["rust-zurich"] },
      lastSeen: "2026-03-04",
      cadence: null,
    });
    expect(REGION_FEEDS[0]?.query).toEqual({ region: ["virtual"] });
    expect(feeds.in("countries").map(({ query }) => query)).toEqual([
      { country: ["DE"] },
      { country: ["GB"] },
      { country: ["US"] },
    ]);
    expect(feeds.in("cities").at(-1)?.query).toEqual({ city: ["portland-oregon-us"] });
  });

  test("are named after their filters", () => {
    expect(titleOf(ALL_EVENTS, {})).toBe("Rust events");
    expect(titleOf(ALL_EVENTS, { country: ["DE"] })).toBe("Rust events: DE");
    expect(feeds.in("countries").map(({ title }) => title)).toEqual([
      "Rust events in Germany",
      "Rust events in the United Kingdom",
      "Rust events in the United States",
    ]);
    expect(feeds.in("cities").map(({ title }) => title)).toContain("Rust events in Portland, Oregon, US");
    expect(feeds.in("cities").map(({ title }) => title)).toContain("Rust events in Berlin, DE");
  });

  test("tell how often a group meets, cancelled events aside", () => {
    const weekly = Array.from({ length: 8 }, (_, week) => {
      const start = addDays("2026-01-06", 7 * week);
      return event({ id: `w${week}`, start, status: week % 2 === 0 ? "confirmed" : "cancelled" });
    });
    const [berlin] = feedsOf(directoryOf(dataSet(weekly))).in("groups");
    expect(berlin?.cadence).toBe("every two weeks");
  });
});

describe("a group's calendar is named", () => {
  /** Events one after another, each with the group's name as its listing printed it. */
  const title = (...names: string[]) => {
    const events = names.map((name, at) =>
      event({ id: `n${at}`, start: addDays("2026-01-06", 7 * at), groups: [{ slug: "geneva", name, url: null }] }),
    );
    return listFeeds(dataSet(events)).find(({ kind }) => kind === "group")?.title;
  };

  test("as most of its last five events print it, so that one odd listing renames nothing", () => {
    expect(title("Rust Geneva", "Rust Geneva", "The Lab")).toBe("Rust Geneva");
    expect(title("Rust Geneva", "Rust Geneva", "Rust Geneva", "The Lab", "The Lab", "The Lab")).toBe("The Lab");
  });

  test("by its newest name where several are as common", () => {
    expect(title("Rust Geneva", "The Lab")).toBe("The Lab");
    expect(title("The Lab", "Rust Geneva", "The Lab", "Rust Geneva", "Crabs")).toBe("Rust Geneva");
  });
});

describe("a name leads to its feed", () => {
  test.each<[(typeof FOLDERS)[number], string, string[]]>([
    ["regions", "Online", ["virtual"]],
    ["regions", "North America", ["north-america"]],
    ["regions", "asia-pacific", []],
    ["countries", "de", ["de"]],
    ["countries", "DE", ["de"]],
    ["countries", "uk", ["gb"]],
    ["countries", "United Kingdom", ["gb"]],
    ["countries", "the-united-states", ["us"]],
    ["countries", "france", []],
    ["countries", "xx", []],
    ["cities", "berlin-de", ["berlin-de"]],
    ["cities", "Berlin", ["berlin-de"]],
    ["cities", "berlin-land-berlin-de", ["berlin-de"]],
    ["cities", "portland", ["portland-oregon-us"]],
    ["cities", "portland-us", ["portland-oregon-us"]],
    ["cities", "cambridge", ["cambridge-gb", "cambridge-massachusetts-us"]],
    ["cities", "cambridge-us", ["cambridge-massachusetts-us"]],
    ["cities", "paris", []],
    ["cities", "--", []],
    ["groups", "Rust-Berlin", ["rust-berlin"]],
    ["groups", "constructor", []],
  ])("/%s/%s", (folder, name, slugs) => expect(feeds.find(folder, name).map(({ slug }) => slug)).toEqual(slugs));
});
