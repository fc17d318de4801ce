import { describe, expect, test } from "vitest";
import { fileStore } from "../../src/adapters/store/file.ts";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { createApp } from "../../src/http/app.ts";
import { addDays, type LocalDate } from "../../src/model/date.ts";
import type { DataSet } from "../../src/model/event.ts";
import type { SubscribeLinks } from "../../src/render/subscribe.ts";

const MEGABYTE = 1_000_000;
const site = { url: "https://rust-events.example.org", domain: "uid.example" };
const data = await fileStore("data/events.json").read();
const newest = data.newestIssue!;

function appOn(today: LocalDate, known: DataSet = data) {
  return createApp({ store: memoryStore(known), clock: { today: () => today }, site });
}

/** The day of the issue after which the default window held most events, and what was known by then. */
function densest(): { readonly day: LocalDate; readonly known: DataSet } {
  let [day, most] = ["", 0];
  for (const { issue } of data.issues) {
    const from = addDays(issue, -90);
    const count = data.events.filter(({ created, end }) => created <= issue && end >= from).length;
    if (count > most) [day, most] = [issue, count];
  }
  const events = data.events.filter(({ created }) => created <= day);
  return { day, known: { ...data, version: `as of ${day}`, newestIssue: day, events } };
}

describe("the default calendar", () => {
  test("is smaller than a megabyte, today and on the day with the most events", async () => {
    const { day, known } = densest();
    expect(known.events.length).toBeGreaterThan(100);
    for (const app of [appOn(newest), appOn(day, known)]) {
      const { byteLength } = await (await app.request("/events.ics")).arrayBuffer();
      expect(byteLength).toBeGreaterThan(50_000);
      expect(byteLength).toBeLessThan(MEGABYTE);
    }
  });

  test("the changes of the last issues are smaller than a megabyte in every format", async () => {
    const app = appOn(newest);
    for (const path of ["/changes", "/changes.json", "/changes.atom"])
      expect((await (await app.request(path)).arrayBuffer()).byteLength).toBeLessThan(MEGABYTE);
  });
});

describe("subscribe links", () => {
  test("have less than 256 characters, and few are missing", async () => {
    type Entry = Omit<SubscribeLinks, "https"> & { readonly path: string; readonly ics: string };
    const { feeds } = (await (await appOn(newest).request("/feeds.json")).json()) as { feeds: readonly Entry[] };
    expect(feeds.length).toBeGreaterThan(700);
    for (const { path, ics, webcal, google, outlook } of feeds)
      for (const link of [ics, webcal, google, outlook]) expect(link?.length ?? 0, path).toBeLessThan(256);
    expect(feeds.filter(({ webcal, google }) => webcal === null || google === null)).toEqual([]);
    expect(feeds.filter(({ outlook }) => outlook === null).length).toBeLessThan(3);
  });
});

describe("response headers", () => {
  test("stay below the limits of proxies: long filters omit the links to other formats, ordinary ones do not", async () => {
    const app = appOn(newest);
    const words = (count: number) => Array.from({ length: count }, (_, at) => `${"é".repeat(90)}${at}`).join(",");
    for (const path of ["/events", "/events.ics", "/events.json", "/changes.atom"]) {
      const { status, headers } = await app.request(`${path}?q=${encodeURIComponent(words(4))}`);
      const size = [...headers].reduce((sum, [name, value]) => sum + name.length + value.length, 0);
      expect([path, status, headers.get("link")?.includes('rel="license"')]).toEqual([path, 200, true]);
      expect(size, path).toBeLessThan(4_000);
      const usual = await app.request(`${path}?country=DE,CH&mode=in-person&q=embedded`);
      expect(usual.headers.get("link"), path).toContain('rel="alternate"');
    }
  });
});
