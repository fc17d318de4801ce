import { describe, expect, test } from "vitest";
import type { PrintedListing } from "../../src/model/printed.ts";
import { parseIssue } from "../../src/parse/issue.ts";

const END = "If you are running a Rust event please add it to the calendar.";

function parse(lines: string, name = "2025-10-08-this-week-in-rust.md") {
  return parseIssue({ name, text: `Title: This Week in Rust 620\nNumber: 620\n\n${lines}\n\n${END}\n` });
}

function only(lines: string): PrintedListing {
  const { listings } = parse(`## Upcoming Events\n\n${lines}`);
  expect(listings).toHaveLength(1);
  return listings[0]!;
}

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

describe("listings in columns", () => {
  test("place, group, title, link and mirrors", () => {
    const listing = only(
      "### Virtual\n* 2025-10-09 | Virtual (Oslo, NO) | [Fjord Rust](https://example.org/g) + [Nordic Rust](https://example.org/n)\n    * [**Talks & more**](https://example.org/e) | [**Mirror**](https://example.org/m) - [Stream](https://example.org/s)",
    );
    expect(listing).toEqual({
      line: 7,
      titleLine: 8,
      region: "Virtual",
      date: { text: "2025-10-09", from: { year: 2025, month: 10, day: 9 }, to: null },
      form: "columns",
      place: "Virtual (Oslo, NO)",
      groups: [
        { name: "Fjord Rust", url: "https://example.org/g" },
        { name: "Nordic Rust", url: "https://example.org/n" },
      ],
      text: "Talks & more",
      url: "https://example.org/e",
      links: [
        { text: "Mirror", url: "https://example.org/m" },
        { text: "Stream", url: "https://example.org/s" },
      ],
      note: "",
    } satisfies PrintedListing);
  });

  test("several events under one bullet are numbered", () => {
    const { listings } = parse(
      "## Upcoming Events\n* 2025-10-09 | Oslo, NO | [G](https://example.org/g)\n    * [**A**](https://example.org/a)\n    * [**B**](https://example.org/b)\n        * [Slides](https://example.org/slides)",
    );
    expect(listings.map((l) => [l.line, l.sub, l.titleLine, l.text])).toEqual([
      [5, 1, 6, "A"],
      [5, 2, 7, "B"],
    ]);
  });

  const nested = "\n    * [**T**](https://example.org/e)";
  test.each([
    ["no blank before the sign", `* 2025-10-09| Oslo, NO| [G](https://example.org/g)${nested}`, "Oslo, NO", "G"],
    [
      "sign before the group left out",
      `* 2025-10-09 | Virtual (Oslo, NO) [G](https://example.org/g)${nested}`,
      "Virtual (Oslo, NO)",
      "G",
    ],
    ["a comma for the first sign", `* 2025-10-09, Oslo, NO | [G](https://example.org/g)${nested}`, "Oslo, NO", "G"],
    ["empty place", `* 2025-10-09 || [G](https://example.org/g)${nested}`, null, "G"],
    ["no place", `* 2025-10-09 | [G](https://example.org/g)${nested}`, null, "G"],
    ["group without a link", `* 2025-10-09 | Oslo, NO | G${nested}`, "Oslo, NO", "G"],
    ["a stray bracket", `* 2025-10-09 | Oslo, NO | [G](https://example.org/g)]${nested}`, "Oslo, NO", "G"],
    [
      "bullet with a dash, nested at two",
      `- 2025-10-09 | Oslo, NO | [G](https://example.org/g)\n  - [**T**](https://example.org/e)`,
      "Oslo, NO",
      "G",
    ],
    [
      "title bullet not indented",
      `* 2025-10-09 | Oslo, NO | [G](https://example.org/g)\n* [**T**](https://example.org/e)`,
      "Oslo, NO",
      "G",
    ],
    ["bullet signs missing", `2025-10-09 | Oslo, NO | [G](https://example.org/g)${nested}`, "Oslo, NO", "G"],
    [
      "no blank after the bullet sign",
      `* 2025-10-09 | Oslo, NO | [G](https://example.org/g)\n    *[**T**](https://example.org/e)`,
      "Oslo, NO",
      "G",
    ],
    [
      "five blanks deep",
      `     * 2025-10-09 | Oslo, NO | [G](https://example.org/g)\n          * [**T**](https://example.org/e)`,
      "Oslo, NO",
      "G",
    ],
    [
      "title on the same line",
      "* 2025-10-09 | Oslo, NO | [G](https://example.org/g) | [**T**](https://example.org/e)",
      "Oslo, NO",
      "G",
    ],
  ])("%s", (_, lines, place, group) => {
    const listing = only(lines);
    expect([listing.place, listing.groups.map((g) => g.name), listing.text, listing.url]).toEqual([
      place,
      [group],
      "T",
      "https://example.org/e",
    ]);
  });

  test.each([
    ["blank before the address", "[**T**] (https://example.org/e)", "https://example.org/e"],
    ["bracket missing", "[**T**]https://example.org/e)", "https://example.org/e"],
    ["bracket missing at the end", "[**T**](https://example.org/e", "https://example.org/e"],
    ["scheme misspelt", "[**T**](hhttps://example.org/e)", "https://example.org/e"],
    ["stray sign", "$[**T**](https://example.org/e)", "https://example.org/e"],
    ["address on the next line", "[**T**](\n      https://example.org/e)", "https://example.org/e"],
    ["stray bold signs", "[***T*](https://example.org/e)", "https://example.org/e"],
    ["a word for an address", "[**T**](example)", null],
    ["no address", "[**T**]()", null],
    ["no link", "**T**", null],
    ["script", "[**T**](javascript:alert(1))", null],
    ["data", "[**T**](data:text/html,x)", null],
  ])("title link: %s", (_, title, url) => {
    const listing = only(`* 2025-10-09 | Oslo, NO | [G](https://example.org/g)\n    * ${title}`);
    expect([listing.text, listing.url]).toEqual(["T", url]);
  });

  test("HTML in a title leaves its text", () => {
    const listing = only(
      "* 2025-10-09 | Oslo, NO | [G](https://example.org/g)\n    * [**<b>Bold</b> <script>alert(1)</script>**](https://example.org/e)",
    );
    expect(listing.text).toBe("Bold alert(1)");
  });

  test("one link around all columns (late 2021)", () => {
    const listing = only(
      "* [October 9, 2025 | Oslo, NO | **Safe | sound** | Fjord Rust](https://example.org/e) | [Alternative](https://example.org/a)",
    );
    expect(listing).toMatchObject({
      place: "Oslo, NO",
      groups: [{ name: "Fjord Rust", url: null }],
      url: "https://example.org/e",
    });
    expect(listing.links).toEqual([{ text: "Alternative", url: "https://example.org/a" }]);
  });
});

