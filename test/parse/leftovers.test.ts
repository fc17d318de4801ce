import { describe, expect, test } from "vitest";
import { parseIssue } from "../../src/parse/issue.ts";

/** What is read of a row between two others. */
function read(row: string) {
  const text = [
    "## Upcoming Events",
    "### Europe",
    "* 2026-01-06 | Bergen, NO | [Cove](https://cove.example/)",
    "    * [**Boats**](https://cove.example/1)",
    row,
    "    * [**Talks**](https://fjord.example/1)",
    "",
    "If you are running a Rust event please add it.",
  ].join("\n");
  const { listings, problems } = parseIssue({ name: "2026-01-05-this-week-in-rust.md", text });
  return {
    listings: listings.map(({ line, content }) => [line, content.date?.text, content.place, content.groups[0]?.name]),
    problems: problems.map(({ rule, line }) => [rule, line]),
  };
}

const NEIGHBOUR = [3, "2026-01-06", "Bergen, NO", "Cove"];
const MEANT = [5, "2026-01-07", "Oslo, NO", "Fjord Rust"];

describe("a row whose marker is mistyped is a row of its own", () => {
  test.each([
    "* 2026-01-07 | Oslo, NO | [Fjord Rust](https://fjord.example/)",
    "**2026-01-07 | Oslo, NO | [Fjord Rust](https://fjord.example/)",
    "**2026-01-07** | Oslo, NO | [Fjord Rust](https://fjord.example/)",
    "*2 026-01-07 | Oslo, NO | [Fjord Rust](https://fjord.example/)",
    "8 2026-01-07 | Oslo, NO | [Fjord Rust](https://fjord.example/)",
    "&2026-01-07 | Oslo, NO | [Fjord Rust](https://fjord.example/)",
  ])("%s", (row) => expect(read(row).listings).toEqual([NEIGHBOUR, MEANT]));
});

describe("a mistyped link is read, and reported as mended", () => {
  test.each([
    "* 2026-01-07 | Oslo, NO | F[jord Rust](https://fjord.example/)",
    "* 2026-01-07 | Oslo, NO | [Fjord Rus]t(https://fjord.example/)",
    "* 2026-01-07 | Oslo, NO | [Fjord Rust]h(ttps://fjord.example/)",
  ])("%s", (row) => expect(read(row)).toEqual({ listings: [NEIGHBOUR, MEANT], problems: [["markup-mended", 5]] }));
});

describe("what a listing loses is reported", () => {
  test.each([
    ["* 2026-01-07 | Oslo, NO | ]Fjord Rust](https://fjord.example/)", "link-broken"],
    ["* 2026-01-07 | Oslo, NO | [Fjord Ru[st](https://fjord.example/)", "link-broken"],
    ["* 2026-01-07 | Oslo, NO | [Fjord Rust](fjord) with 7pm at Town Hall", "words-unused"],
  ])("%s: %s", (row, rule) => expect(read(row).problems).toContainEqual([rule, 5]));

  test("and nothing is reported of a listing that is read whole", () => {
    const row = "* 2026-01-07 | Oslo, NO | [Fjord Rust](https://fjord.example/) and [Cove](https://cove.example/)";
    expect(read(row).problems).toEqual([]);
  });
});
