import { describe, expect, it } from "vitest";
import { readLink } from "../../src/normalize/link.ts";
import { createGazetteer } from "../../src/normalize/places/gazetteer.ts";
import { printedPlace } from "../../src/normalize/places/printed.ts";
import { resolvePlaces } from "../../src/normalize/places/resolve.ts";
import { type Rewrite, rewrite } from "../../src/normalize/rewrite.ts";
import { NORMALIZE_RULES } from "../../src/normalize/rules.ts";
import { data } from "./places/gazetteer.ts";

const rows = Object.values(NORMALIZE_RULES).flat();
const applied: string[] = [];
const gazetteer = createGazetteer(data, (rule) => applied.push(rule));

it("each rule has a name of its own", () => {
  const names = rows.map(({ rule }) => rule);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

describe("rewrites", () => {
  const rewrites = rows.filter((row) => "from" in row) as Rewrite<unknown>[];

  it.each(rewrites.map((row) => ({ ...row, row })))("$rule: $example.0", ({ row, rule, example: [printed, meant] }) => {
    const traced: string[] = [];
    const written = rewrite([row], printed, (name) => traced.push(name), gazetteer);
    expect([written.trim(), traced]).toEqual([meant, [rule]]);
  });
});

it.each(NORMALIZE_RULES["pages of many events"]!)("$rule: $example.0", ({ rule, example: [printed, meant] }) => {
  const traced: string[] = [];
  expect(readLink(printed, (name) => traced.push(name))).toEqual({ key: meant, kind: "series" });
  expect(traced).toContain(rule);
});

describe("parts of a place", () => {
  it.each(NORMALIZE_RULES["parts of a place"]!)("$rule: $example.0", ({ rule, example: [printed, meant] }) => {
    applied.length = 0;
    const { city, area, country } = printedPlace(gazetteer, printed);
    expect([city, area, country].map((part) => part ?? "-").join(" | ")).toBe(meant);
    expect(applied).toContain(rule);
  });
});

describe("places on the map", () => {
  const charlottesville = { latitude: 38.03, longitude: -78.48 };

  it.each(NORMALIZE_RULES["places on the map"]!)("$rule: $example.0", ({ rule, example: [printed, meant] }) => {
    applied.length = 0;
    const near = rule === "city-near-group" ? [charlottesville] : [];
    const [found] = resolvePlaces(gazetteer, printedPlace(gazetteer, printed), near);
    expect([found?.city ?? found?.area, found?.country].filter(Boolean).join(", ")).toBe(meant);
    expect(applied).toContain(rule);
  });
});
