import { describe, expect, it } from "vitest";
import { groupRule } from "../../src/normalize/lines/group-name.ts";
import { lineReader } from "../../src/normalize/lines/line.ts";
import { readLink } from "../../src/normalize/link.ts";
import { modeInTitle } from "../../src/normalize/mode.ts";
import { createGazetteer } from "../../src/normalize/places/gazetteer.ts";
import { looksLikePlace } from "../../src/normalize/places/looks.ts";
import { printedPlace } from "../../src/normalize/places/printed.ts";
import { resolvePlaces } from "../../src/normalize/places/resolve.ts";
import { type Rewrite, rewrite } from "../../src/normalize/rewrite.ts";
import { NORMALIZE_RULES } from "../../src/normalize/rules.ts";
import { statusOf } from "../../src/normalize/status.ts";
import { data } from "./places/gazetteer.ts";

const rows = Object.values(NORMALIZE_RULES).flat();
const applied: string[] = [];
const gazetteer = createGazetteer(data, (rule) => applied.push(rule));

it("each rule has a name of its own", () => {
  const names = rows.map(({ rule }) => rule);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

describe("rewrites", () => {
  const rewrites = rows.filter((row) => "to" in row) as Rewrite<unknown>[];

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

it.each(NORMALIZE_RULES["marks for a status"]!)("$rule: $example.0", ({ rule, example: [title, status] }) => {
  const traced: string[] = [];
  expect(statusOf(title, [], (name) => traced.push(name))).toBe(status);
  expect(traced).toContain(rule);
});

it.each(NORMALIZE_RULES["marks for a mode"]!)("$rule: $example.0", ({ rule, example: [title, mode] }) => {
  const traced: string[] = [];
  expect(modeInTitle(title, (name) => traced.push(name))).toBe(mode);
  expect(traced).toEqual([rule]);
});

/** `text, address` → both; the address may be missing. */
function withLink(example: string): [text: string, url: string | null] {
  const [, text = example, url = null] = /^(.*), (https:.*)$/.exec(example) ?? [];
  return [text, url];
}

describe("one-line listings", () => {
  const tables = ["places before titles", "places within titles", "groups behind titles", "groups in titles"];
  const isPlace = (text: string) => looksLikePlace(gazetteer, text) !== null;
  const read = lineReader(
    isPlace,
    (rule) => applied.push(rule),
    (text) => text.startsWith("Dotmund,"),
  );

  it.each(tables.flatMap((table) => NORMALIZE_RULES[table]!))("$rule: $example.0", ({ rule, example }) => {
    applied.length = 0;
    const [text, url] = withLink(example[0]);
    const parts = read(
      text,
      NORMALIZE_RULES["groups behind titles"]!.some((row) => row.rule === rule),
      url,
    );
    expect([parts.place, ...parts.groups.map(({ name }) => name)]).toContain(example[1]);
    expect(applied).toContain(rule);
  });

  it.each(NORMALIZE_RULES["names of groups"]!)("$rule: $example.0", ({ rule, example }) => {
    expect(groupRule(...withLink(example[0]))).toBe(rule);
  });
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
    const [found] = resolvePlaces(gazetteer, printedPlace(gazetteer, printed), { near });
    expect([found?.city ?? found?.area, found?.country].filter(Boolean).join(", ")).toBe(meant);
    expect(applied).toContain(rule);
  });
});
