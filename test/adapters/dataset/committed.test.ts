import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { decode, encode } from "../../../src/adapters/dataset/codec.ts";
import { diagnose } from "../../../src/adapters/dataset/diagnose.ts";
import { loadPipeline } from "../../../src/adapters/node/pipeline.ts";
import { slugify, titleOf } from "../../../src/normalize/groups/names.ts";
import { archive, archivedIssues } from "../../archive.ts";

const bytes = await readFile("data/events.json");
const data = await decode(bytes, "data/events.json");

describe("data/events.json", () => {
  test("keeps every rule for its records", () => {
    expect(diagnose(bytes.toString(), 7)).toBeNull();
  });

  test("is written as a program of this release writes it", async () => {
    expect((await encode(structuredClone(data))).version).toBe(data.version);
  });

  test("has one record a line", () => {
    const lines = bytes
      .toString()
      .split("\n")
      .filter((line) => line.startsWith('{"'));
    expect(lines).toHaveLength(data.issues.length + data.groups.length + data.events.length + data.calls.length);
    for (const line of lines) JSON.parse(line.replace(/,$/, ""));
  });

  test("has every issue, group and event once, in order", () => {
    const files = data.issues.map(({ issue, file }) => `${issue} ${file}`);
    const slugs = data.groups.map(({ slug }) => slug);
    const ids = data.events.map(({ start, id }) => `${start} ${id}`);
    for (const keys of [files, slugs, ids]) expect(keys).toEqual([...new Set(keys)].sort());
    expect(new Set(data.events.map(({ id }) => id)).size).toBe(data.events.length);
    expect(data.newestIssue).toBe(data.issues.at(-1)?.issue);
  });

  test("names only groups and issues that it has, and no listing twice", () => {
    const slugs = new Set(data.groups.map(({ slug }) => slug));
    const dates = new Set(data.issues.map(({ issue }) => issue));
    const listings = data.events.flatMap((event) => event.listings);
    expect(data.events.flatMap(({ groups }) => groups).filter(({ slug }) => !slugs.has(slug))).toEqual([]);
    expect(listings.filter(({ issue }) => !dates.has(issue))).toEqual([]);
    const keys = listings.map(({ issue, line, sub }) => `${issue}:${line}:${sub ?? 1}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("joins groups to groups that were printed by a name or an address of their own", async () => {
    const { join } = JSON.parse(String(await readFile("data/overrides.json")));
    const own = (slug: string) => {
      const { names = [], links = [] } = data.groups.find((group) => group.slug === slug) ?? {};
      return [...names, ...links.map(titleOf)].map(slugify);
    };
    for (const { into } of join) expect(own(into), into).toContain(into);
  });
});

describe.runIf(archive)("the archive", () => {
  test("data/events.json is what the program makes of it; ids that it has given stay", async () => {
    const issues = await archivedIssues();
    expect(issues.map(({ blob }) => blob)).toEqual(data.issues.map(({ blob }) => blob));
    const built = (await loadPipeline()).build(issues, data).data;
    const stored = new Set(data.events.map((event) => JSON.stringify(event)));
    const differing = built.events.filter((event) => !stored.has(JSON.stringify(event)));
    expect(differing.slice(0, 5), 'run "npm run -s sync -- --rebuild --from …"').toEqual([]);
    expect((await encode(built)).version).toBe(data.version);
  });

  test("its last issues, added to the file one by one, give the bytes of a build of all", async () => {
    const [issues, pipeline] = [await archivedIssues(), await loadPipeline()];
    let file = (await encode(pipeline.build(issues.slice(0, -6), null).data)).bytes;
    for (const issue of issues.slice(-6)) {
      file = (await encode(pipeline.add(await decode(file, "file"), [issue]).data)).bytes;
    }
    const whole = (await encode(pipeline.build(issues, null).data)).bytes;
    expect(Buffer.compare(file, whole)).toBe(0);
  });
});
