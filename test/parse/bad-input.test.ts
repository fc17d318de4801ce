import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createIssueParser, parseIssue } from "../../src/parse/issue.ts";
import { runs } from "../runs.ts";
import { flat } from "./one-issue.ts";

const NAME = "2025-10-08-this-week-in-rust.md";
const GOOD = "* 2025-10-09 | Oslo, NO | [Fjord Rust](https://example.org/g)\n    * [**Talks**](https://example.org/e)";
const LAST = "* 2025-10-10 | Bergen, NO | [Fjord Rust](https://example.org/g)\n    * [**Hike**](https://example.org/h)";
const parse = (text: string) => flat(parseIssue({ name: NAME, text }));
const between = (middle: string) => parse(`## Upcoming Events\n\n### Europe\n${GOOD}\n${middle}\n${LAST}\n`);

describe("files that hold no section", () => {
  test.each([
    ["empty", ""],
    ["binary", String.fromCharCode(...Array.from({ length: 5000 }, (_, i) => (i * 7919) % 65536))],
    ["no heading", `${GOOD}\n${LAST}`],
    ["only nulls", "\0".repeat(10_000)],
    ["50 MB in one line", "x".repeat(50_000_000)],
    ["50 MB in lines", "* [Jan 1. x](https://example.org/)\n".repeat(1_500_000)],
  ])("%s", (_, text) => {
    const { listings, problems } = parse(text);
    expect([listings.length, problems.map((p) => p.rule)]).toEqual([0, ["section-missing"]]);
  });

  test("a heading only", () => {
    expect(parse("## Upcoming Events")).toMatchObject({ listings: [], problems: [{ rule: "section-empty", line: 1 }] });
  });
});

describe("a bad line costs that line", () => {
  test.each([
    ["a line of 1 MB", `* 2025-10-09 | Oslo, NO | [x](https://example.org/${"y".repeat(1_000_000)})`, "line-too-long"],
    ["1 MB of brackets", "[".repeat(1_000_000), "line-too-long"],
    ["a long line just allowed, hostile to link parsing", `* ${"[x](".repeat(1_900)}`, null],
    ["a column of figures without end", `* ${"1".repeat(7_900)} x | Oslo, NO | [G](https://example.org/g)`, null],
    ["bold signs without end", `* ${"**a ".repeat(1_900)}`, null],
    ["1 MB of open comments", "<!--".repeat(250_000), "line-too-long"],
    ["an open comment", "<!-- nobody closes this", "comment-unclosed"],
    ["a stray heading", "# Hello", "heading-unknown"],
    ["nulls", `* \0\0\0`, "text-damaged"],
    ["bytes that are no UTF-8", `* [Oct 10. Oslo, NO - T\ufffdlks](https://example.org/t)`, "text-damaged"],
    ["script", `* [Oct 10. Oslo, NO - <script>alert(1)</script>](https://example.org/t)`, "markup-mended"],
    ["a link that runs a script", `* 2025-10-09 | Oslo, NO | [G](javascript:alert(1))`, "link-refused"],
    ["a day that no calendar has", "* 99999-01-01 | Oslo, NO | [G](https://example.org/g)", "date-missing"],
    ["a sentence", "* Nothing to see here this week.", "no-events"],
    ["a code fence that never ends", "\n```", "prose"],
    ["a table", "|a|b|\n|-|-|", null],
    ["a thematic break", "***", null],
    ["a quotation", "> quoted", null],
  ])("%s", (_, line, rule) => {
    const { listings, problems } = between(line);
    expect(listings.map((l) => l.text)).toEqual(expect.arrayContaining(["Talks", "Hike"]));
    expect(listings.find((l) => l.text === "Talks")?.url).toBe("https://example.org/e");
    if (rule) expect(problems.map((p) => p.rule)).toContain(rule);
  });

  test("10,000 nested bullets", () => {
    const nested = Array.from({ length: 10_000 }, (_, i) => `${" ".repeat(Math.min(i, 500) * 2)}* deep ${i}`).join(
      "\n",
    );
    const { listings, problems } = between(nested);
    expect(listings.map((l) => l.text)).toEqual(expect.arrayContaining(["Talks", "Hike"]));
    expect(problems.length).toBeGreaterThanOrEqual(10_000);
  });

  test("a section of 50 MB is read up to a limit, and that is said", () => {
    const { listings, problems } = between("* x\n".repeat(12_000_000));
    expect(listings[0]?.text).toBe("Talks");
    expect(problems.map((p) => p.rule)).toContain("section-too-long");
  });

  test("a bullet that goes on for a megabyte", () => {
    const { listings, problems } = between(
      `* [Oct 10. Oslo, NO - Long](https://example.org/l)\n${"and on\n".repeat(150_000)}\n`,
    );
    expect(listings.map((l) => l.text)).toContain("Talks");
    expect(problems.map((p) => p.rule)).toContain("line-too-long");
  });

  test("right-to-left, combining and emoji text passes through", () => {
    const title = "לילה של ראסט 🦀👩‍💻 e\u0301tude مرحبا";
    const { listings } = between(
      `* 2025-10-09 | Tel Aviv, IL | [קבוצה](https://example.org/g)\n    * [**${title}**](https://example.org/r)`,
    );
    expect(listings[1]).toMatchObject({ text: title, groups: [{ name: "קבוצה" }] });
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "JaVaScRiPt:x",
    "&#106;avascript:x",
  ])("%s is never a link", (url) => {
    const { listings } = between(
      `* 2025-10-09 | Oslo, NO | [G](${url}) | [Telegram](${url})\n    * [**T**](${url}) | [M](${url})\n* [Oct 10. Oslo, NO - T](${url})`,
    );
    expect(JSON.stringify(listings.map((l) => [l.url, l.links, l.groups.map((g) => g.url)]))).not.toMatch(
      /script:|data:|file:/i,
    );
  });
});

describe("any text", () => {
  const word = fc.constantFrom(
    ..."* |- |    * |### Europe|# |[|](|)|**|`|<!--|-->|<b>|&amp;|\\|2025-10-09 | |2025-02-30 | |Oslo, NO | |[G](https://example.org/g)|https://|Jan 5. |12/31 - 1/2. |\0|🦀|e\u0301|עברית|\t|]: |If you are running a Rust event".split(
      "|",
    ),
    "|",
    "\n",
    "\r\n",
    "\n\n",
  );
  const section = fc.array(
    fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: fc.string({ unit: "binary" }) }),
    { maxLength: 120 },
  );

  test("never throws; each listing and problem has its line; neighbours survive", () => {
    const parser = createIssueParser();
    fc.assert(
      fc.property(section, (parts) => {
        const text = `## Upcoming Events\n\n### Europe\n${GOOD}\n\n${parts.join("")}`;
        const lines = text.split(/\r\n|\n|\r/).length;
        const { listings, problems } = parser.parse({ name: NAME, text });
        expect(listings[0]?.content.text).toBe("Talks");
        for (const { line } of [...listings, ...problems]) expect(line > 0 && line <= lines).toBe(true);
      }),
      { numRuns: runs(2_000) },
    );
  });

  test("a parser with a memory reads as one without", () => {
    const parser = createIssueParser();
    fc.assert(
      fc.property(section, (parts) => {
        const file = { name: NAME, text: `## Upcoming Events\n\n${parts.join("")}` };
        expect(parser.parse(file)).toEqual(parseIssue(file));
      }),
      { numRuns: runs(500) },
    );
  });
});
