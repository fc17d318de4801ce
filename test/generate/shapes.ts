import { addDays, type LocalDate } from "../../src/model/date.ts";

/** Issues of one shape that no newsletter has, and how many events and groups they tell of. */
export interface Shape {
  readonly issues: readonly { readonly name: string; readonly text: string }[];
  readonly events: number;
  readonly groups: number;
}

interface Row {
  readonly day: LocalDate;
  readonly place: string;
  readonly group: string;
  /** Address of the group. */
  readonly by: string;
  readonly title: string;
  /** Address of the event's page. */
  readonly page: string;
  /** How it is printed. */
  readonly form: Form;
}

type Form = "columns" | "line" | "undated" | "reference";

const FIRST = "2026-12-02";
const DAY = "2026-12-15";
const CITIES = [
  "Oslo, NO",
  "Bergen, NO",
  "Berlin, DE",
  "Paris, FR",
  "Austin, TX, US",
  "Tokyo, JP",
  "Lagos, NG",
  "Lima, PE",
];

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Words of their own for each number: titles that neither a number nor a common word ties together. */
function words(at: number): string {
  const letters = [...String(at)].map((digit) => "bdfgklmnrt"[Number(digit)]);
  return `${letters.join("a")}ax ${letters.toReversed().join("o")}ov`;
}

const numbered = (at: number): Row => ({
  day: DAY,
  place: "Oslo, NO",
  group: "Fjord Rust",
  by: "https://www.meetup.com/fjord-rust/",
  title: `Ferris ${words(at)}`,
  page: `https://www.meetup.com/fjord-rust/events/${300_000_000 + at}/`,
  form: "columns",
});

const page = (at: number) => `https://events.example.org/${at}`;

/** What differs from {@link numbered} in the issue of that number, from 0. */
type Change = (at: number, issue: number, rows: number) => Partial<Row>;

interface Plan {
  readonly issues?: number;
  readonly change: Change;
  readonly events?: (rows: number) => number;
  readonly groups?: (rows: number) => number;
}

const one = () => 1;
const all = (rows: number) => rows;

/** By name: what all rows of one issue have in common, or what each has alone. */
const PLANS = {
  "one day and group": { change: () => ({}) },
  "one title": { change: () => ({ title: "Ferris and friends" }) },
  "near-same titles": { change: (at) => ({ title: `Ferris and friends ${at}` }) },
  "one page": { change: () => ({ page: page(1) }), events: one },
  "one page of a series": {
    change: (at) => ({ title: `Ferris and friends ${at}`, page: "https://www.meetup.com/fjord-rust/" }),
  },
  "one page on many days": {
    change: (at) => ({ page: page(1), day: addDays(DAY, at % 250) }),
    events: (rows) => Math.min(rows, 250),
  },
  "many pages of one event": { change: (at) => ({ title: "Ferris and friends", page: page(at) }), events: one },
  "many places of one event": {
    change: (at) => ({ title: "Ferris and friends", page: page(1), place: `Fjord ${words(at)}, NO` }),
    events: one,
  },
  "many groups of one event": {
    change: (at) => ({ page: page(1), group: `Rust ${words(at)}`, by: page(at) }),
    events: one,
    groups: all,
  },
  "many groups of one name": { change: (at) => ({ group: "Rust", by: page(-at - 1) }), groups: all },
  "many names of one group": { change: (at) => ({ group: `Rust ${words(at)}` }) },
  "many links of one group": { change: (at) => ({ group: "Fjord Rust", by: `https://fjord-${at}.example.org/` }) },
  "many places": { change: (at) => ({ place: CITIES[at % CITIES.length]! }) },
  "many unknown places": { change: (at) => ({ place: `Fjord ${words(at)}, NO` }) },
  "without a group or page": {
    change: (at) => ({ group: "", page: "", title: "Ferris and friends", place: `Fjord ${words(at)}, NO` }),
    events: one,
    groups: () => 0,
  },
  "listed four times": { issues: 4, change: () => ({}) },
  "listed again on other pages": { issues: 2, change: (at, issue) => ({ page: page(at + issue * 1_000_000) }) },
  moved: { issues: 2, change: (_, issue) => ({ day: addDays(DAY, issue * 3) }) },
  "moved with another page": {
    issues: 2,
    change: (at, issue) => ({
      title: `Ferris ${words(at)} ${at}`,
      day: addDays(DAY, issue * 3),
      page: page(at + issue * 1_000_000),
    }),
  },
  "others each week": {
    issues: 3,
    change: (at, issue, rows) => ({
      title: `Ferris ${words(at + issue * rows)}`,
      page: page(at + issue * rows),
      day: addDays(DAY, issue * 7),
    }),
    events: (rows) => 3 * rows,
  },
  "two pages of each of many groups": {
    change: (at) => ({
      title: "Rust Meetup",
      group: `Rust ${words(at >> 1)}`,
      by: `https://fjord-${at >> 1}.example.org/`,
      page: page(at),
    }),
    events: (rows) => rows / 2,
    groups: (rows) => rows / 2,
  },
  "the same row": { change: () => ({ title: "Ferris and friends", page: page(1) }), events: one },
  "single lines": { change: () => ({ form: "line" }), groups: one },
  references: { change: () => ({ form: "reference" }), groups: one },
  "without a date": { issues: 2, change: (_, issue) => (issue === 0 ? {} : { form: "undated" }) },
  "new without a date": { change: (at) => ({ page: page(at), form: "undated" }), events: () => 0, groups: () => 0 },
  "unknown without a date": {
    issues: 2,
    change: (at, issue, rows) =>
      issue === 0 ? {} : { title: `Ferris ${words(at + rows)}`, page: "", form: "undated" },
  },
  "long past": { change: (at) => ({ day: addDays("2026-01-02", at % 3) }) },
  "far ahead": { change: (at) => ({ day: addDays("2029-01-02", at % 3) }) },
} as const satisfies Record<string, Plan>;

export type ShapeName = keyof typeof PLANS;
export const SHAPES = Object.keys(PLANS) as readonly ShapeName[];

/** The issues of a shape, with so many rows in all of them together. */
export function shapeOf(name: ShapeName, total: number): Shape {
  const { issues = 1, change, events = all, groups = one }: Plan = PLANS[name];
  const rows = Math.floor(total / issues);
  return {
    issues: Array.from({ length: issues }, (_, issue) => {
      const lines = Array.from({ length: rows }, (_, at) =>
        rowText({ ...numbered(at), ...change(at, issue, rows) }, at),
      );
      const text = `## Upcoming Events\n\n### Europe\n${lines.join("\n")}\n`;
      return { name: `${addDays(FIRST, 7 * issue)}-this-week-in-rust.md`, text };
    }),
    events: events(rows),
    groups: groups(rows),
  };
}

function rowText({ day, place, group, by, title, page, form }: Row, at: number): string {
  const date = `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(8)}`;
  if (form === "line") return `* [${date}. ${place} - ${title}](${page})`;
  if (form === "undated") return page === "" ? `* ${title}` : `* [${title}](${page})`;
  if (form === "reference") return `* [${date}. ${place} - ${title}][${at}]\n\n[${at}]: ${page}\n`;
  const behind = group === "" ? "" : ` | [${group}](${by})`;
  const named = page === "" ? `**${title}**` : `[**${title}**](${page})`;
  return `* ${day} | ${place}${behind}\n    * ${named}`;
}
