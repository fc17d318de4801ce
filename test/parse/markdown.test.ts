import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainTokens, remarkTokens } from "../../src/parse/markdown.ts";
import { mend } from "../../src/parse/mend.ts";
import { inlineReferences } from "../../src/parse/references.ts";
import type { Token } from "../../src/parse/token.ts";
import { archive, archivedIssues } from "../archive.ts";
import { FEW, runs } from "../runs.ts";

/** References to anything that a line could refer to. */
const ANY = { get: () => "https://example.org/", size: 1 } as unknown as ReadonlyMap<string, string>;

/** Tokens with white space collapsed, as the parser makes of them; texts of nothing else left out. */
function flat(tokens: readonly Token[]) {
  const tidy = (text: string) => text.replace(/\s+/g, " ").trim();
  return tokens
    .map((token) => ({ ...token, text: tidy(token.text) }))
    .filter(({ kind, text }) => kind === "link" || text !== "");
}

/** A plain line by its pattern, and by the rules for all lines; null for any other line. */
function bothWays(line: string) {
  const plain = plainTokens(line);
  if (plain === null) return null;
  const all = { ...mend(inlineReferences(line, () => ANY)), tokens: flat(remarkTokens(line)) };
  return { plain: { text: line, mended: [], tokens: flat(plain) }, all };
}

describe("plain lines", () => {
  const itself = fc.constantFrom(
    ..."a,b,.,:,;,!,?,~,$,@,-,–,é,ß,東,🦀,7,Z,|, ,Rust,Apr  5. ,2025-10-08 ,[G](https://e.no/),[**T**](https://e.no/)".split(
      ",",
    ),
  );
  const meaning = fc.constantFrom(
    ..."*,**,***,_,`,[,],(,),](u),](<u>),](https://e.no/_a_*),![,<,>,<3,<T>,<b>,&,&amp;,&b,\\,¦,\t,\u00a0,\u200b,\u202e,\u1680,\ufffd,https://e.no/".split(
      ",",
    ),
  );
  const character = fc.oneof({ weight: 2, arbitrary: itself }, { weight: 1, arbitrary: meaning });
  const words = fc.array(character, { maxLength: 6 }).map((all) => all.join(""));
  const address = fc
    .array(fc.constantFrom(..."a|/|?|=|&|&b;|_|*|(|)| |<|\\|~|%20|é".split("|")), { maxLength: 4 })
    .map((all) => `https://e${all.join("")}`);
  const line = fc.oneof(
    fc.array(character, { minLength: 1, maxLength: 16 }).map((all) => all.join("")),
    fc.tuple(words, words, address).map(([place, name, url]) => `2025-10-08 |${place}| [${name}](${url})`),
    fc.tuple(words, address).map(([title, url]) => `[**${title}**](${url})`),
    fc.tuple(words, words, words, address).map(([a, b, c, url]) => `[Dec 8, 2021 | ${a} | **${b}** | ${c}](${url})`),
    fc.tuple(words, words, address).map(([text, end, url]) => `[Apr 5. ${text}](${url})${end}`),
  );

  test("are read as remark reads them, and there is nothing in them to mend", () => {
    let plain = 0;
    fc.assert(
      fc.property(line, (text) => {
        const read = bothWays(text.trim());
        if (!read) return;
        plain++;
        expect(read.plain).toEqual(read.all);
      }),
      { numRuns: runs(10_000) },
    );
    expect(plain).toBeGreaterThan(FEW ? 10 : 1_000);
  });

  test.each([
    "![a](https://example.org/)",
    "[T](https://example.org/(a))",
    "a *b* c",
    "a `b` c",
    "a <b>c</b>",
    "a &amp; b",
    "a \\* b",
    '[a](https://example.org/ "c")',
    "[a](javascript:b)",
    "<https://example.org/>",
    "a https://example.org/ b",
    "[** T**](https://example.org/)",
  ])("are no others: %s", (text) => {
    expect(plainTokens(text)).toBeNull();
  });
});

test("the tokens of a line are its texts, its links and the bars outside of them", () => {
  expect(remarkTokens("2025-10-08 | Oslo, NO | [*A* | **B**](https://example.org/) **c|d**")).toEqual([
    { kind: "text", text: "2025-10-08 ", bold: false },
    { kind: "bar", text: "|" },
    { kind: "text", text: " Oslo, NO ", bold: false },
    { kind: "bar", text: "|" },
    { kind: "text", text: " ", bold: false },
    { kind: "link", text: "A | B", address: "https://example.org/", bold: "B" },
    { kind: "text", text: " ", bold: false },
    { kind: "text", text: "c", bold: true },
    { kind: "bar", text: "|" },
    { kind: "text", text: "d", bold: true },
  ]);
});

describe.runIf(archive)("plain lines in the archive", () => {
  test("are most lines, and read as any other", async () => {
    const texts = (await archivedIssues()).map(({ text }) => text);
    const lines = new Set(
      texts.flatMap((text) => text.split("\n").map((line) => line.replace(/^\s*[*-]\s+/, "").trim())),
    );
    const links = [...lines].filter((line) => line.includes("](") && line.length < 2_000).slice(0, 8_000);
    const read = links.flatMap((line) => bothWays(line) ?? []);
    expect(read.length).toBeGreaterThan(links.length / 2);
    expect(read.filter(({ plain, all }) => JSON.stringify(plain) !== JSON.stringify(all))).toEqual([]);
  });
});
