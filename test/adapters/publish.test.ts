import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { publicationOf, publishedAt, publishedIn, writePublication } from "../../src/adapters/publish.ts";
import { appOver, DATA, SITE, TODAY } from "../http/service.ts";
import { pipe } from "./odd-files.ts";

const folder = mkdtempSync(join(tmpdir(), "twir-feeds-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = (published: readonly string[] = []) => publicationOf(appOver(), DATA, SITE.url, published);

describe("the publication", () => {
  test("contains all events, the seven regions, the groups of the last year and an index", async () => {
    const paths = [...(await files()).keys()];
    expect(paths[0]).toBe("events.ics");
    expect(paths.filter((path) => path.startsWith("regions/"))).toHaveLength(7);
    const groups = paths.filter((path) => path.startsWith("groups/"));
    expect(groups).toEqual(["groups/rust-berlin.ics", "groups/rust-online.ics"]);
    expect(paths.at(-1)).toBe("index.json");
  });

  test("has the same bytes as the app on the same paths", async () => {
    const app = appOver(DATA, TODAY);
    for (const [path, bytes] of await files()) {
      if (path === "index.json") continue;
      const response = await app.request(`/${path}`);
      expect([response.status, path, await response.text()]).toEqual([200, path, new TextDecoder().decode(bytes)]);
    }
  });

  test("lists its files, each with its title and number of events", async () => {
    const all = await files();
    const index = JSON.parse(new TextDecoder().decode(all.get("index.json")));
    expect(index).toMatchObject({
      url: SITE.url,
      newestIssue: DATA.newestIssue,
      license: expect.stringContaining("by-sa"),
    });
    expect(index.feeds.map(({ file }: { file: string }) => file)).toEqual([...all.keys()].slice(0, -1));
    expect(index.feeds[0]).toMatchObject({ kind: "events", title: "Rust events", upcoming: 3 });
  });

  test("keeps a calendar whose group was joined to another, with the events of that group", async () => {
    const groups = DATA.groups.map((group) =>
      group.slug === "rust-online" ? { ...group, aliases: ["rust-remote", "rust-never-published"] } : group,
    );
    const data = { ...DATA, groups };
    const kept = await publicationOf(appOver(data), data, "", ["groups/rust-remote.ics"]);
    expect(kept.get("groups/rust-remote.ics")).toEqual(kept.get("groups/rust-online.ics"));
    expect(kept.has("groups/rust-never-published.ics")).toBe(false);
  });

  test("keeps a calendar that may have subscribers", async () => {
    const old = { ...DATA, groups: DATA.groups.map((group) => ({ ...group, lastSeen: "2015-01-01" })) };
    const app = appOver(old);
    expect([...(await publicationOf(app, old, "")).keys()].filter((path) => path.startsWith("groups/"))).toEqual([]);
    const kept = await publicationOf(app, old, "", ["groups/rust-gone.ics", "groups/never-listed.ics"]);
    expect([...kept.keys()].filter((path) => path.startsWith("groups/"))).toEqual(["groups/rust-gone.ics"]);
    expect(new TextDecoder().decode(kept.get("groups/rust-gone.ics"))).toMatch(
      /^BEGIN:VCALENDAR\r\n(?!.*BEGIN:VEVENT).*END:VCALENDAR\r\n$/s,
    );
  });
});

test("only changed files are written", async () => {
  const all = await files();
  expect(await writePublication(folder, all)).toEqual([...all.keys()]);
  expect((await publishedIn(folder)).sort()).toEqual([...all.keys()].slice(0, -1).sort());
  const long = new Date("2020-01-01");
  utimesSync(join(folder, "events.ics"), long, long);
  const changed = new Map(all).set("index.json", new TextEncoder().encode("{}\n"));
  expect(await writePublication(folder, changed)).toEqual(["index.json"]);
  expect(readFileSync(join(folder, "index.json"), "utf8")).toBe("{}\n");
  expect(statSync(join(folder, "events.ics")).mtime).toEqual(long);
});

test("the folder contains the address that it was written for", async () => {
  expect(await publishedAt(folder)).toBe("");
  await writePublication(folder, await files());
  expect(await publishedAt(folder)).toBe(SITE.url);
  await writePublication(folder, await publicationOf(appOver(), DATA, ""));
  expect(await publishedAt(folder)).toBe("");
  await writePublication(folder, new Map([["index.json", new TextEncoder().encode("half of it")]]));
  expect(await publishedAt(folder)).toBe("");
});

describe("links in the folder", () => {
  const outside = mkdtempSync(join(tmpdir(), "twir-outside-"));
  afterEach(() => rmSync(outside, { recursive: true, force: true }));
  const one = (path: string) => new Map([[path, new TextEncoder().encode("calendar")]]);

  test.each([
    ["a folder", "groups", "groups/rust-berlin.ics", outside],
    ["a file", "events.ics", "events.ics", join(outside, "precious")],
    ["a file by way of another link", "events.ics", "events.ics", join(folder, "link", "precious")],
  ])("to %s outside are not followed", async (_, link, path, to) => {
    mkdirSync(folder, { recursive: true });
    mkdirSync(outside, { recursive: true });
    writeFileSync(join(outside, "precious"), "precious");
    symlinkSync(outside, join(folder, "link"));
    symlinkSync(to, join(folder, link));
    await expect(writePublication(folder, new Map([...one("all.ics"), ...one(path)]))).rejects.toThrow(
      `${join(folder, path)}: is outside the folder, at ${outside}`,
    );
    expect(readdirSync(outside)).toEqual(["precious"]);
    expect(readFileSync(join(outside, "precious"), "utf8")).toBe("precious");
    expect(existsSync(join(folder, "all.ics"))).toBe(false);
  });

  test("within the folder are followed, and the folder may be a link itself", async () => {
    mkdirSync(join(folder, "2026", "clubs"), { recursive: true });
    symlinkSync("clubs", join(folder, "2026", "groups"));
    symlinkSync("2026", join(folder, "current"));
    await writePublication(join(folder, "current"), one("groups/rust-berlin.ics"));
    expect(readFileSync(join(folder, "2026", "clubs", "rust-berlin.ics"), "utf8")).toBe("calendar");
  });

  test("may be circular", async () => {
    await writePublication(folder, await files());
    for (const name of ["one", "two", "three"]) symlinkSync(".", join(folder, name));
    const there = await publishedIn(folder);
    expect(there).toContain("groups/rust-berlin.ics");
    expect(there.filter((path) => path.split("/").length > 2)).toEqual([]);
  });

  test("do not matter for a pipe, which is not waited for", async () => {
    mkdirSync(folder, { recursive: true });
    for (const name of ["index.json", "events.ics"]) pipe(join(folder, name));
    expect(await publishedAt(folder)).toBe("");
    await expect(writePublication(folder, one("events.ics"))).rejects.toThrow(
      /events\.ics: cannot be written, and is unchanged: it is a pipe/,
    );
  });
});

test("a missing folder contains no calendars", async () => {
  expect(await publishedIn(join(folder, "nowhere"))).toEqual([]);
});