describe("listings on one line", () => {
  test.each([
    ["* [9/23. Fjord Rust](https://example.org/e).", ". Fjord Rust", "https://example.org/e"],
    ["* 9/30. Fjord Hack and Learn.", ". Fjord Hack and Learn.", null],
    [
      "* **[Apr 30. RustFjord - Oslo, Norway](https://example.org/e).**",
      ". RustFjord - Oslo, Norway",
      "https://example.org/e",
    ],
    ["* 6/29. [Fjord Rust - Errors](https://example.org/e).", "Fjord Rust - Errors", "https://example.org/e"],
    ["- [Fjord Rust](https://example.org/e),\nJanuary 12th", "Fjord Rust", "https://example.org/e"],
    ["* [Fjord Rust][fj]: December 9th\n\n[fj]: https://example.org/e", "Fjord Rust", "https://example.org/e"],
    ["* [Fjord Rust, Nov 17](https://example.org/e)", "Fjord Rust", "https://example.org/e"],
    [
      "* [January 20 - Fast, Safe, and\n  Beautiful](https://example.org/e). A webcast.",
      " - Fast, Safe, and Beautiful",
      "https://example.org/e",
    ],
    ["[January 12 - Fjord Meetup][fj].\n\n[fj]: https://example.org/e", " - Fjord Meetup", "https://example.org/e"],
  ])("%s", (lines, text, url) => {
    const listing = only(lines);
    expect([listing.text, listing.url, listing.date === null]).toEqual([text, url, false]);
  });

  test("words behind the link are a note, not a title", () => {
    expect(only("* [Mar 21-22. Oslo, NO - Workshop](https://example.org/e) [Postponed].").note).toBe("[Postponed].");
  });

  test.each([
    ["* No upcoming events this week.", "no-events"],
    ["* The Oslo meetup for March has been cancelled.", "cancelled-in-prose"],
    ["* There will be a [talk about Rust](https://example.org/e) at a conference.", "prose-bullet"],
    ["* ???", "bullet-not-understood"],
  ])("no listing: %s", (lines, rule) => {
    const { listings, problems } = parse(`## Upcoming Events\n\n${lines}`);
    expect([listings.length, problems.map((p) => p.rule)]).toEqual([0, [rule]]);
  });
});
