import { describe, expect, test } from "vitest";
import { groupStandsLast, lineReader } from "../../src/normalize/line.ts";
import { modeOf, modeUnderVirtual, saysNoStatus, statusOf, withoutStrike } from "../../src/normalize/mode.ts";

const PLACES = ["Oslo, NO", "Oslo", "Durham, NC, US", "Bergen, Norway", "Norway", "Oslo / Norway"];
const read = lineReader((text) => PLACES.includes(text));
const parts = (text: string, issue: string, url = "https://www.meetup.com/Fjord-Rust/events/1/") => {
  const { place, remote, title, groups } = read(text, groupStandsLast(issue), url);
  return [place, title, groups.map((group) => group.name).join() || null, remote];
};

describe("one-line listings", () => {
  test.each([
    // 2015 – 2018: no place
    ["2016-05-09", ". Rust release triage", null, "Rust release triage", null],
    ["2016-05-09", ". Fjord Rust: Hack & Learn.", null, "Fjord Rust: Hack & Learn", "Fjord Rust"],
    ["2016-05-09", ". ./code.rs sprint", null, "./code.rs sprint", null],
    ["2015-12-07", ". Oslo - Rust Oslo", "Oslo", "Rust Oslo", null],
    ["2015-04-20", ". Oslo", "Oslo", "Oslo", null],
    ["2016-05-23", ". Oslo / Norway: Anniversary - Part II", "Oslo / Norway", "Anniversary - Part II", null],
    // 2018 – 2020: the place first, the group in the title
    ["2018-04-03", ". Oslo, NO - Segunda fiesta", "Oslo, NO", "Segunda fiesta", null],
    ["2018-11-20", ". Oslo, NO- Workshop", "Oslo, NO", "Workshop", null],
    ["2019-05-28", ". Oslo, NO - Fjord Rust - Monthly meetup", "Oslo, NO", "Fjord Rust - Monthly meetup", "Fjord Rust"],
    ["2019-11-12", ", Bergen, Norway - Weekly course: 2nd lesson", "Bergen, Norway", "Weekly course: 2nd lesson", null],
    ["2018-12-18", ". Oslo, NO, Rust meetup at the university", "Oslo, NO", "Rust meetup at the university", null],
    ["2020-10-28", ", Global, RustFjord Global", "Global", "RustFjord Global", null],
    // 2020-12 on: the group last and no part of the title
    ["2021-02-17", ", Oslo, NO - March - Luca - Fjord Rust", "Oslo, NO", "March - Luca", "Fjord Rust"],
    ["2021-02-17", ", Oslo, NO - Hang-out night", "Oslo, NO", "Hang-out night", null],
    [
      "2021-02-17",
      ", Oslo, NO - Fjord Rust - with distance - Oslo Rust",
      "Oslo, NO",
      "Fjord Rust - with distance",
      "Oslo Rust",
    ],
    ["2021-02-17", ", Oslo, NO - Fjord Rust - How to hike", "Oslo, NO", "Fjord Rust - How to hike", null],
    ["2021-02-17", ", Oslo, NO - Runtime reflection—Fjord Rust", "Oslo, NO", "Runtime reflection", "Fjord Rust"],
    ["2021-05-05", ", Online - Meetup May - Rust Nowhere", "Online", "Meetup May", "Rust Nowhere"],
  ])("%s %s", (issue, text, place, title, group) => {
    expect(parts(text, issue)).toEqual([place, title, group, false]);
  });

  test("a mark of distance behind the place", () => {
    expect(parts(". Durham, NC, US - Remote - Project night", "2020-06-10")).toEqual([
      "Durham, NC, US",
      "Project night",
      null,
      true,
    ]);
  });
});

describe("mode", () => {
  test.each([
    ["a place column in person", "in-person", "Talks", null, "in-person"],
    ["a chat", null, "Team meeting at #rust-x on irc.example.org", null, "virtual"],
    ["a video room", null, "Talks", "https://meet.jit.si/x", "virtual"],
    ["a video room for a place", "in-person", "Talks", "https://meet.jit.si/x", "in-person"],
    ["nothing", null, "Talks", null, null],
  ] as const)("%s", (_, column, title, url, expected) => {
    expect(modeOf(column, title, url)).toBe(expected);
  });

  test.each([
    ["in-person", "Oslo, NO", "virtual"],
    ["in-person", "In-person (Oslo, NO)", "in-person"],
    ["hybrid", "Hybrid (Oslo, NO)", "hybrid"],
  ] as const)("under Virtual, %s, %s", (column, place, expected) => {
    expect(modeUnderVirtual(column, place)).toBe(expected);
  });
});

describe("status", () => {
  test.each([
    ["Talks", "", "confirmed"],
    ["Talks", "[Postponed].", "postponed"],
    ["CANCELLED: Talks", "", "cancelled"],
    ["Talks (Canceled)", "", "cancelled"],
    ["[Cancelled] Talks", "", "cancelled"],
    ["Talks - POSTPONED", "", "postponed"],
    ["Cancelled", "", "cancelled"],
    ["CANCELLED Talk night", "", "cancelled"],
    ["~~Talk night~~ Cancelled", "", "cancelled"],
    ["Talks", "***CANCELLED*** Virtual", "cancelled"],
    ["Cancelled futures and how to survive them", "", "confirmed"], // a topic, no mark
    ["Async cancellation (in depth)", "", "confirmed"],
  ])("%s %s", (title, note, expected) => {
    expect(statusOf(title, [note])).toBe(expected);
    if (expected !== "confirmed") expect(saysNoStatus(title) && saysNoStatus(note)).toBe(false);
  });
});

test.each([
  ["~~Talk night~~", "", "cancelled", "Talk night", "struck out"],
  ["🦀 ~~Talk night~~", "", "cancelled", "🦀 Talk night", "after an emoji"],
  ["~~Talk night~~ CANCELLED", "", "cancelled", "Talk night CANCELLED", "and said in words"],
  ["~~Talk night~~ (postponed)", "", "cancelled", "Talk night (postponed)", "struck out, however it is called"],
  ["~~Talk night~~ Hack night", "", "confirmed", "Hack night", "replaced by another title"],
  ["Talk night", "~~~~", "cancelled", "Talk night", "struck out around the link"],
  ["Rust ~~and C~~", "", "confirmed", "Rust ~~and C~~", "a joke within a title"],
  ["~~", "", "confirmed", "~~", "no text at all"],
])("%j with %j beside it is %s: %j (%s)", (title, beside, status, text) => {
  expect(statusOf(title, [beside])).toBe(status);
  if (status !== "confirmed") expect(saysNoStatus(title) && saysNoStatus(beside)).toBe(false);
  expect(withoutStrike(title)).toBe(text);
});
