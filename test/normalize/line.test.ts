import { describe, expect, test } from "vitest";
import { groupStandsLast, lineReader } from "../../src/normalize/lines/line.ts";
import { modeOf } from "../../src/normalize/mode.ts";
import { statusOf, withoutStrike } from "../../src/normalize/status.ts";

const PLACES = [
  "Various towns, NO",
  "St. Oslo, NO",
  "Oslo, NO",
  "Oslo",
  "Durham, NC, US",
  "Bergen, Norway",
  "Bergen",
  "Oslo, Norway",
  "Norway",
  "Oslo / Norway",
  "Oslo/Norway",
  "Reading",
];
const read = lineReader((text) => PLACES.includes(text));
const FJORD = "https://www.meetup.com/Fjord-Rust/events/1/";
const parts = (text: string, issue: string, url: string = FJORD) => {
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
    ["2017-03-14", ". Fjord Days - Bergen, Norway", "Bergen, Norway", "Fjord Days - Bergen, Norway", null],
    ["2017-03-14", ". Fjord Days - St. Oslo, NO", "St. Oslo, NO", "Fjord Days - St. Oslo, NO", null],
    // the place without its country, or no part of its own
    ["2016-10-18", ". Fjord Days - Oslo", "Oslo", "Fjord Days - Oslo", null],
    ["2016-05-30", ". Eat, Hike, Rust! (Oslo)", "Oslo", "Eat, Hike, Rust! (Oslo)", null],
    ["2016-05-30", ". Rust Meetup Oslo (Norway)", "Oslo, Norway", "Rust Meetup Oslo (Norway)", null],
    ["2016-05-30", ". Eat, Hike, Rust! (virtual)", null, "Eat, Hike, Rust! (virtual)", null],
    ["2016-05-09", ". (Oslo) Eat, Hike, Rust!", "Oslo", "Eat, Hike, Rust!", null],
    ["2016-05-09", ". (Boats) Eat, Hike, Rust!", null, "(Boats) Eat, Hike, Rust!", null],
    ["2016-10-11", ". Fjord Days in Bergen, Norway.", "Bergen, Norway", "Fjord Days in Bergen, Norway", null],
    ["2016-10-11", ". Hack night, Bergen, Norway", "Bergen, Norway", "Hack night, Bergen, Norway", null],
    ["2016-01-25", ". Rust Meetup in Oslo / Norway", "Oslo / Norway", "Rust Meetup in Oslo / Norway", null],
    ["2017-02-14", ". Hackfest 2017, Oslo", "Oslo", "Hackfest 2017, Oslo", null],
    ["2017-02-14", ". Boats, Nets, and Fish", null, "Boats, Nets, and Fish", null],
    ["2017-02-14", ". Talks: Boats, Oslo", null, "Talks: Boats, Oslo", null],
    ["2017-02-14", ". Boats and nets, Oslo/Norway", "Oslo/Norway", "Boats and nets, Oslo/Norway", null],
    ["2017-02-14", ". Fjord Evening - Reading", null, "Fjord Evening - Reading", null],
    [
      "2017-11-14",
      ". Fjord Rust Bergen, Norway - Boats",
      "Bergen, Norway",
      "Fjord Rust Bergen, Norway - Boats",
      "Fjord Rust",
    ],
    ["2017-06-20", ". Rust Bergen, Norway - Boats", "Bergen, Norway", "Boats", null],
    ["2017-06-20", ". Rust Oslo - Boats", null, "Rust Oslo - Boats", "Rust Oslo"],
    ["2017-03-14", ". St. Oslo, NO. Talks", "St. Oslo, NO", "Talks", null],
    // 2018 – 2020: the place first, the group in the title
    ["2018-04-03", ". Oslo, NO - Segunda fiesta", "Oslo, NO", "Segunda fiesta", null],
    ["2018-11-20", ". Oslo, NO -- Workshop", "Oslo, NO", "Workshop", null],
    ["2018-11-20", ". Oslo, NO- Workshop", "Oslo, NO", "Workshop", null],
    ["2019-05-28", ". Oslo, NO - Fjord Rust - Monthly meetup", "Oslo, NO", "Fjord Rust - Monthly meetup", "Fjord Rust"],
    ["2019-11-12", ", Bergen, Norway - Weekly course: 2nd lesson", "Bergen, Norway", "Weekly course: 2nd lesson", null],
    ["2018-12-18", ". Oslo, NO Boats and Rust", "Oslo, NO", "Boats and Rust", null],
    ["2018-12-18", ". Durham, NC, US Boats and Rust", "Durham, NC, US", "Boats and Rust", null],
    ["2018-12-18", ". Durham, NC, US, Boats and Rust", "Durham, NC, US", "Boats and Rust", null],
    ["2018-12-18", ". Durham, NC, US | Boats and Rust", "Durham, NC, US", "Boats and Rust", null],
    ["2018-12-18", ". Oslo, NO = Boats", "Oslo, NO", "Boats", null],
    ["2018-12-18", ". Oslo, NO-Boats", "Oslo, NO", "Boats", null],
    ["2018-12-18", ". Oslo, NO - - Boats", "Oslo, NO", "Boats", null],
    ["2018-12-18", ". Oslo, NO, - Boats", "Oslo, NO", "Boats", null],
    ["2018-12-18", ". Oslo, NO boats", null, "Oslo, NO boats", null],
    ["2018-12-18", ". Oslo, NO, Rust meetup at the university", "Oslo, NO", "Rust meetup at the university", null],
    ["2020-10-28", ", Global, RustFjord Global", "Global", "RustFjord Global", null],
    ["2020-10-28", ", Various towns, NO - Talks", "Various towns, NO", "Talks", null],
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
    ["2021-02-17", ", Oslo, NO - Fjord Rust - How to hike", "Oslo, NO", "How to hike", "Fjord Rust"],
    ["2021-02-17", ", Oslo, NO - Oslo Linux Days - How to hike", "Oslo, NO", "Oslo Linux Days - How to hike", null],
    ["2021-02-17", ", Oslo, NO - Runtime reflection—Fjord Rust", "Oslo, NO", "Runtime reflection", "Fjord Rust"],
    ["2021-05-05", ", Online - Meetup May - Rust Nowhere", "Online", "Meetup May", "Rust Nowhere"],
    ["2021-02-17", ", Virtual (Oslo, NO) - Boats - Fjord Rust", "Virtual (Oslo, NO)", "Boats", "Fjord Rust"],
    ["2021-02-17", ", Hybrid (Oslo, NO) - Boats - Fjord Rust", "Hybrid (Oslo, NO)", "Boats", "Fjord Rust"],
    ["2021-02-17", ", Oslo, NO - Boats | Fjord Rust", "Oslo, NO", "Boats", "Fjord Rust"],
    ["2021-02-17", ", Oslo, NO - Boats - Fjord Rust (CANCELLED)", "Oslo, NO", "Boats (CANCELLED)", "Fjord Rust"],
  ])("%s %s", (issue, text, place, title, group) => {
    expect(parts(text, issue)).toEqual([place, title, group, false]);
  });

  test.each([
    // like the link, before a colon or a dash without blanks
    ["Fjord Rust: Lightning talks", FJORD, "Lightning talks", "Fjord Rust"],
    ["Fjord Rust—What is a fjord?", FJORD, "What is a fjord?", "Fjord Rust"],
    ["Fjord Rust: Live coding - A code kata", FJORD, "Live coding - A code kata", "Fjord Rust"],
    ["Fjörd & Rust: Lightning talks", FJORD, "Lightning talks", "Fjörd & Rust"],
    ["Mob programming: Boats", FJORD, "Mob programming: Boats", null],
    // what no organiser is called
    ["Oslo Rust Night - 9th Edition", FJORD, "Oslo Rust Night - 9th Edition", null],
    ["Rust Workshop - Day 1", FJORD, "Rust Workshop - Day 1", null],
    ["Hike & Learn - Part 2 of 3", FJORD, "Hike & Learn - Part 2 of 3", null],
    ["Hike & Learn - Plans for 2021", FJORD, "Hike & Learn - Plans for 2021", null],
    ["Remote Rust - May Edition", FJORD, "Remote Rust - May Edition", null],
    ["Talks - Night #12", FJORD, "Talks - Night #12", null],
    ["A boat in Rust - RustFjord 2021", "https://rustfjord.example/boat", "A boat in Rust", "RustFjord 2021"],
    // where people meet, and what they do there
    [
      "Fjord Boats Discord - Fjord Boats Monthly Meetup",
      "https://discord.gg/x",
      "Fjord Boats Monthly Meetup",
      "Fjord Boats Discord",
    ],
    // names like addresses
    [
      "Fjorde.rs - Rust Hike and Learn",
      "https://www.meetup.com/school-fjord/events/1/",
      "Rust Hike and Learn",
      "Fjorde.rs",
    ],
    ["Fjord Con - FjordCon.ru", "https://fjordcon.ru/", "Fjord Con", "FjordCon.ru"],
  ])("from 2020-12 on: %s", (text, url, title, group) => {
    expect(parts(`, Oslo, NO - ${text}`, "2021-05-05", url)).toEqual(["Oslo, NO", title, group, false]);
  });

  test.each([
    ["Rust User Group Bergen - Macros", "https://rust.example/macros", "Rust User Group Bergen"],
    ["North Fjord Rust - Ownership", "https://www.meetup.com/North-Fjord-Rust-Meetup/events/1/", "North Fjord Rust"],
    ["OpenTechFjord - Rust Hike", "https://www.meetup.com/opentechfjord-oslo/events/1/", "OpenTechFjord"],
    ["Fjorde.rs - Rust Hike", "https://www.meetup.com/school-fjord/events/1/", "Fjorde.rs"],
    ["Actix.rs - July evening", FJORD, null],
    ["fjord.rs - Fjord Rust", FJORD, "Fjord Rust"],
    ["impl Fjord for Rust: Boats", FJORD, "impl Fjord for Rust"],
    ["Rust Users Team Bergen - Online evening", "https://fjord.example/event/1/", "Rust Users Team Bergen"],
    ["Mozilla Norge - Introduction", "https://tickets.example/1", "Mozilla Norge"],
    ["Mozilla Workshop - Introduction", "https://tickets.example/1", null],
    ["Boats and nets - Rust Oslo", "https://www.meetup.com/rust-osl/events/1/", "Rust Oslo"],
    ["Boats and nets - Rust Oslo Meetup", FJORD, "Rust Oslo Meetup"],
    ["Rust - Modern Fjords", "https://www.meetup.com/Rust-Fjord/events/1/", null],
    ["Rust FJ Monthly Meetup - Hack night", FJORD, null],
    ["Rust Lang Meetup - Project X", FJORD, null],
  ])("before 2020-12: %s", (text, url, group) => {
    expect(parts(`. Oslo, NO - ${text}`, "2019-11-12", url)).toEqual(["Oslo, NO", text, group, false]);
  });

  test.each([
    [". CANCELLED: Oslo, NO - Fjord Rust - Talks", "CANCELLED: Fjord Rust - Talks"],
    [". [Cancelled] Oslo, NO - Fjord Rust - Talks", "[Cancelled] Fjord Rust - Talks"],
    [". Oslo, NO - CANCELLED - Fjord Rust - Talks", "CANCELLED - Fjord Rust - Talks"],
    [". Oslo, NO - Fjord Rust - Talks - CANCELLED", "Fjord Rust - Talks - CANCELLED"],
    [". ~~Oslo, NO - Fjord Rust - Talks~~", "~~Fjord Rust - Talks~~"],
  ])("a mark for the status is no part of its own: %s", (text, title) => {
    expect(parts(text, "2019-11-12")).toEqual(["Oslo, NO", title, "Fjord Rust", false]);
    expect(statusOf(title, [])).toBe("cancelled");
  });

  test("a mark for the status in the title of a line whose group stands last", () => {
    expect(parts(", Oslo, NO - CANCELLED - Talks - Fjord Rust", "2021-05-05")).toEqual([
      "Oslo, NO",
      "CANCELLED - Talks",
      "Fjord Rust",
      false,
    ]);
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
  expect(withoutStrike(title)).toBe(text);
});
