import { describe, expect, it } from "vitest";
import { type BriefIssue, merged } from "./listings.ts";

const A = "https://www.meetup.com/rust-berlin/events/300000001/";
const B = "https://www.meetup.com/rust-berlin/events/300000002/";

/** The one event of the issues. */
function event(...issues: BriefIssue[]) {
  const { events } = merged(issues);
  expect(events).toHaveLength(1);
  return events[0]!;
}

describe("history and revision", () => {
  it("a first listing has none", () => {
    expect(event({ issue: "2024-05-01", listings: [{ url: A }] })).toMatchObject({
      revision: 0,
      created: "2024-05-01",
      updated: "2024-05-01",
      history: [],
      allDay: true,
      listings: [{ issue: "2024-05-01", number: null, line: 1, url: A }],
    });
  });

  it("listed again as before changes nothing", () => {
    const again = event(
      { issue: "2024-05-01", listings: [{ url: A }] },
      { issue: "2024-05-08", listings: [{ url: A }] },
    );
    expect(again).toMatchObject({ revision: 0, updated: "2024-05-01", history: [] });
    expect(again.listings).toHaveLength(2);
  });

  it("all changes of one issue are one revision, each in the history", () => {
    const changed = event(
      { issue: "2024-05-01", listings: [{ url: A, title: "Topic TBD Night" }] },
      {
        issue: "2024-05-08",
        listings: [{ url: A, start: "2024-05-16", title: "TBD Night", cities: ["Munich"], status: "cancelled" }],
      },
    );
    expect(changed).toMatchObject({
      revision: 1,
      created: "2024-05-01",
      updated: "2024-05-08",
      title: "TBD Night",
      start: "2024-05-16",
      end: "2024-05-16",
    });
    expect(changed.history).toEqual([
      { issue: "2024-05-08", field: "start", from: "2024-05-14", to: "2024-05-16" },
      { issue: "2024-05-08", field: "title", from: "Topic TBD Night", to: "TBD Night" },
      { issue: "2024-05-08", field: "places", from: "Berlin, DE", to: "Munich, DE" },
      { issue: "2024-05-08", field: "status", from: "confirmed", to: "cancelled" },
    ]);
  });

  it("a changed link is news, another spelling of it is not", () => {
    const spelt = event(
      { issue: "2024-05-01", listings: [{ url: A }] },
      { issue: "2024-05-08", listings: [{ url: A.replace("https://www.", "http://") }] },
    );
    expect(spelt).toMatchObject({ revision: 0, url: A });
    const swapped = event(
      { issue: "2024-05-01", listings: [{ url: A }] },
      { issue: "2024-05-08", listings: [{ url: B }] },
    );
    expect(swapped).toMatchObject({ revision: 1, url: B, history: [{ field: "url", from: A, to: B }] });
  });

  it("so with the address of a group", () => {
    const at = "https://www.meetup.com/rust-berlin/";
    const listed = (later: string) =>
      event(
        { issue: "2024-05-01", listings: [{ url: A, at }] },
        { issue: "2024-05-08", listings: [{ url: A, at: later }] },
      );
    const groups = (url: string) => [{ slug: "rust-berlin", name: "rust-berlin", url }];
    expect(listed("http://meetup.com/rust-berlin")).toMatchObject({ revision: 0, groups: groups(at) });
    expect(listed("https://berlin.example/")).toMatchObject({ revision: 1, groups: groups("https://berlin.example/") });
  });

  it.each(["2024-05-14", "2024-05-15"])("a day of a known span, printed alone, does not cut it: %s", (start) => {
    const span = event(
      { issue: "2024-05-01", listings: [{ url: A, end: "2024-05-15" }] },
      { issue: "2024-05-08", listings: [{ url: A, start }] },
    );
    expect(span).toMatchObject({ start: "2024-05-14", end: "2024-05-15", revision: 0, history: [] });
  });

  it("a last day that is added is a change of the end", () => {
    const longer = event(
      { issue: "2024-05-01", listings: [{ url: A }] },
      { issue: "2024-05-08", listings: [{ url: A, end: "2024-05-16" }] },
    );
    expect(longer.history).toEqual([{ issue: "2024-05-08", field: "end", from: "2024-05-14", to: "2024-05-16" }]);
  });

  it("two listings that differ do not change places every week", () => {
    const twice = (issue: string) => ({
      issue,
      listings: [
        { url: A, region: "Virtual" as const, mode: "hybrid" as const, title: "Night" },
        { url: A, mode: "hybrid" as const, title: "Ferris Night" },
      ],
    });
    expect(event(twice("2024-05-01"), twice("2024-05-08"), twice("2024-05-15"))).toMatchObject({
      revision: 0,
      title: "Night",
    });
  });
});

