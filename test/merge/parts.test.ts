import { describe, expect, it } from "vitest";
import { readOverrides, unused } from "../../src/merge/overrides.ts";
import { alikeness, otherEdition, sameEdition, sharesSubject } from "../../src/merge/titles.ts";
import { regionOfCountry } from "../../src/model/region.ts";
import { clusters, merged } from "./listings.ts";

describe("titles", () => {
  it.each([
    ["Rust Hack & Learn", "rust hack and learn", 2],
    ["Rust Nürnberg — online 🦀", "Rust Nurnberg online", 2],
    ["Mid-month Rustful", "Mid-month Rustful—Ferris presents Borrowing", 1],
    ["Ferris Meetup #8: Traits", "Ferris Meetup #8", 1],
    ["Rust metup sponsored by Crab Inc", "Rust meetup sponsored by Crab Inc", 1],
    ["FerrisConf 2024", "FerrisConf 2024 (hybrid)", 1],
    ["First Meetup - June 2024", "First Meetup - July 2024", 1], // dates do not count here
    ["Ferris Meetup #8", "Ferris Meetup #9", 0],
    ["FerrisConf 2024", "FerrisConf 2025", 0],
    ["Student track: Async", "Regular track: Macros", 0],
    ["Hack Night", "Lightning Talks", 0],
    ["Rust Lunch - Harbour", "Rust Lunch - Station", 0],
  ])("%s / %s: %i", (a, b, want) => {
    expect(alikeness(a, b)).toBe(want);
    expect(alikeness(b, a)).toBe(want);
  });

  it("knows an edition", () => {
    expect(sameEdition("Munich 2024 / 1", "Munich 2024 / 1 (rescheduled)")).toBe(true);
    expect(sameEdition("June Talks", "June Talks")).toBe(true);
    expect(sameEdition("Rust Lunch", "Rust Lunch")).toBe(false);
    expect(otherEdition("Lunch, Jan 3", "Lunch, Feb 7")).toBe(true);
    expect(otherEdition("Course", "Course, lesson 2")).toBe(true);
    expect(otherEdition("Mixer", "Mixer (moved to Feb 20th)")).toBe(false);
  });

  it("knows a subject", () => {
    expect(sharesSubject("Monthly WasmCloud Runtime Call", "WasmCloud Runtime Call #7")).toBe(true);
    expect(sharesSubject("Rust Hack and Learn", "Rust Hack and Learn")).toBe(false);
  });
});

it.each([
  ["KE", "Africa"],
  ["IL", "Asia"],
  ["TR", "Asia"],
  ["RU", "Europe"],
  ["MX", "North America"],
  ["CR", "North America"],
  ["NZ", "Oceania"],
  ["BR", "South America"],
  ["XX", null],
  [null, null],
])("the region of %s is %s", (country, region) => expect(regionOfCountry(country)).toBe(region));

describe("overrides", () => {
  const A = "https://www.meetup.com/rust-berlin/events/300000001/";
  const reason = "seen on the group's page";
  const issues = [
    { issue: "2024-05-01", listings: [{ url: A }] },
    {
      issue: "2024-05-08",
      listings: [
        { url: A, title: "Quite Another Talk" },
        { url: "https://other.example/x", title: "Unlike" },
      ],
    },
  ];
  const with_ = (overrides: object) =>
    merged(issues, readOverrides({ merge: [], split: [], correct: [], ...overrides })).events;

  it("join, part and correct", () => {
    expect(clusters(with_({}))).toHaveLength(2);
    const [into, odd, other] = [
      { issue: "2024-05-01", line: 1 },
      { issue: "2024-05-08", line: 1 },
      { issue: "2024-05-08", line: 2 },
    ];
    expect(clusters(with_({ merge: [{ listing: other, into, reason }] }))).toEqual(["05-01:1 05-08:1 05-08:2"]);
    expect([...clusters(with_({ split: [{ listing: odd, reason }] }))].sort()).toEqual([
      "05-01:1",
      "05-08:1",
      "05-08:2",
    ]);
    const first = with_({ correct: [{ listing: odd, set: { title: "Right", start: "2024-05-15" }, reason }] }).at(-1);
    expect(first).toMatchObject({ title: "Right", start: "2024-05-15", end: "2024-05-15" });
  });

  it("are reported when they name a listing that is not there", () => {
    const lost = { issue: "2024-05-08", line: 99 };
    const overrides = readOverrides({ merge: [], correct: [], split: [{ listing: lost, reason }] });
    expect(unused(overrides, merged(issues).events, [])).toMatchObject([{ rule: "override-unused", ...lost }]);
    const found = readOverrides({ merge: [], correct: [], split: [{ listing: { ...lost, line: 1 }, reason }] });
    expect(unused(found, merged(issues).events, [])).toEqual([]);
  });

  it("are reported when they join a group that no listing means", () => {
    const join = [{ group: "rust-oslo", into: "oslo-rust", reason }];
    const overrides = readOverrides({ merge: [], correct: [], split: [], join });
    const named = {
      name: "Oslo Rust",
      url: null,
      names: [],
      links: [],
      firstSeen: "2024-05-01",
      lastSeen: "2024-05-01",
    };
    expect(unused(overrides, [], [{ slug: "oslo-rust", ...named }])).toMatchObject([
      { rule: "override-unused", message: expect.stringContaining("rust-oslo") },
    ]);
    expect(unused(overrides, [], [{ slug: "oslo-rust", aliases: ["rust-oslo"], ...named }])).toEqual([]);
  });

  it("correct all listings of a page, within issues", () => {
    const page = { key: "meetup.com/rust-berlin/events/300000001", from: "2024-05-08" };
    const [first] = with_({
      correct: [{ page, set: { status: "cancelled", title: "Right" }, reason }],
    });
    expect(first).toMatchObject({ status: "cancelled", title: "Right", revision: 1 });
    const none = with_({ correct: [{ page: { ...page, from: "2024-06-01" }, set: { status: "cancelled" }, reason }] });
    expect(none[0]).toMatchObject({ status: "confirmed" });
  });

  it.each([
    ["no reason", { split: [{ listing: { issue: "2024-05-01", line: 1 } }] }, "split.0.reason"],
    ["no such day", { split: [{ listing: { issue: "2024-02-30", line: 1 }, reason }] }, "split.0.listing.issue"],
    [
      "a field that cannot be set",
      { correct: [{ listing: { issue: "2024-05-01", line: 1 }, set: { region: "Asia" }, reason }] },
      "correct.0.set",
    ],
    ["neither listing nor page", { correct: [{ set: { title: "x" }, reason }] }, "must name a listing or a page"],
    [
      "a group joined to one that is joined itself",
      {
        join: [
          { group: "a", into: "b", reason },
          { group: "b", into: "c", reason },
        ],
      },
      'join: "a" must name the group that stays, not "b"',
    ],
    [
      "a group joined twice",
      {
        join: [
          { group: "a", into: "b", reason },
          { group: "a", into: "c", reason },
        ],
      },
      'join: "a" is joined twice',
    ],
    ["an unknown list", { delete: [] }, "overrides"],
  ])("are refused with %s", (_, overrides, message) => {
    expect(() => readOverrides({ merge: [], split: [], correct: [], ...overrides })).toThrow(message);
  });
});
