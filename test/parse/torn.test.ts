import { describe, expect, test } from "vitest";
import { parse } from "./one-issue.ts";

const ROW = "* 2025-10-09 | Oslo, NO | [Fjord Rust](https://fjord.example/)";

/** Line, group and title of each listing, and rule and line of each problem, of a section that begins in line 6. */
function read(lines: string) {
  const { listings, problems } = parse(`## Upcoming Events\n\n${lines}`);
  return {
    listings: listings.map(({ line, groups, text, url }) => [line, groups[0]?.name, text, url]),
    problems: problems.map(({ rule, line }) => [rule, line]),
  };
}

describe("a row whose marker is mistyped is never a part of the event above", () => {
  const cove = "2025-10-10 | Bergen, NO | [Cove](https://cove.example/)";

  test.each(["**", "** ", "o ", "x ", ":* ", "_", "*.", "* * ", "    * ", "8", "", ". ", "-* "])("%s", (marker) => {
    const { listings } = read(
      `${ROW}\n    * [**Boats**](https://fjord.example/1)\n${marker}${cove}\n    * [**Fish**](https://cove.example/1)`,
    );
    expect(listings).toEqual([
      [6, "Fjord Rust", "Boats", "https://fjord.example/1"],
      [8, "Cove", "Fish", "https://cove.example/1"],
    ]);
  });

  test.each(["2025/10/10", "225-10-10", "October 10, 2025"])("no marker, and another form of date: %s", (date) => {
    const row = cove.replace("2025-10-10", date);
    expect(
      read(`${ROW}\n    * [**Boats**](https://fjord.example/1)\n${row}\n    * [**Fish**](https://c.example/1)`)
        .listings,
    ).toHaveLength(2);
  });

  test.each(["*.", "**", "&", ""])("in one line: %s", (marker) => {
    const { listings } = read(
      `* [Oct  9. Oslo, NO - Boats](https://b.example/1).\n${marker}[Oct 10. Bergen, NO - Fish](https://f.example/1).`,
    );
    expect(listings.map(([line]) => line)).toEqual([6, 7]);
  });
});

describe("a row without its event is a problem, no event", () => {
  const next = "* 2025-10-10 | Bergen, NO | [Cove](https://cove.example/)\n    * [**Fish**](https://cove.example/1)";

  test.each([
    ROW,
    `${ROW} and [Ice](https://ice.example/)`,
    "* 2025-10-09 | Oslo, NO | Fjord Rust",
    "* 2025-10-09 | Oslo, NO",
    "* 2025-10-09 | [Fjord Rust](https://fjord.example/)",
  ])("%s", (row) => {
    expect(read(`${row}\n${next}`)).toEqual({
      listings: [[7, "Cove", "Fish", "https://cove.example/1"]],
      problems: [["event-missing", 6]],
    });
  });

  test("printed twice, and the event under one of them", () => {
    const event = "\n    * [**Boats**](https://fjord.example/1)";
    expect(read(`${ROW}\n${ROW}${event}`).listings).toEqual([[7, "Fjord Rust", "Boats", "https://fjord.example/1"]]);
    expect(read(`${ROW}${event}\n${ROW}`).listings).toEqual([[6, "Fjord Rust", "Boats", "https://fjord.example/1"]]);
  });

  test.each([
    `${ROW} | [Boats](https://fjord.example/1)`,
    "* 2025-10-09 | Oslo, NO | [**Boats**](https://fjord.example/1)",
    "* 2025-10-09 | Oslo, NO | Boats | Fjord Rust",
  ])("but its event may stand in the same line: %s", (row) => {
    expect(read(row).listings.map(([, , title]) => title)).toEqual(["Boats"]);
  });
});

describe("a link torn over lines is one link", () => {
  test.each([
    ["[**Fjord\n      Boats**](https://fjord.example/1)", []],
    ["[**Fjord\n\nBoats**](https://fjord.example/1)", [["link-torn", 9]]],
    ["[**Fjord\n* Boats**](https://fjord.example/1)", [["link-torn", 8]]],
    ["[**Fjord Boats**]\n\n(https://fjord.example/1)", [["link-torn", 9]]],
    ["[**Fjord Boats**]\n(https://fjord.example/1)", []],
    ["[**Fjord Boats**](\nhttps://fjord.example/1)", []],
    ["[**Fjord Boats**](https://fjord.\nexample/1)", []],
    ["[**Fjord Boats**](https://fjord.example/1\n)", []],
  ])("%j", (event, problems) => {
    expect(read(`${ROW}\n    * ${event}`)).toEqual({
      listings: [[6, "Fjord Rust", "Fjord Boats", "https://fjord.example/1"]],
      problems,
    });
  });

  test("before a dash that looks like a bullet", () => {
    const { listings } = read("* [Oct  9. Oslo, NO\n- Boats](https://fjord.example/1).");
    expect(listings).toEqual([[6, undefined, ". Oslo, NO - Boats", "https://fjord.example/1"]]);
  });

  test("a bracket that is never closed takes no listing with it", () => {
    const next = "* 2025-10-10 | Bergen, NO | [Cove](https://cove.example/)\n    * [**Fish**](https://cove.example/1)";
    expect(read(`${ROW}\n    * [**Boats\n${next}`).listings.map(([line]) => line)).toEqual([6, 8]);
  });
});

describe("a date, a place or an address that no listing uses is reported", () => {
  const EVENT = `${ROW}\n    * [**Boats**](https://fjord.example/1)`;

  test.each([
    [`${EVENT} and again on June 6`, "note-unused", 6],
    [`${EVENT} at Town Hall, Oslo, NO`, "note-unused", 6],
    [`${EVENT} see https://fjord.example/2`, "note-unused", 6],
    [`${EVENT} - Postponed to June 6`, "note-unused", 6],
    [`${EVENT}\n\nAlso on 2025-10-11 in Bergen, NO`, "prose", 9],
    [`${EVENT} <!-- 2025-10-11 -->`, "commented-out", 7],
    [`${EVENT}\n<!-- * [Oct 11. Fish](https://fish.example/) -->`, "commented-out", 8],
    [`${EVENT}\n\n[fish]: https://fish.example/`, "definition-unused", 9],
  ])("%s", (lines, rule, line) => expect(read(lines).problems).toEqual([[rule, line]]));

  test.each([`${EVENT} free tickets`, `${EVENT} (part 1/2, 18:00)`, `${EVENT} <!-- more to come -->`])(
    "and nothing else is: %s",
    (lines) => expect(read(lines).problems).toEqual([]),
  );
});