describe("regions and mode", () => {
  it.each<[string, BriefIssue["listings"], { mode: string; regions: string[] }]>([
    ["in person", [{}], { mode: "in-person", regions: ["Europe"] }],
    ["online", [{ region: "Virtual", mode: "virtual" }], { mode: "virtual", regions: ["Virtual"] }],
    ["hybrid, listed once", [{ mode: "hybrid" }], { mode: "hybrid", regions: ["Virtual", "Europe"] }],
    [
      "listed as online and as on site",
      [{ region: "Virtual", mode: "virtual", url: A }, { url: A }],
      { mode: "hybrid", regions: ["Virtual", "Europe"] },
    ],
    ["in person, under Virtual", [{ region: "Virtual" }], { mode: "in-person", regions: ["Europe"] }],
    [
      "hybrid, under Virtual",
      [{ region: "Virtual", mode: "hybrid" }],
      { mode: "hybrid", regions: ["Virtual", "Europe"] },
    ],
    ["under another continent", [{ region: "North America" }], { mode: "in-person", regions: ["Europe"] }],
    [
      "online, under another continent",
      [{ region: "North America", mode: "virtual" }],
      { mode: "virtual", regions: ["Virtual"] },
    ],
    ["without a place", [{ region: "Oceania", cities: [] }], { mode: "in-person", regions: ["Oceania"] }],
    ["without headings", [{ region: null }], { mode: "in-person", regions: ["Europe"] }],
    ["without headings, online", [{ region: null, mode: "virtual" }], { mode: "virtual", regions: ["Virtual"] }],
    ["Asia Pacific", [{ region: "Asia Pacific", cities: ["Tokyo"] }], { mode: "in-person", regions: ["Asia"] }],
    [
      "Asia Pacific, place unknown",
      [{ region: "Asia Pacific", cities: [] }],
      { mode: "in-person", regions: ["Asia Pacific"] },
    ],
  ])("%s", (_, listings, want) => {
    expect(event({ issue: "2024-05-01", listings })).toMatchObject(want);
  });

  it("a listing that strayed under Virtual for a week leaves no trace there", () => {
    const event_ = event(
      { issue: "2024-05-01", listings: [{ url: A, region: "Virtual", mode: "virtual" }, { url: A }] },
      { issue: "2024-05-08", listings: [{ url: A }] },
    );
    expect(event_).toMatchObject({ mode: "in-person", regions: ["Europe"] });
  });
});

describe("places, zone and instants", () => {
  it("local midnight of the first day and of the day after the last", () => {
    expect(event({ issue: "2024-05-01", listings: [{ end: "2024-05-16" }] })).toMatchObject({
      timeZone: "Europe/Berlin",
      startsAt: "2024-05-13T22:00:00Z",
      endsAt: "2024-05-16T22:00:00Z",
    });
  });

  it("places of all listings, each once, those on site first", () => {
    const { places } = event({
      issue: "2024-05-01",
      listings: [
        { url: A, region: "Virtual", mode: "virtual", cities: ["Austin"] },
        { url: A, cities: ["Berlin", "Berlin"] },
      ],
    });
    expect(places.map(({ city }) => city)).toEqual(["Berlin", "Austin"]);
    expect(Object.keys(places[0]!)).toEqual(["city", "area", "country", "latitude", "longitude", "timeZone"]);
  });

  it("without a place the zone is that of the organiser's home", () => {
    const meeting = (start: string, cities: ("Berlin" | "Austin")[]) => ({
      start,
      cities,
      title: `Meetup of ${start}`,
    });
    const home = (...cities: ("Berlin" | "Austin")[]) =>
      merged([
        { issue: "2024-01-03", listings: cities.map((city, at) => meeting(`2024-01-${at + 10}`, [city])) },
        { issue: "2024-05-01", listings: [{ cities: [], mode: "virtual", region: "Virtual" }] },
      ]).events.find(({ start }) => start === "2024-05-14");
    expect(home("Berlin", "Berlin")).toMatchObject({
      timeZone: "Europe/Berlin",
      startsAt: "2024-05-13T22:00:00Z",
      places: [],
    });
    expect(home("Berlin", "Austin")).toMatchObject({ timeZone: null, startsAt: null, endsAt: null });
    expect(home()).toMatchObject({ timeZone: null });
  });
});

it("keeps further links and the pages of mirrors, each once", () => {
  const mirror = "https://mirror.example/x";
  const { links } = event({
    issue: "2024-05-01",
    listings: [
      { url: A, links: [{ text: "Stream", url: "https://stream.example/1" }] },
      {
        url: mirror,
        links: [
          { text: "again", url: "https://stream.example/1/" },
          { text: "bad", url: "javascript:alert(1)" },
        ],
      },
    ],
  });
  expect(links).toEqual([
    { text: "Stream", url: "https://stream.example/1" },
    { text: "Ferris and Friends", url: mirror },
  ]);
});

it("a page keeps its spelling until a cleaner one is printed", () => {
  const spelt = (...urls: string[]) =>
    merged(urls.map((url, week) => ({ issue: `2024-05-0${week + 1}`, listings: [{ url }] }))).events[0]?.url;
  expect(spelt(`${A}?response=3`, A.replace("https", "http"))).toBe(A.replace("https", "http"));
  expect(spelt(A, `${A}?response=3`)).toBe(A);
  expect(spelt(A, A.replace("https", "http"))).toBe(A);
});
