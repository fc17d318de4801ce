import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oneLine } from "../../../src/render/text.ts";
import { event } from "../events.ts";
import { FULL, hostileEvents, listText, oneText } from "../twins.ts";

const HEADER =
  "id,start,end,title,status,mode,location,cities,areas,countries,latitude,longitude,timeZone,regions,groups,url,links,state,created,updated,revision,listedIn,license,kind";

const rowsOf = (text: string): readonly Record<string, string>[] =>
  parse(text, { columns: true, record_delimiter: "\r\n", relax_quotes: false });
const titleOf = (title: string) => rowsOf(listText("csv", [event({ title })]))[0]?.title;

describe("a CSV file", () => {
  test("conforms to RFC 4180, without a byte order mark", () => {
    expect(listText("csv", [FULL, event({ places: [], mode: "virtual", url: null, groups: [], listings: [] })])).toBe(
      [
        HEADER,
        'full,2026-03-10,2026-03-12,"Rust & ""Friends"" <3",cancelled,hybrid,"Portland, Oregon, US / Toronto, Ontario, CA and online",Portland; Toronto,Oregon; Ontario,US; CA,45.52345,-122.67621,Europe/Berlin,Virtual; North America,"Rust A, B; Rust C",https://events.example/full?a=1&b=2,https://video.example/1%3B2,cancelled,2026-02-04,2026-03-04,2,https://this-week-in-rust.org/blog/2026/03/04/this-week-in-rust-640/,CC-BY-SA-4.0,conference',
        "2026-03-10-hack-and-learn,2026-03-10,2026-03-10,Hack and Learn,confirmed,virtual,Online,,,,,,Europe/Berlin,Europe,,,,listed,2026-03-04,2026-03-04,0,,CC-BY-SA-4.0,meetup",
        "",
      ].join("\r\n"),
    );
  });

  test("without events is the header, and of one event has one row", () => {
    expect(listText("csv", [])).toBe(`${HEADER}\r\n`);
    expect(rowsOf(oneText("csv", FULL))).toMatchObject([{ id: "full" }]);
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'=1"],
    ["\r=1", "'=1"],
    ["＝1", "'＝1"],
    ['"=1', "\"'=1"],
    ["a;=1", "a;'=1"],
    ['a; "=1', "a; \"'=1"],
    ["a = b - c, d@e", "a = b - c, d@e"],
    ["two\r\nlines", "two lines"],
    [" plain ", "plain"],
  ])("shows spreadsheets %j as %j", (title, cell) => expect(titleOf(title)).toBe(cell));

  test("does not treat negative numbers as formulas", () => {
    expect(rowsOf(listText("csv", [FULL]))[0]?.longitude).toBe("-122.67621");
  });

  test("has a row for each event, and no formulas, with arbitrary events", () => {
    fc.assert(
      fc.property(hostileEvents, (events) => {
        const text = listText("csv", events);
        expect(text.split("\r\n")).toHaveLength(events.length + 2);
        expect(text.replaceAll("\r\n", "")).not.toMatch(/\p{Cc}/u);
        const rows = rowsOf(text);
        expect(rows.map(({ id }) => id?.replace(/^'/, ""))).toEqual(events.map(({ id }) => id));
        expect(rows.map(({ title }) => title?.replaceAll("'", ""))).toEqual(
          events.map(({ title }) => oneLine(title).replaceAll("'", "")),
        );
        for (const { latitude, longitude, ...cells } of rows)
          for (const cell of Object.values(cells)) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/u);
        for (const cell of semicolonCells(text)) expect(cell).not.toMatch(/^[=+@＝＋－＠]|^-(?!\d+(\.\d+)?[,\r])/u);
      }),
    );
  });
});

/** What a program whose list separator is the semicolon takes for cells. */
function semicolonCells(text: string): readonly string[] {
  return parse(text, { delimiter: ";", relax_quotes: true, relax_column_count: true, quote: null }).flat();
}
