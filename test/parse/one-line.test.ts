import { describe, expect, test } from "vitest";
import { only, parse } from "./one-issue.ts";

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
    ["* [Fjord Rust](https://example.org/e) on January 12th", "Fjord Rust", "https://example.org/e"],
    ["* [Fjord Rust on Jan 12](https://example.org/e)", "Fjord Rust", "https://example.org/e"],
    ["* [Jan 12. Are we concurrent](https://example.org/e)?", ". Are we concurrent?", "https://example.org/e"],
    ["* **[Jan 12. Fjord Day](https://example.org/e)!** See you.", ". Fjord Day!", "https://example.org/e"],
    [
      "* [Jan 12. Oslo, NO - `Hack and Meet](https://example.org/e)",
      ". Oslo, NO - Hack and Meet",
      "https://example.org/e",
    ],
    ["* [Jan 12. Oslo, NO - `impl` night](https://example.org/e)", ". Oslo, NO - impl night", "https://example.org/e"],
    ["* [Jan 12](https://example.org/e). Oslo, NO - Boats", ". Oslo, NO - Boats", "https://example.org/e"],
    ["* [Jan 12. Boats][https://example.org/e].", ". Boats", "https://example.org/e"],
    ["* (Jan 12. Boats)[https://example.org/e].", ". Boats", "https://example.org/e"],
    ["* Jan 12. Boats](https://example.org/e).", ". Boats", "https://example.org/e"],
    ["* [Jan 12. Boats](https://example.org/e.", ". Boats", "https://example.org/e"],
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
