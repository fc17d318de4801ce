import { describe, expect, test } from "vitest";
import { dataSet, event } from "../render/events.ts";
import { appOver, DATA, listAt } from "./service.ts";

const app = appOver();

interface Catalogue {
  readonly feeds: readonly {
    readonly slug: string;
    readonly title: string;
    readonly path: string;
    readonly events: number;
    readonly upcoming: number;
    readonly ics: string;
    readonly webcal: string;
    readonly google: string;
    readonly outlook: string;
  }[];
}

async function textAt(path: string): Promise<string> {
  return (await app.request(path)).text();
}

describe("the catalogue", () => {
  test("lists the number of events of every feed", async () => {
    const { feeds } = (await (await app.request("/feeds.json")).json()) as Catalogue;
    expect(feeds.map(({ slug }) => slug).slice(0, 2)).toEqual(["events", "conferences"]);
    expect(feeds).toHaveLength(16);
    for (const feed of feeds) {
      expect(await listAt(app, `${feed.path}.json`)).toMatchObject({ total: feed.events, title: feed.title });
      expect(await listAt(app, `${feed.path}.json?from=2026-03-05`)).toMatchObject({ total: feed.upcoming });
    }
  });

  test("lists addresses that calendar programs accept", async () => {
    const { feeds } = (await (await app.request("/feeds.json")).json()) as Catalogue;
    expect(feeds.find(({ slug }) => slug === "rust-berlin")).toMatchObject({
      ics: "https://site.example/groups/rust-berlin.ics",
      webcal: "webcal://site.example/groups/rust-berlin.ics",
      google: "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fsite.example%2Fgroups%2Frust-berlin.ics",
      outlook:
        "https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Fsite.example%2Fgroups%2Frust-berlin.ics&name=Rust%20Berlin",
    });
    for (const { ics } of feeds) expect(ics.length).toBeLessThan(256);
  });
});

describe("the home page", () => {
  test("links to the page of every feed of the last year, and to subscribe to everything and to each region", async () => {
    const page = await textAt("/");
    for (const path of ["/events", "/regions/virtual", "/groups/rust-berlin"]) expect(page).toContain(`href="${path}"`);
    for (const path of ["/events.ics", "/regions/virtual.ics", "/regions/oceania.ics"])
      expect(page).toContain(`href="webcal://site.example${path}"`);
    expect(page).toContain(`cid=webcal%3A%2F%2Fsite.example%2Fevents.ics`);
    expect(page).not.toContain("/groups/rust-gone");
  });

  test.each([
    ["/?region=&country=&q=&from=&to=", "/events"],
    ["/?region=europe&country=&q=two+words&from=2026-01-01&to=", "/events?region=europe&q=two+words&from=2026-01-01"],
    ["/?region=nowhere&x=1", "/events?region=nowhere&x=1"],
    ["/?regoin=europe&utm_source=x", "/events?regoin=europe"],
  ])("leads from its form, %s, to %s", async (path, location) => {
    const response = await app.request(path);
    expect([response.status, response.headers.get("location")]).toEqual([302, location]);
  });

  test("ignores parameters that are not filters", async () => {
    expect((await app.request("/?utm_source=newsletter")).status).toBe(200);
  });

  test("links only to what exists", async () => {
    const page = await textAt("/");
    const own = [...page.matchAll(/href="(?:https:\/\/site\.example)?(\/[^"]*)"/g)].map((match) => match[1] ?? "");
    expect(own.length).toBeGreaterThan(20);
    for (const path of new Set(own))
      expect([path, (await app.request(path.replaceAll("&amp;", "&"))).status]).toEqual([path, 200]);
  });

  test("mentions only filters that exist", async () => {
    const shown = [...(await textAt("/")).matchAll(/<code>\?([^<]*)<\/code>/g)].map((match) => match[1] ?? "");
    expect(shown.length).toBeGreaterThan(5);
    const cities = dataSet([event()]);
    for (const search of shown)
      expect([search, (await appOver(cities).request(`/events.ics?${search}`)).status]).toEqual([search, 200]);
  });

  test("sorts groups by name, ignoring punctuation", async () => {
    const titles = ["[Buenos Aires] Rust", "rust Zürich", "Aarhus", "(C)"];
    const groups = titles.map((name, at) => event({ id: name, groups: [{ slug: `g${at}`, name, url: null }] }));
    const page = await (await appOver(dataSet(groups)).request("/")).text();
    const shown = [...page.matchAll(/<li><a href="\/groups\/g\d"><bdi>([^<]*)/g)].map((match) => match[1]);
    expect(shown).toEqual(["Aarhus", "[Buenos Aires] Rust", "(C)", "rust Zürich"]);
  });

  test("escapes texts of events and feeds", async () => {
    const page = await textAt("/");
    expect(page).toContain("Rust &lt;Online&gt;");
    expect(page).not.toContain("<script");
  });

  test("allows only its own style to be loaded", async () => {
    const { headers } = await app.request("/");
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("set-cookie")).toBeNull();
  });

  test("gives every link a distinct accessible name", async () => {
    const page = await textAt("/");
    const names = [...page.matchAll(/<a href="([^"]*)">(.*?)<\/a>/g)].map((match) => [
      match[1],
      match[2]?.replace(/<[^>]*>/g, ""),
    ]);
    const byName = Map.groupBy(names, ([, name]) => name);
    for (const [name, links] of byName) expect([name, new Set(links.map(([to]) => to)).size]).toEqual([name, 1]);
  });
});

test("health reports version, age and counts", async () => {
  const response = await app.request("/health");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toEqual({
    status: "ok",
    version: DATA.version,
    newestIssue: "2026-03-04",
    ageDays: 1,
    stale: false,
    counts: { issues: 0, groups: 3, events: 5 },
    trouble: null,
  });
});

test.each([
  ["2026-03-04", 0, false, "(today)"],
  ["2026-03-05", 1, false, "(yesterday)"],
  ["2026-03-18", 14, false, "(14 days ago)"],
  ["2026-03-19", 15, true, "(15 days ago)"],
])("on %s, health and the first page tell that the newest issue is %i days old", async (today, ageDays, stale, ago) => {
  const then = appOver(DATA, today);
  expect(await (await then.request("/health")).json()).toMatchObject({ newestIssue: "2026-03-04", ageDays, stale });
  const page = await (await then.request("/")).text();
  expect(page).toContain(`<time datetime="2026-03-04">4 March 2026</time> ${ago}`);
  expect(page.includes("Newer events are missing")).toBe(stale);
});

test("robots.txt allows everything", async () => {
  expect(await textAt("/robots.txt")).toBe("User-agent: *\nAllow: /\n");
});

test("an empty data set has a home page, a catalogue and valid calendars", async () => {
  const empty = appOver(dataSet([], { newestIssue: null }));
  for (const path of ["/", "/feeds.json", "/events.ics", "/events.json", "/health"])
    expect([path, (await empty.request(path)).status]).toEqual([path, 200]);
  expect(await (await empty.request("/health")).json()).toMatchObject({ ageDays: null, stale: true });
  expect(await (await empty.request("/")).text()).toContain("no issue has been added yet");
});
