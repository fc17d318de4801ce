import { beforeAll, describe, expect, it } from "vitest";
import { addCalls, keepCallIds } from "../../src/calls/merge.ts";
import { SAME_RULES } from "../../src/calls/same.ts";
import type { CallListing, CallRecord } from "../../src/model/call.ts";
import { canonicalLink } from "../../src/normalize/link.ts";
import { archive, archivedIssues } from "../archive.ts";
import { issueOf, read } from "./read.ts";

type Printed = Readonly<Record<string, readonly string[]>>;

/** The calls that these issues, with these lines, give. */
function merged(issues: Printed, rules: string[] = []): readonly CallRecord[] {
  let calls: readonly CallRecord[] = [];
  for (const [issue, lines] of Object.entries(issues))
    calls = addCalls(calls, read(issue, issueOf(...lines.map((line) => `* ${line}`))).calls, canonicalLink, (rule) =>
      rules.push(rule),
    );
  return calls;
}

const link = (name: string, url = "https://example.org/cfp") => `[**${name}**](${url})`;

describe("lines of several issues", () => {
  it("are one call, whatever the name's year and words of the call", () => {
    const issues = {
      "2025-03-01": [
        `${link("RustConf 2025 Call for Speakers")} | 2025-04-29 | Seattle, WA, US | 2025-09-02 - 2025-09-05`,
      ],
      "2025-03-08": [
        `${link("Rust Conf", "https://other.example/")} | 2025-04-29 | Seattle, WA, US | 2025-09-02 - 2025-09-05`,
      ],
    };
    const [call, ...more] = merged(issues);
    expect(more).toEqual([]);
    expect(call).toMatchObject({
      name: "Rust Conf",
      url: "https://other.example/",
      created: "2025-03-01",
      lastListed: "2025-03-08",
    });
    expect(call?.history.map(({ field, from, to }) => [field, from, to])).toEqual([
      ["name", "RustConf 2025", "Rust Conf"],
      ["url", "https://example.org/cfp", "https://other.example/"],
    ]);
  });

  it("extend a deadline, and what is not printed again stays", () => {
    const [call] = merged({
      "2026-04-01": [
        `${link("EuroRust")} | CFP open until 2026-04-27 | Barcelona, Spain | 2026-10-14 - 2026-10-17 | [Website](https://eurorust.eu/)`,
      ],
      "2026-04-29": [`${link("EuroRust 2026")} | 2026-05-04`],
    });
    expect(call).toMatchObject({
      ...{ closes: "2026-05-04", extended: true, extendedFrom: "2026-04-27", updated: "2026-04-29" },
      ...{ start: "2026-10-14", end: "2026-10-17", site: "https://eurorust.eu/", mode: "in-person" },
    });
    expect(call?.places.map(({ city }) => city)).toEqual(["Barcelona"]);
  });

  it("correct a deadline, which is no extension", () => {
    const lines = ["2026-05-03", "2026-04-14", "2026-05-03"].map((day) => [
      `${link("NDC Techtown")} | ${day} | Kongsberg | 2026-09-21`,
    ]);
    const [call] = merged({ "2026-03-18": lines[0]!, "2026-04-01": lines[1]!, "2026-04-22": lines[2]! });
    expect(call).toMatchObject({ closes: "2026-05-03", extended: false, extendedFrom: null });
  });

  it("are calls of two editions where their days are a year apart, with one link", () => {
    const issues = {
      "2025-02-19": [`${link("NDC Techtown")} | 2025-04-27 | Kongsberg | 2025-09-22`],
      "2026-02-18": [`${link("NDC Techtown")} | 2026-04-27 | Kongsberg | 2026-09-21`],
    };
    expect(merged(issues).map(({ start }) => start)).toEqual(["2025-09-22", "2026-09-21"]);
  });

  it("are one call where its days move", () => {
    const issues = {
      "2026-02-18": [`${link("Some Days")} | 2026-04-27 | Oslo | 2026-09-21`],
      "2026-02-25": [`${link("Some Days")} | 2026-04-27 | Oslo | 2026-11-30`],
    };
    expect(merged(issues).map(({ start }) => start)).toEqual(["2026-11-30"]);
  });

  it("are two calls in one issue, for talks and for workshops, also a week later", () => {
    const lines = [
      `${link("Some Days", "https://example.org/talks")} | 2026-04-27 | Oslo | 2026-09-21`,
      `${link("Some Days: workshops", "https://example.org/workshops")} | 2026-05-27 | Oslo | 2026-09-21`,
    ];
    const calls = merged({ "2026-02-18": lines, "2026-02-25": [...lines].reverse() });
    expect(calls.map(({ name, listings }) => [name, listings.length])).toEqual([
      ["Some Days", 2],
      ["Some Days: workshops", 2],
    ]);
  });
});

