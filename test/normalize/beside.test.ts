import { describe, expect, test } from "vitest";
import { createGroupIndex } from "../../src/normalize/groups/known-groups.ts";
import { normalizeIssue } from "../../src/normalize/issue.ts";
import { parseIssue } from "../../src/parse/issue.ts";
import { gazetteer } from "./places/gazetteer.ts";

/** What is read of an issue with these lines in a section: days, title and organisers, and the rules of its problems. */
function read(issue: string, lines: string) {
  const text = `## Upcoming Events\n\n${lines}\n\nIf you are running a Rust event please add it.`;
  const printed = parseIssue({ name: `${issue}-this-week-in-rust.md`, text });
  const { listings, problems } = normalizeIssue(printed, { gazetteer, groups: createGroupIndex(), nearOf: () => [] });
  return {
    listings: listings.map(({ start, end, title, groups }) => [start, end, title, ...groups.map(({ name }) => name)]),
    rules: [...printed.problems, ...problems].map(({ rule }) => rule),
  };
}

/** A row of 12 June and the event under it; `#` stands for what leads to a page. */
const row = (group: string, event: string, date = "2025-06-12") =>
  `* ${date} | Oslo, NO | ${group}\n    * ${event}`.replaceAll("#", "(https://fjord.example/)");

test("a title keeps the span that it ends with", () => {
  const text =
    "## Upcoming Events\n\n* 2025-06-12 | Oslo, NO | [G](https://g.example/)\n    * [**Boats (Jun 12-14)**](https://b.example/)";
  const { listings } = parseIssue({ name: "2025-06-04-this-week-in-rust.md", text });
  expect(listings.map(({ content }) => content.text)).toEqual(["Boats (Jun 12-14)"]);
});

describe("a span outside of the date's column tells the last day", () => {
  test.each([
    ["[Fjord Rust]#", "[**Boats (Jun 12-14)**]#"],
    ["[Fjord Rust]#", "[**Boats** (12th to 14th of June)]#"],
    ["[Fjord Rust]#", "[**Boats [12–14 June 2025]**]#"],
    ["[Fjord Rust]#", "[**Boats**]# (June 12 – June 14, 2025)"],
    ["[Fjord Rust]#", "[**Boats**]#, June 12-14."],
    ["[Fjord Rust]#", "[**Boats**]# – June 12 to 14 2025"],
    ["[Fjord Rust]#", "[**Boats (Jun 12, 13 & 14)**]#"],
    ["[Fjord Rust]#", "[**Boats (12.-14. June)**]#"],
    ["[Fjord Rust]#", "[**Boats**]# | Thu Jun 12 - Sat Jun 14"],
    ["[Fjord Rust]#", "[**Boats**]# until June 14"],
    ["[Fjord Rust]#", "[**Boats, June 12-14**]#"],
    ["[Fjord Rust (Jun 12-14)]#", "[**Boats**]#"],
    ["[Fjord Rust]# (Jun 12-14)", "[**Boats**]#"],
    ["[Fjord Rust]# | June 12-14", "[**Boats**]#"],
  ])("%s, %s", (group, event) => {
    const { listings, rules } = read("2025-06-04", row(group, event));
    expect(listings).toEqual([["2025-06-12", "2025-06-14", expect.stringMatching(/^Boats/), "Fjord Rust"]]);
    expect(rules).toEqual([]);
  });

  test.each([
    ["2015-06-01", "[6/12. Boats](https://b.example/). (6/12 - 6/14)"],
    ["2016-06-01", "**[Boats (June 12-14)](https://b.example/)**"],
    ["2019-06-01", "[Jun 12. Boats (Jun 12-14)](https://b.example/)."],
    ["2019-06-01", "[Jun 12. Boats](https://b.example/) (until 14 June)."],
    ["2021-12-01", "[June 12, 2021 | Oslo, NO | **Boats (Jun 12-14)**](https://b.example/)"],
  ])("%s: %s", (issue, line) => {
    const year = issue.slice(0, 4);
    expect(read(issue.replace("-12-", "-06-"), `* ${line}`).listings).toEqual([
      [`${year}-06-12`, `${year}-06-14`, expect.stringMatching(/^Boats/)],
    ]);
  });

  test("also where the year of the column is a typo", () => {
    const { listings } = read("2025-06-04", row("[G]#", "[**Boats (Jun 12-14)**]#", "2024-06-12"));
    expect(listings[0]?.slice(0, 2)).toEqual(["2025-06-12", "2025-06-14"]);
  });
});

test.each(["(2/2)", "(Chapters 4 & 5)", "(RSVP by 12 June)", "(16th Edition)", "(Rust 2024)"])(
  "no date, and a part of the title: %s",
  (words) => {
    const { listings } = read("2025-06-04", row("[G]#", `[**Boats ${words}**]#`));
    expect(listings[0]?.slice(0, 3)).toEqual(["2025-06-12", "2025-06-12", `Boats ${words}`]);
  },
);

describe("another day outside of the date's column", () => {
  const event = (words: string, date = "2025-06-04") => row("[G]#", `[**Boats (${words})**]#`, date);

  test("the same day is printed twice", () => {
    expect(read("2025-06-01", event("3rd of June", "2025-06-03"))).toEqual({
      listings: [["2025-06-03", "2025-06-03", "Boats (3rd of June)", "G"]],
      rules: [],
    });
  });

  test("is the date where there is no other", () => {
    expect(read("2025-06-01", event("3rd of June", "TBA")).listings[0]?.[0]).toBe("2025-06-03");
  });

  test("is reported where nothing tells the right one", () => {
    expect(read("2025-06-01", event("3rd of June"))).toEqual({
      listings: [["2025-06-04", "2025-06-04", "Boats (3rd of June)", "G"]],
      rules: ["date-contradicted"],
    });
  });

  test("is reported at the end of a title, and stays there", () => {
    expect(read("2025-06-01", row("[G]#", "[**Boats, June 5**]#", "2025-06-04"))).toEqual({
      listings: [["2025-06-04", "2025-06-04", "Boats, June 5", "G"]],
      rules: ["date-contradicted"],
    });
    expect(read("2025-06-01", row("[G]#", "[**Boats, June 4**]#", "2025-06-04")).rules).toEqual([]);
  });

  test("further days of a list have listings of their own", () => {
    expect(read("2025-06-01", event("June 4, 11, 18")).listings).toEqual(
      ["2025-06-04", "2025-06-11", "2025-06-18"].map((day) => [day, day, "Boats (June 4, 11, 18)", "G"]),
    );
  });

  test("counts with its weekday, in order, or in the series", () => {
    const before = row("[F]#", "[**Fish**](https://f.example/1)", "2025-06-02");
    const after = row("[F]#", "[**Fish**](https://f.example/2)", "2025-06-03");
    const series = row("[G]#", "[**Boats**](https://g.example/1)", "2025-06-10");
    for (const lines of [
      event("Tuesday, 3rd of June"),
      `${before}\n${event("3rd of June")}\n${after}`,
      `${event("3rd of June")}\n${series}`,
    ]) {
      const { listings, rules } = read("2025-06-01", lines);
      expect(listings.find(([, , title]) => title?.startsWith("Boats"))?.[0]).toBe("2025-06-03");
      expect(rules).toContain("date-beside");
    }
  });

  test("a span around the day is that of a longer gathering", () => {
    expect(read("2025-06-01", event("Jun 2-6"))).toEqual({
      listings: [["2025-06-04", "2025-06-04", "Boats (Jun 2-6)", "G"]],
      rules: ["date-within-span"],
    });
  });
});
