import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { NO_OVERRIDES } from "../../../src/merge/overrides.ts";
import { addDays } from "../../../src/model/date.ts";
import type { DataSet } from "../../../src/model/event.ts";
import { createGazetteer } from "../../../src/normalize/places/gazetteer.ts";
import { addIssues, buildDataSet } from "../../../src/pipeline.ts";
import { lintCalendar } from "../lint.ts";
import { calendarOf } from "./read.ts";

const GAZETTEER = join(import.meta.dirname, "..", "..", "..", "data", "places", "gazetteer.json");
const context = {
  gazetteer: createGazetteer(JSON.parse(readFileSync(GAZETTEER, "utf8"))),
  overrides: NO_OVERRIDES,
};

interface Line {
  readonly day: string;
  readonly place: string;
  readonly group: string;
  readonly title: string;
  readonly url: string;
}

/** Days 2 to 28 of March; the first four are over when the second issue appears. */
const LINES: readonly Line[] = Array.from({ length: 14 }, (_, n) => ({
  day: `2026-03-${String(2 * n + 2).padStart(2, "0")}`,
  place: ["Berlin, DE", "Zürich, CH", "Portland, OR, US"][n % 3] as string,
  group: `Rust Group ${n}`,
  title: `Gathering of the number ${n}`,
  url: `https://www.meetup.com/rust-group-${n}/events/${300_000_000 + n}/`,
}));

function issue(date: string, number: number, until: string, lines: readonly Line[]) {
  const bullets = lines
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(
      ({ day, place, group, title, url }) =>
        `* ${day} | ${place} | [${group}](https://www.meetup.com/${group.toLowerCase().replaceAll(" ", "-")}/)\n    * [**${title}**](${url})`,
    );
  const text = `Title: This Week in Rust ${number}\nNumber: ${number}\nDate: ${date}\nCategory: This Week in Rust\n\n## Upcoming Events\n\nRusty Events between ${date} - ${until} 🦀\n\n### Europe\n${bullets.join("\n")}\n`;
  return { name: `${date}-this-week-in-rust.md`, issue: date, blob: `${number}`.padStart(40, "0"), text };
}

/** Data sets after the first issue and after the second, in which `change` was made to line `at`. */
function twoWeeks(at: number, change: (line: Line) => readonly Line[]): [DataSet, DataSet] {
  const before = buildDataSet([issue("2026-03-02", 640, "2026-03-30", LINES)], context).data;
  const later = LINES.flatMap((line, n) => (n === at ? change(line) : [line])).filter(({ day }) => day >= "2026-03-10");
  return [before, addIssues(before, [issue("2026-03-10", 641, "2026-04-07", later)], context).data];
}

/** The VEVENTs of a calendar by their UIDs, as they stand there. */
function vevents(data: DataSet): Map<string, string> {
  const bytes = calendarOf(data.events);
  expect(lintCalendar(bytes)).toEqual([]);
  const parts = new TextDecoder().decode(bytes).match(/BEGIN:VEVENT.*?END:VEVENT/gs) ?? [];
  return new Map(parts.map((part) => [/UID:(.*)/.exec(part)?.[1] ?? "", part]));
}

const CHANGES: readonly [string, (line: Line) => readonly Line[], RegExp][] = [
  ["moves", (line) => [{ ...line, day: addDays(line.day, 3) }], /DESCRIPTION:Moved from \w+\\, \d+ March 2026/],
  ["retitles", (line) => [{ ...line, title: `${line.title}\\, renamed` }], /SUMMARY:.*renamed/],
  ["cancels", (line) => [{ ...line, title: `Cancelled: ${line.title}` }], /SUMMARY:Cancelled: .*STATUS:CANCELLED/s],
  ["relocates", (line) => [{ ...line, place: "Wien, AT" }], /LOCATION:.*AT/],
  ["no longer lists", () => [], /no longer lists/],
];

describe.each(CHANGES)("after an issue that %s one event", (_, change, shown) => {
  test("exactly that VEVENT differs, with new timestamps", () => {
    for (let at = 4; at < LINES.length; at++) {
      const [before, after] = twoWeeks(at, change).map(vevents) as [Map<string, string>, Map<string, string>];
      expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
      const changed = [...after].filter(([uid, text]) => before.get(uid) !== text);
      expect(changed).toHaveLength(1);
      const [uid = "", text = ""] = changed[0] ?? [];
      expect(before.get(uid)).toContain(`SUMMARY:Gathering of the number ${at}\r`);
      expect(before.get(uid)).toContain("SEQUENCE:0\r");
      const unfolded = text.replaceAll("\r\n ", "");
      expect(unfolded).toMatch(shown);
      for (const line of [
        "SEQUENCE:1",
        "DTSTAMP:20260310T000000Z",
        "LAST-MODIFIED:20260310T000000Z",
        "CREATED:20260302T000000Z",
      ])
        expect(unfolded).toContain(`\r\n${line}\r\n`);
    }
  });
});

test("an issue that only repeats events changes no byte, even if other events are over", () => {
  const [before, after] = twoWeeks(-1, () => []);
  expect(after.newestIssue).not.toBe(before.newestIssue);
  expect(after.events.filter(({ state }) => state === "past")).toHaveLength(4);
  expect(calendarOf(after.events)).toEqual(calendarOf(before.events));
});

test("an event that is no longer listed loses that note when it is over, with new timestamps", () => {
  const [, unlisted] = twoWeeks(4, () => []);
  const left = LINES.filter(({ day }) => day >= "2026-03-17");
  const passed = addIssues(unlisted, [issue("2026-03-17", 642, "2026-04-14", left)], context).data;
  const [before, after] = [vevents(unlisted), vevents(passed)];
  const changed = [...after].filter(([uid, text]) => before.get(uid) !== text);
  expect(changed).toHaveLength(1);
  const [uid = "", text = ""] = changed[0] ?? [];
  expect(before.get(uid)?.replaceAll("\r\n ", "")).toMatch(/no longer lists/);
  expect(text.replaceAll("\r\n ", "")).not.toMatch(/no longer lists/);
  for (const line of ["SEQUENCE:2", "DTSTAMP:20260317T000000Z", "LAST-MODIFIED:20260317T000000Z"])
    expect(text).toContain(`\r\n${line}\r\n`);
});
