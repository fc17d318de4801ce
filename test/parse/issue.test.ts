import { describe, expect, test } from "vitest";
import { only, parse } from "./one-issue.ts";

describe("listings in columns", () => {
  test("place, group, title, link and mirrors", () => {
    const listing = only(
      "### Virtual\n* 2025-10-09 | Virtual (Oslo, NO) | [Fjord Rust](https://example.org/g) + [Nordic Rust](https://example.org/n)\n    * [**Talks & more**](https://example.org/e) | [**[en] Mirror**](https://example.org/m) - [Stream](https://example.org/s)",
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
        { text: "[en] Mirror", url: "https://example.org/m" },
        { text: "Stream", url: "https://example.org/s" },
      ],
      note: "",
    });
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
      "group and place exchanged",
      `* 2025-10-09 | [G](https://example.org/g) | Virtual (Oslo, NO)${nested}`,
      "Virtual (Oslo, NO)",
      "G",
    ],
    ["an organiser named like a way to attend", `* 2025-10-09 || Virtual Rust${nested}`, null, "Virtual Rust"],
    ["group's bracket missing", `* 2025-10-09 | Oslo, NO | [G(https://example.org/g)${nested}`, "Oslo, NO", "G"],
    ["group's address in brackets", `* 2025-10-09 | Oslo, NO | G (https://example.org/g)${nested}`, "Oslo, NO", "G"],
    ["group's first bracket missing", `* 2025-10-09 | Oslo, NO | G](https://example.org/g)${nested}`, "Oslo, NO", "G"],
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
    ["bold date", `* **2025-10-09** | Oslo, NO | [G](https://example.org/g)${nested}`, "Oslo, NO", "G"],
    ["struck date", `* ~~2025-10-09~~ | Oslo, NO | [G](https://example.org/g)${nested}`, "Oslo, NO", "G"],
    [
      "time and zone behind the date",
      `* 2025-10-09 18:00 CET | Oslo, NO | [G](https://example.org/g)${nested}`,
      "Oslo, NO",
      "G",
    ],
    ["a column for the time", `* 2025-10-09 | 18:30 | Oslo, NO | [G](https://example.org/g)${nested}`, "Oslo, NO", "G"],
    ["weekday before the date", `* Thu 2025-10-09 | Oslo, NO | [G](https://example.org/g)${nested}`, "Oslo, NO", "G"],
    ["empty first column", `* | 2025-10-09 | Oslo, NO | [G](https://example.org/g)${nested}`, "Oslo, NO", "G"],
    ["date without dashes", `* 20251009 | Oslo, NO | [G](https://example.org/g)${nested}`, "Oslo, NO", "G"],
    ["figures that are no date", `* 99999-01-01 | Oslo, NO | [G](https://example.org/g)${nested}`, "Oslo, NO", "G"],
    [
      "a column that only says what became of it",
      `* 2025-10-09 | Oslo, NO | [G](https://example.org/g) | Cancelled${nested}`,
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
    ["bracket twice", "[**T**]((https://example.org/e)", "https://example.org/e"],
    ["bold, then when and where", "[**T**]: 6:30pm - Town hall, 1st floor", null],
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

  test.each([
    ["[**[Hybrid] Talks**](https://example.org/e)", "[Hybrid] Talks"],
    ["[[Hybrid] Talks](https://example.org/e)", "[Hybrid] Talks"],
    ["[**[Talks]**](https://example.org/e)", "Talks"],
    ["[Talks]: Town hall", "Talks Town hall"],
  ])("brackets in a title: %s", (title, text) => {
    expect(only(`* 2025-10-09 | Oslo, NO | [G](https://example.org/g)\n    * ${title}`).text).toBe(text);
  });

  test("an address in brackets inside a link's text is text", () => {
    const listing = only("* [Oct 9. Oslo, NO - Talks (https://example.org/t) and more](https://example.org/e)");
    expect([listing.text, listing.url]).toEqual([
      ". Oslo, NO - Talks (https://example.org/t) and more",
      "https://example.org/e",
    ]);
  });

  test("HTML in a title leaves its text", () => {
    const listing = only(
      "* 2025-10-09 | Oslo, NO | [G](https://example.org/g)\n    * [**<b>Bold</b> <script>alert(1)</script>**](https://example.org/e)",
    );
    expect(listing.text).toBe("Bold alert(1)");
    expect(only("* [Oct 9. Oslo, NO - Rust<T> and Future<Output = Rust>](https://example.org/e)").text).toBe(
      ". Oslo, NO - Rust<T> and Future<Output = Rust>",
    );
  });

  test("a sign behind the bold part of one link around all columns", () => {
    const listing = only("* [October 9, 2025 | Oslo, NO | **First Tuesdays**: Fjord Rust | G](https://example.org/e)");
    expect(listing.text).toBe("First Tuesdays: Fjord Rust");
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

test("an address keeps the organiser whose name lacks its link", () => {
  for (const group of ["[G(https://example.org/g)", "G (https://example.org/g)", "G](https://example.org/g)"]) {
    const { groups } = only(`* 2025-10-09 | Oslo, NO | ${group}\n    * [**T**](https://example.org/e)`);
    expect(groups).toEqual([{ name: "G", url: "https://example.org/g" }]);
  }
});
