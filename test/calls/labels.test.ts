import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { CallListing } from "../../src/model/call.ts";
import type { PrintedPlace } from "../../src/model/place.ts";
import { resolvePlaces } from "../../src/normalize/places/resolve.ts";
import { archive, archivedIssues } from "../archive.ts";
import { gazetteer, read } from "./read.ts";

/** A call as two people read it, independently, by eye: every line of the archive that calls for papers. */
interface Label
  extends Pick<CallListing, "issue" | "line" | "name" | "url" | "closes" | "closesAt" | "rolling" | "extended">,
    Pick<CallListing, "start" | "end" | "mode" | "site"> {
  readonly places: readonly PrintedPlace[];
}

const labels: readonly Label[] = readFileSync("test/calls/labels.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const FIELDS = ["name", "url", "closes", "closesAt", "rolling", "extended", "start", "end", "mode", "site"] as const;
const key = ({ issue, line }: Pick<Label, "issue" | "line">) => `${issue}:${line}`;

describe.runIf(archive)("the archive's calls for papers", () => {
  let calls: ReadonlyMap<string, CallListing>;
  let problems: readonly string[];
  beforeAll(async () => {
    const all = (await archivedIssues()).map(({ issue, text }) => read(issue, text));
    calls = new Map(all.flatMap((one) => one.calls).map((call) => [key(call), call]));
    problems = all.flatMap((one) => one.problems).map(({ issue, line, rule }) => `${issue}:${line} ${rule}`);
  });

  it("are found, all of them and no other line", () => {
    const known = new Set(labels.map(key));
    expect(labels.map(key).filter((one) => !calls.has(one))).toEqual([]);
    expect([...calls.keys()].filter((one) => !known.has(one))).toEqual([]);
  });

  it.each(FIELDS)("have the %s that a reader sees", (field) => {
    const wrong = labels.filter((label) => calls.get(key(label))?.[field] !== label[field]);
    expect(wrong.map((label) => `${key(label)}: ${calls.get(key(label))?.[field]}, not ${label[field]}`)).toEqual([]);
  });

  it("have the places that a reader sees", () => {
    const onMap = (label: Label) =>
      label.places.flatMap((place) => resolvePlaces(gazetteer, place)).map(({ city, country }) => `${city} ${country}`);
    const found = (label: Label) =>
      (calls.get(key(label))?.resolved ?? []).map(({ city, country }) => `${city} ${country}`);
    expect(labels.map((label) => `${key(label)} ${found(label)}`)).toEqual(
      labels.map((label) => `${key(label)} ${onMap(label)}`),
    );
  });

  it("are all understood", () => {
    expect(
      problems.filter((one) => /not-understood|words-unused|date-unused|place-unknown|link-unused/.test(one)),
    ).toEqual([]);
  });
});
