import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PrintedGroup } from "../../src/model/listing.ts";
import { identifyGroups } from "../../src/normalize/groups/identify.ts";
import { createGroupIndex, groupRecords } from "../../src/normalize/groups/known-groups.ts";
import { canonicalLink } from "../../src/normalize/link.ts";

type Print = readonly [issue: string, groups: readonly PrintedGroup[], url?: string];

const group = (name: string, url: string | null = null): PrintedGroup => ({ name, url });
const meetup = (name: string, page: string) => group(name, `https://www.meetup.com/${page}/`);

/** Slugs of the organisers of each print, one after another. */
function slugs(prints: readonly Print[], index = createGroupIndex()) {
  return prints.map(([issue, groups, url]) =>
    identifyGroups(index, groups, issue, canonicalLink(url ?? null)).map(({ slug }) => slug),
  );
}

describe("a group keeps its slug", () => {
  it.each<[string, Print[], string]>([
    [
      "when its name changes",
      [
        ["2024-01-03", [meetup("Rust Elsewhere", "rust-x")]],
        ["2024-02-07", [meetup("Ferris Fans", "rust-x")]],
      ],
      "rust-elsewhere",
    ],
    [
      "when its name is misspelt",
      [
        ["2024-01-03", [meetup("Rust Nürnberg", "rust-n")]],
        ["2024-02-07", [meetup("Rust Nurenberg", "rust-n")]],
      ],
      "rust-nurnberg",
    ],
    [
      "with another link",
      [
        ["2024-01-03", [meetup("Rust Girona", "rust-girona")]],
        ["2024-02-07", [group("Rust Girona", "https://lu.ma/rust-girona")]],
      ],
      "rust-girona",
    ],
    [
      "with another address on Meetup that speaks of it",
      [
        ["2024-01-03", [meetup("Dallas Rust", "dallas-rust")]],
        ["2024-02-07", [meetup("Dallas Rust", "dallasrust")]],
      ],
      "dallas-rust",
    ],
    [
      "with its initials for an address",
      [
        ["2024-01-03", [meetup("Oslo Rust User Group", "oslo-rust")]],
        ["2024-02-07", [meetup("Oslo Rust User Group", "join-orug")]],
      ],
      "oslo-rust-user-group",
    ],
    [
      "in other spellings of its link",
      [
        ["2024-01-03", [group("Rust Wien", "http://meetup.com/Rust-Wien")]],
        ["2024-02-07", [group("Wiener Runde", "https://www.meetup.com/de-DE/rust-wien/events/")]],
      ],
      "rust-wien",
    ],
    [
      "whatever year its name says",
      [
        ["2024-01-03", [group("RustLab 2024", "https://rustlab.example")]],
        ["2025-02-05", [group("RustLab 2025", "https://rustlab.example/2025")]],
      ],
      "rustlab",
    ],
    [
      "named after the page that hosts its events",
      [
        ["2019-01-08", [], "https://www.meetup.com/Rust-Paris/events/255555555/"],
        ["2022-02-09", [meetup("Rust Paris", "rust-paris")]],
      ],
      "rust-paris",
    ],
    [
      "named without link beside its event's page",
      [
        ["2019-01-08", [group("Columbus Rust Society")], "https://www.meetup.com/columbus-rs/events/255555555/"],
        ["2022-02-09", [meetup("Columbus Rust", "columbus-rs")]],
      ],
      "columbus-rust-society",
    ],
    [
      "printed without a name on the page that its name was first printed with",
      [
        ["2017-06-13", [group("Rust Fjordby")], "https://www.meetup.com/rustfj/events/255555555/"],
        ["2017-09-26", [], "https://www.meetup.com/rustfj/events/255555556/"],
        ["2019-01-08", [group("Rust Fjordby", "https://hasgeek.com/rustfjordby")]],
      ],
      "rust-fjordby",
    ],
    [
      "named for the first time after its page was printed alone",
      [
        ["2017-06-13", [], "https://www.meetup.com/rustfj/events/255555555/"],
        ["2017-09-26", [group("Rust Nordby")], "https://www.meetup.com/rustfj/events/255555556/"],
      ],
      "rustfj",
    ],
    [
      "with a name that its page abbreviates",
      [
        ["2016-08-16", [group("Rust Gbg")], "https://www.meetup.com/rustgbg/events/255555555/"],
        ["2017-01-10", [group("Rust Gothenburg")], "https://www.meetup.com/rustgbg/events/255555556/"],
      ],
      "rust-gbg",
    ],
    [
      "under several names on its site's front page",
      [
        ["2017-02-21", [group("Rust Gothenburg")], "http://gbg.rs"],
        ["2018-11-13", [group("Gothenburg Rust Group")], "https://gbg.rs/"],
        ["2019-01-29", [], "https://gbg.rs/"],
        ["2022-07-20", [group("Gothenburg Rust Group", "https://gbg.rs/")]],
      ],
      "rust-gothenburg",
    ],
  ])("%s", (_, prints, slug) => {
    expect(slugs(prints)).toEqual(prints.map(() => [slug]));
  });
});

