import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suggest } from "../../src/query/suggest.ts";

const NAMES = [
  "berlin-de",
  "bern-ch",
  "munich-de",
  "new-york-city-new-york-us",
  "rust-berlin",
  "rust-bern",
  "region",
  "radius",
];

describe("suggestions", () => {
  test.each([
    ["berlni-de", ["berlin-de"]],
    ["berln-de", ["berlin-de"]],
    ["berlin", ["berlin-de"]],
    ["muncih", ["munich-de"]],
    ["new-yrok", ["new-york-city-new-york-us"]],
    ["regoin", ["region"]],
    ["rust-berlinn", ["rust-berlin", "rust-bern"]],
    ["paris-fr", []],
    ["be", []],
    ["", []],
    ["x".repeat(8_000), []],
  ])("to %s: %j", (name, found) => expect(suggest(name, NAMES)).toEqual(found));

  test("are sorted by distance, and limited", () => {
    expect(suggest("rust-berm", NAMES)).toEqual(["rust-bern"]);
    expect(suggest("rust-berin", NAMES)).toEqual(["rust-bern", "rust-berlin"]);
    expect(suggest("rust-berin", NAMES, 1)).toEqual(["rust-bern"]);
  });

  test("contain the right name after any single typo in a name of five or more letters", () => {
    const letters = fc.stringMatching(/^[a-z]{5,20}$/);
    fc.assert(
      fc.property(letters, fc.nat(), fc.stringMatching(/^[a-z]$/), (name, place, letter) => {
        const at = place % (name.length - 1);
        const [before, here, next, rest] = [name.slice(0, at), name[at]!, name[at + 1]!, name.slice(at + 2)];
        const typos = [
          before + next + rest,
          before + letter + next + rest,
          before + here + letter + next + rest,
          before + next + here + rest,
        ];
        for (const typo of typos) expect([typo, suggest(typo, [name])]).toEqual([typo, [name]]);
      }),
    );
  });
});
