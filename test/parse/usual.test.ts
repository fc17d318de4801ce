import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnHead, isRow } from "../../src/parse/columns.ts";
import { eventPart } from "../../src/parse/event.ts";
import { parsedSpans } from "../../src/parse/inline.ts";
import { lineContent } from "../../src/parse/one-line.ts";
import { inlineReferences, repairLinks } from "../../src/parse/repair.ts";
import { usualEvent, usualHead, usualSingle } from "../../src/parse/usual.ts";
import { archive, archivedIssues } from "../archive.ts";
import { FEW, runs } from "../runs.ts";

/** References to anything that a line could refer to. */
const ANY = { get: () => "https://example.org/", size: 1 } as unknown as ReadonlyMap<string, string>;

/** What a usual line says, by its pattern and by the rules for all lines with remark's reading; null for any other line. */
function bothWays(text: string) {
  const [head, event, single] = [usualHead(text), usualEvent(text), usualSingle(text)];
  if (!head && !event && !single) return null;
  const spans = parsedSpans(text);
  const slow = {
    head: head && columnHead(spans),
    event: event && eventPart(spans),
    single: single && lineContent(spans),
    row: isRow(spans),
    text: inlineReferences(text, () => ANY),
    mended: repairLinks(text),
  };
  return { quick: { head, event, single, row: head !== null, text, mended: { text, repairs: [] } }, slow };
}

describe("lines of the usual shapes", () => {
  const sign = fc.constantFrom(
    ..."a|Z|7| |  |\t|&|& |&amp;|&am p;|#|_|*|**|`|<|<b>|\\|[|]|(|)|.|,|:|;|-|–|—|!|?|~|$|@|é|ß|東|🦀|\u00a0|\u200b|\u202e|\u1680|\ufffd".split(
      "|",
    ),
    "|",
    "Rust",
    "Oslo, NO",
    "Apr  5. ",
    "2025-10-08 ",
    "9/30. ",
    "18:30",
    " Sun",
  );
  const words = fc.array(sign, { maxLength: 6 }).map((signs) => signs.join(""));
  const address = fc
    .array(fc.constantFrom(..."a|/|?|=|&|&b;|_|*|(|)| |<|\\|~|%20|é".split("|")), { maxLength: 4 })
    .map((signs) => `https://e${signs.join("")}`);
  const line = fc.oneof(
    fc.tuple(words, words, address).map(([place, name, url]) => `2025-10-08 |${place}| [${name}](${url})`),
    fc.tuple(words, address).map(([title, url]) => `[**${title}**](${url})`),
    fc.tuple(words, address, fc.constantFrom("", ".", "!")).map(([text, url, end]) => `[Apr 5. ${text}](${url})${end}`),
    fc.tuple(words, address).map(([text, url]) => `[${text}](${url})`),
  );

  test("are read as any other line", () => {
    let usual = 0;
    fc.assert(
      fc.property(line, (text) => {
        const read = bothWays(text.trim());
        if (!read) return;
        usual++;
        expect(read.quick).toEqual(read.slow);
      }),
      { numRuns: runs(10_000) },
    );
    expect(usual).toBeGreaterThan(FEW ? 10 : 1_000);
  });

  test("are no others", () => {
    const others = [
      "2025-10-08 | Oslo, NO | [G](https://example.org/) | Cancelled",
      "2025-10-08 | 18:30 | [G](https://example.org/)",
      "2025-10-08 - 2025-10-09 | Oslo, NO | [G](https://example.org/)",
      "[**T**](https://example.org/) | [**Mirror**](https://example.org/)",
      "[Apr 5. A | B](https://example.org/)",
      "[Nothing with a date](https://example.org/)",
    ];
    expect(others.filter((text) => bothWays(text))).toEqual([]);
  });
});

describe.runIf(archive)("lines of the usual shapes in the archive", () => {
  test("are read as any other line", async () => {
    const texts = (await archivedIssues()).map(({ text }) => text);
    const lines = new Set(
      texts.flatMap((text) => text.split("\n").map((line) => line.replace(/^\s*[*-]\s+/, "").trim())),
    );
    const read = [...lines].flatMap((line) => bothWays(line) ?? []);
    expect(read.length).toBeGreaterThan(FEW ? 10 : 1_000);
    expect(read.filter(({ quick, slow }) => JSON.stringify(quick) !== JSON.stringify(slow))).toEqual([]);
  });
});
