import { describe, expect, it } from "vitest";
import { visible } from "../../src/model/visible.ts";

describe("characters that nobody sees", () => {
  it.each([
    ["a soft hyphen", "Ru\u00adst", "Rust"],
    ["a zero-width space", "Rust\u200b Oslo\u200b", "Rust Oslo"],
    ["a zero-width joiner", "Ru\u200dst", "Rust"],
    ["a zero-width non-joiner", "Ru\u200cst", "Rust"],
    ["a word joiner", "2026\u2060-08-19", "2026-08-19"],
    ["a byte order mark", "\ufeffRust", "Rust"],
    ["marks of direction", "\u200eRust\u200f \u061cשיחה\u200f", "Rust שיחה"],
    ["overrides and isolates", "\u202eRust\u202c \u2068Oslo\u2069", "Rust Oslo"],
  ])("go: %s", (_, printed, shown) => {
    expect(visible(printed)).toBe(shown);
  });

  it.each([
    ["joiners in Persian", "می\u200cخواهم"],
    ["joiners in Hindi", "क्\u200dष"],
    ["joiners in pictures", "👩\u200d💻 👩🏽\u200d🔬 🏳️\u200d🌈"],
    ["white space", "Rust\u00a0Oslo\t"],
  ])("stay: %s", (_, printed) => {
    expect(visible(printed)).toBe(printed);
  });
});
