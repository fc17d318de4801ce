import { describe, expect, test } from "vitest";
import { parseIssue } from "../../src/parse/issue.ts";
import { END, parse } from "./one-issue.ts";

describe("the section", () => {
  const bullet =
    "* 2025-10-09 | Oslo, NO | [Fjord Rust](https://example.org/g)\n    * [**Talks**](https://example.org/e)";

  test.each([
    ["level one", "# Upcoming Events"],
    ["level two", "## Upcoming Events"],
    ["level three, colon", "### Upcoming events:"],
    ["meetups", "## Upcoming Meetups"],
    ["bold instead of a heading", "**Upcoming Events**"],
    ["no blank after the sign", "##Upcoming Events"],
  ])("is found: %s", (_, heading) => {
    expect(parse(`${heading}\n\n${bullet}`).listings).toHaveLength(1);
  });

  test("is found by the line that states the window when its heading is missing", () => {
    const { listings, window } = parse(`Rusty Events between 2025-10-08 - 2025-11-05 🦀\n\n${bullet}`);
    expect(listings).toHaveLength(1);
    expect(window).toEqual({ from: "2025-10-08", to: "2025-11-05" });
  });

  test("does not begin at the calls for papers", () => {
    expect(
      parse(`### CFP - Events\n\n* [Conf](https://example.org/cfp)\n\n## Upcoming Events\n\n${bullet}`).listings,
    ).toHaveLength(1);
  });

  test("is not ended by a region heading of the wrong level, a stray heading or a bullet typed as a heading", () => {
    const { listings, problems } = parse(
      `## Upcoming Events\n\n# Oceania\n${bullet}\n\n## Antarctica\n${bullet}\n\n# 2025-10-12 | Bergen, NO | [Fjord Rust](https://example.org/g)\n    * [**Hike**](https://example.org/h)`,
    );
    expect(listings.map((l) => [l.region, l.text])).toEqual([
      ["Oceania", "Talks"],
      [null, "Talks"],
      [null, "Hike"],
    ]);
    expect(problems.map((p) => p.rule)).toEqual(["heading-unknown", "bullet-typed-as-heading"]);
  });

  test("ends at the next section, said where its heading is unknown", () => {
    const within = parse(
      `## Upcoming Events\n\n### Europe\n${bullet}\n\n### Other events\n${bullet}\n\n### Meetings\n\n* Every week`,
    );
    expect(within.listings.map(({ region }) => region)).toEqual(["Europe", null]);
    const jobs = parse(`## Upcoming Events\n\n${bullet}\n\n# Jobs\n\n* 2025-10-11 [Engineer](https://example.org/j)`);
    expect([jobs.listings.length, jobs.problems.length]).toEqual([1, 0]);
    const unknown = parse(`## Upcoming Events\n\n${bullet}\n\n# Our Sponsors\n\n* [Somebody](https://example.org/s)`);
    expect(unknown.listings).toHaveLength(1);
    expect(unknown.problems.map((p) => [p.rule, p.line])).toEqual([["section-ended-by-heading", 9]]);
  });

  test("region headings: spelling slips, colons, emoji, bold instead of a heading", () => {
    const headings = [
      "### Virtual",
      "### Eurpoe",
      "### Oceania:",
      "### **Asia** 🌏",
      "**Africa**",
      "### Online",
      "## Asia-Pacific",
    ];
    const { listings } = parse(`## Upcoming Events\n\n${headings.map((h) => `${h}\n${bullet}`).join("\n\n")}`);
    expect(listings.map((l) => l.region)).toEqual([
      "Virtual",
      "Europe",
      "Oceania",
      "Asia",
      "Africa",
      "Virtual",
      "Asia Pacific",
    ]);
  });

  test("region headings: linked, with an anchor, two words for one, a country within, a line right behind a bullet", () => {
    const headings = [
      "### [Europe](#europe)",
      '### <a name="asia"></a>Asia',
      "### Africa {#africa}",
      "### Virtual / Online",
      "### Australia & New Zealand",
      "#### Norway",
      "### N. America",
    ];
    const { listings } = parse(
      `## [Upcoming Events](#e)\n\n${headings.map((h) => `${h}\n${bullet}`).join("\n")}\nAsia\n${bullet}`,
    );
    expect(listings.map((l) => l.region)).toEqual([
      "Europe",
      "Asia",
      "Africa",
      "Virtual",
      "Oceania",
      "Oceania",
      "North America",
      "Asia",
    ]);
  });

  test("a table holds rows", () => {
    const rows = [
      "| Date | Place | Group | Title |",
      "|---|---|---|---|",
      "| 2025-10-09 | Oslo, NO | [G](https://example.org/g) | [**T**](https://example.org/e) |",
    ];
    const { listings } = parse(`## Upcoming Meetups & Events\n\n${rows.join("\n")}`);
    expect(listings.map((l) => [l.place, l.groups.length, l.text])).toEqual([["Oslo, NO", 1, "T"]]);
  });

  test.each(["If you are runing a Rust event", "Are you running a Rust event? Then"])(
    "ends at the calendar paragraph: %s",
    (words) => {
      const { listings } = parse(`## Upcoming Events\n\n${bullet}\n\n${words} please add it.\n\n${bullet}`);
      expect(listings).toHaveLength(1);
    },
  );

  test("a bullet names a region only without a link", () => {
    const { listings } = parse(
      `## Upcoming Events\n\n* **Asia**\n\n* 2025-10-09 | Oslo, NO | [Fjord Rust](https://example.org/g)\n    * [**Europe**](http://e.no/1)`,
    );
    expect(listings.map((l) => [l.region, l.text])).toEqual([["Asia", "Europe"]]);
  });

  test("comments hide bullets, an unclosed one hides nothing", () => {
    const closed = parse(`## Upcoming Events\n\n<!--\n${bullet}\n-->\n${bullet}`);
    expect(closed.listings).toHaveLength(1);
    expect(closed.problems.map((p) => p.rule)).toEqual(["commented-out", "commented-out"]);
    const unclosed = parse(`## Upcoming Events\n\n<!-- add more\n${bullet}`);
    expect(unclosed.listings).toHaveLength(1);
    expect(unclosed.problems.map((p) => p.rule)).toEqual(["comment-unclosed", "prose"]);
  });

  test("CRLF and a byte order mark change nothing", () => {
    const text = `## Upcoming Events\n\n${bullet}\n\n${END}\n`;
    const plain = parseIssue({ name: "2025-10-08-x.md", text });
    expect(parseIssue({ name: "2025-10-08-x.md", text: `\ufeff${text.replaceAll("\n", "\r\n")}` })).toEqual(plain);
  });

  test("the issue's date comes from the name, also an odd one, else from the header", () => {
    expect(parse("", "2020-12-2-this-week-in-rust.md").issue).toBe("2020-12-02");
    expect(parseIssue({ name: "draft.md", text: "Date: 2025-10-15\n" }).issue).toBe("2025-10-15");
    expect(parseIssue({ name: "draft.md", text: "" }).problems[0]?.rule).toBe("issue-date-missing");
  });
});