describe("why a line prints a known call", () => {
  it.each(SAME_RULES)("$rule: $example.0", ({ rule, example }) => {
    const rules: string[] = [];
    const lines = example[0].split(/(?<=\)), /).map((text) => {
      const [, name = "", inside = ""] = /^(.*) \((.*)\)$/.exec(text) ?? [];
      const [url = "", columns = "2026-10-14, Oslo"] = inside.split("; ");
      const [day = "", city = ""] = columns.split(", ");
      return `${link(name, `https://${url.replace("…/", "example.org/")}`)} | closes 2025-12-31 | ${city} | ${day}`;
    });
    const issues = Object.fromEntries(lines.map((line, week) => [`2025-01-${10 + 7 * week}`, [line]]));
    expect(merged(issues, rules)).toHaveLength(1);
    expect(rules).toEqual([rule]);
  });
});

it("ids come from the first line, and a rebuild with older lines keeps them", () => {
  const line = `${link("EuroRust")} | 2026-04-27 | Barcelona | 2026-10-14`;
  const old = merged({ "2026-03-04": [line] });
  const rebuilt = merged({ "2026-02-25": [line.replace("10-14", "10-15")], "2026-03-04": [line] });
  expect(old[0]?.id).toMatch(/^c[0-9a-hjkmnp-tv-z]{12}$/);
  expect(rebuilt[0]?.id).not.toBe(old[0]?.id);
  expect(keepCallIds(old, rebuilt).map(({ id, start }) => [id, start])).toEqual([[old[0]?.id, "2026-10-14"]]);
});

describe.runIf(archive)("the archive", () => {
  let issues: readonly (readonly CallListing[])[];
  beforeAll(async () => {
    issues = (await archivedIssues()).map(({ issue, text }) => read(issue, text).calls);
  });
  const fold = (calls: readonly CallRecord[], listings: readonly CallListing[]) =>
    addCalls(calls, listings, canonicalLink);

  it("gives the same issue by issue, from what is stored, as at once", () => {
    const stored = issues.reduce<string>((text, listings) => JSON.stringify(fold(JSON.parse(text), listings)), "[]");
    expect(JSON.parse(stored)).toEqual(issues.reduce(fold, []));
  });

  it("has each line in one call, and each id once", () => {
    const calls = issues.reduce(fold, []);
    expect(calls.flatMap(({ listings }) => listings)).toHaveLength(issues.flat().length);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length);
  });

  it("has one call for each edition of a conference", () => {
    const of = (name: RegExp) =>
      issues
        .reduce(fold, [])
        .filter((call) => name.test(call.name))
        .map(({ created, listings }) => `${created} ${listings.length}`);
    expect(of(/ndc/i)).toEqual(["2024-02-07 1", "2025-02-19 1", "2026-03-18 6"]);
    expect(of(/fosdem/i).sort()).toEqual(["2017-10-17 2", "2018-10-16 1", "2022-11-09 1", "2024-11-27 1"]);
    expect(of(/rust ?week/i)).toEqual(["2024-12-04 3", "2025-11-19 9"]);
  });
});