it("the group that hosts the page stays it, though a namesake without a link was printed before", () => {
  const [namesake, , host] = slugs([
    ["2016-11-08", [group("Rust User Group Bergen")], "https://rust-bergen.example/2016/11/macros"],
    ["2017-10-10", [], "https://www.meetup.com/RustBergen/events/255555555/"],
    ["2018-03-06", [group("Rust User Group Bergen")], "https://www.meetup.com/RustBergen/events/255555556/"],
  ]);
  expect([namesake, host]).toEqual([["rust-user-group-bergen"], ["rustbergen"]]);
});

describe("two groups stay two", () => {
  it("when a name is printed with another group's address", () => {
    const [, wrong, right] = slugs([
      ["2023-06-21", [meetup("Seattle Rust User Group", "seattle-rust")]],
      ["2023-07-26", [meetup("Seattle Rust User Group", "music-city-rust")]],
      ["2023-08-30", [meetup("Music City Rust Developers", "music-city-rust")]],
    ]);
    expect(wrong).toEqual(["music-city-rust"]);
    expect(right).toEqual(["music-city-rust"]);
  });

  it("when their name says nothing", () => {
    const found = slugs([
      ["2023-06-21", [meetup("Rust Meetup", "rust-here")]],
      ["2023-06-21", [meetup("Rust Meetup", "rust-there")]],
    ]);
    expect(found).toEqual([["rust-meetup"], ["rust-there"]]);
  });

  it("when another's page hosts the event", () => {
    const found = slugs([
      ["2022-03-02", [meetup("OpenTechSchool Berlin", "opentechschool-berlin")]],
      ["2022-03-09", [group("Ferris and Friends")], "https://www.meetup.com/opentechschool-berlin/events/255555555/"],
    ]);
    expect(found[1]).toEqual(["ferris-and-friends"]);
  });

  it("when one meets on the page of another after Rust", () => {
    const found = slugs([
      ["2017-03-01", [group("Rust Bergen")], "https://www.meetup.com/rust-bergen/events/255555555/"],
      ["2017-03-08", [group("Rust Gamers")], "https://www.meetup.com/rust-bergen/events/255555556/"],
    ]);
    expect(found).toEqual([["rust-bergen"], ["rust-gamers"]]);
  });

  it("when a conference without a name of its own stands on its site", () => {
    expect(slugs([["2017-03-01", [], "https://ferrisconf.example/"]])).toEqual([[]]);
  });

  it("on one ticket page", () => {
    const ticket = "https://www.eventbrite.com/e/some-tickets-123";
    expect(
      slugs([
        ["2024-01-03", [group("Rust Kampala", ticket)]],
        ["2024-01-03", [group("Rust Jinja", ticket)]],
      ]),
    ).toEqual([["rust-kampala"], ["rust-jinja"]]);
  });
});

it("names each organiser once, as printed", () => {
  const organisers = identifyGroups(
    createGroupIndex(),
    [meetup("Rust Oslo", "rust-oslo"), meetup("**Rust  Oslo**", "Rust-Oslo"), group("Rust Bergen"), group("")],
    "2024-01-03",
    null,
  );
  expect(organisers).toEqual([
    { slug: "rust-oslo", name: "Rust Oslo", url: "https://www.meetup.com/rust-oslo/" },
    { slug: "rust-bergen", name: "Rust Bergen", url: null },
  ]);
});

it("keeps what it learnt when stored and read again", () => {
  const name = fc.constantFrom("Rust Oslo", "Oslo Rust", "Rust Meetup", "Ferris Club", "RUST OSLO 2024", "Rust Bergen");
  const url = fc.constantFrom(
    null,
    "https://www.meetup.com/rust-oslo",
    "https://www.meetup.com/oslo",
    "https://ferris.example",
  );
  const page = fc.constantFrom(
    null,
    "https://www.meetup.com/rust-oslo/events/255555555/",
    "https://www.meetup.com/xyz/events/255555556/",
  );
  const print = fc.tuple(fc.array(fc.record({ name, url }), { maxLength: 2 }), page);
  fc.assert(
    fc.property(fc.array(print, { maxLength: 30 }), (prints) => {
      const whole = createGroupIndex();
      let stored = "[]";
      for (const [at, [groups, url]] of prints.entries()) {
        const issue = `2024-01-${String(at + 1).padStart(2, "0")}`;
        const restored = createGroupIndex(JSON.parse(stored));
        const link = canonicalLink(url);
        expect(identifyGroups(restored, groups, issue, link)).toEqual(identifyGroups(whole, groups, issue, link));
        stored = JSON.stringify(groupRecords(restored));
        expect(stored).toBe(JSON.stringify(groupRecords(whole)));
      }
    }),
  );
});
