import { expect, it } from "vitest";
import { CONFERENCE_NAMES, conferenceNamed } from "../../src/kinds/conferences.ts";
import { kindOf } from "../../src/kinds/kind.ts";
import { KIND_RULES } from "../../src/kinds/rules.ts";
import { KINDS } from "../../src/model/kind.ts";

const DAY = "2026-09-08";
const CALL = { id: "c1", url: null, closes: null, closesAt: null, rolling: true, extended: false };
const told = (title: string, url: string | null = null, start = DAY, end = start) => ({ title, url, start, end });

it("each rule has a name of its own", () => {
  const names = [...KIND_RULES, ...CONFERENCE_NAMES].map(({ rule }) => rule);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

it.each(KIND_RULES)("$rule: $example.0", ({ rule, kind, example: [title, meant], link, days = [DAY, DAY] }) => {
  const traced: string[] = [];
  const event = told(title, link, ...days);
  expect(kindOf(rule === "call-for-papers" ? { ...event, call: CALL } : event, (name) => traced.push(name))).toBe(
    meant,
  );
  expect(traced).toContain(rule);
  expect(kind).toBe(meant);
});

it.each(CONFERENCE_NAMES)("$rule: $example.0", ({ rule, example: [title] }) => {
  expect(conferenceNamed(title)?.rule).toBe(rule);
  expect(kindOf(told(title))).toBe("conference");
});

const MEETUP = "https://www.meetup.com/rust-london-user-group/events/1/";

it.each([
  ["RustConf recap", null, "meetup"],
  ["EuroRust watch party", MEETUP, "meetup"],
  ["RustFest afterparty", null, "meetup"],
  ["RustNL 2024 After Party", null, "meetup"],
  ["Rust Nation UK pre-conference meetup", null, "meetup"],
  ["EuroRust Community Meetup", null, "meetup"],
  ["RustConf 2024 debrief", null, "meetup"],
  ["Rust Summit Sofia: monthly talks", MEETUP, "meetup"],
  ["Oxidize your Python with PyO3", MEETUP, "meetup"],
  ["Fearless concurrency: confronting the borrow checker", null, "meetup"],
  ["Crash course in lifetimes", MEETUP, "meetup"],
  ["Training neural networks in Rust", MEETUP, "meetup"],
  ["Of course it compiles", MEETUP, "meetup"],
  ["Rust Hack and Learn", null, "meetup"],
  ["Rust Meetup Hamburg", "https://2018.rust-hamburg.example", "meetup"],
  ["RustConf 2026 workshop: unsafe code", null, "workshop"],
  ["Rust Training: two days of async", null, "workshop"],
  ["Rust-Kurs für Einsteiger", null, "workshop"],
  ["RustBridge Berlin", null, "workshop"],
  ["EuroRust Impl Days", null, "hackathon"],
  ["Rust for Good Hackathon", "https://hack.example", "hackathon"],
  ["EuroRust 2026", null, "conference"],
  ["RUSTCONF 2031", null, "conference"],
  ["Rustfest Berlin", null, "conference"],
  ["PyCon DE: Rust track", "https://pycon.example", "conference"],
  ["Rust track @ FOSDEM", "https://fosdem.org/2027/schedule", "conference"],
  ["Ferris Konferenz", "https://ferris.example", "conference"],
] as const)("%s is a %s", (title, url, kind) => {
  expect(kindOf(told(title, url))).toBe(kind);
});

it("several days on a shared site or a group's page are not enough for a conference", () => {
  const days = ["2026-03-04", "2026-03-06"] as const;
  expect(kindOf(told("Systems Days", "https://systems.example", ...days))).toBe("conference");
  for (const url of [MEETUP, "https://lu.ma/abc", "https://www.eventbrite.co.uk/e/1", null])
    expect(kindOf(told("Systems Days", url, ...days))).toBe("meetup");
});

it.each(["not a link", "https://", "mailto:a@b.example", "https://[::1]/x"])("a link like %s tells nothing", (url) => {
  expect(KINDS).toContain(kindOf(told("Rust", url)));
  expect(kindOf(told("Rust", url))).toBe("meetup");
});
