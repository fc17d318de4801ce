import { describe, expect, test } from "vitest";
import { dataSet, event } from "../render/events.ts";
import { appOver } from "./service.ts";

const PATHS = ["/events.ics", "/regions/virtual.json", "/events/2014.ics", "/feeds.json", "/"];

describe.each(PATHS)("%s", (path) => {
  const app = appOver();

  test("gives 304 to a client that has it", async () => {
    const first = await app.request(path);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await app.request(path, { headers: { "if-none-match": tags } });
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
      expect(again.headers.get("cache-control")).toBe(first.headers.get("cache-control"));
    }
    const since = { "if-modified-since": first.headers.get("last-modified") ?? "" };
    expect((await app.request(path, { headers: since })).status).toBe(304);
  });

  test("gives 200 to a client that has another version", async () => {
    const { headers } = await app.request(path);
    const modified = headers.get("last-modified") ?? "";
    const before = new Date(Date.parse(modified) - 1000).toUTCString();
    const asked = [
      { "if-none-match": '"other"' },
      { "if-modified-since": before },
      { "if-modified-since": "nonsense" },
    ];
    for (const conditions of asked) expect((await app.request(path, { headers: conditions })).status).toBe(200);
    const both = { "if-none-match": '"other"', "if-modified-since": modified };
    expect((await app.request(path, { headers: both })).status).toBe(200);
  });

  test("has the same headers for HEAD, without a body", async () => {
    const [head, get] = [await app.request(path, { method: "HEAD" }), await app.request(path)];
    expect(await head.text()).toBe("");
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
    expect(get.headers.get("content-length")).toBe(String((await get.arrayBuffer()).byteLength));
  });

  test("is the same bytes for each request and each instance", async () => {
    const texts = [];
    for (const each of [app, app, appOver()]) texts.push(await (await each.request(path)).text());
    expect(new Set(texts).size).toBe(1);
  });
});

describe("as days pass", () => {
  const data = dataSet([event({ id: "old", start: "2026-01-01" }), event({ id: "new", start: "2026-06-01" })]);
  const asked = async (today: string) => {
    const { headers } = await appOver(data, today).request("/events.ics");
    return [headers.get("etag"), headers.get("last-modified")];
  };

  test("ETag and Last-Modified change only if the body changes", async () => {
    const first = await asked("2026-03-05");
    expect(await asked("2026-04-01")).toEqual(first);
    const [etag, modified] = await asked("2026-04-02");
    expect(etag).not.toBe(first[0]);
    expect(await asked("2026-05-01")).toEqual([etag, modified]);
  });

  test("a page of a list with `from` does not change", async () => {
    const many = dataSet(Array.from({ length: 9 }, (_, at) => event({ id: `e${at}`, start: `2026-03-0${at + 1}` })));
    const at = async (today: string) =>
      (await appOver(many, today).request("/events.json?from=2014-01-01&limit=2")).text();
    const first = await at("2026-03-05");
    expect(JSON.parse(first).next).toContain("cursor=");
    expect(await at("2026-06-05")).toBe(first);
  });

  test("Last-Modified is on the day before an issue or an event's end; it increases, and is never in the future", async () => {
    const modified = async (today: string) => Date.parse((await asked(today))[1] ?? "");
    expect(await modified("2026-03-05")).toBeGreaterThanOrEqual(Date.parse("2026-03-03"));
    expect(await modified("2026-03-05")).toBeLessThan(Date.parse("2026-03-04"));
    expect(await modified("2026-04-02")).toBeGreaterThanOrEqual(Date.parse("2026-04-01"));
    expect(await modified("2026-04-02")).toBeLessThan(Date.parse("2026-04-02"));
  });
});

describe("Last-Modified never goes back", () => {
  const paths = ["/events.ics", "/events.json?days=30", "/events/weekly.json", "/events", "/"];

  test.each(paths)(
    "%s: when issues are added on any day, even if events enter or leave on the same day",
    async (path) => {
      const first = Date.parse("2026-03-04");
      const dayAfter = (days: number) => new Date(first + days * 86_400_000).toISOString().slice(0, 10);
      const weekly = (issues: readonly string[]) =>
        dataSet(
          [
            event({ id: "weekly", listings: issues.map((issue) => ({ issue, number: null, line: 1, url: null })) }),
            ...Array.from({ length: 160 }, (_, at) => event({ id: `day-${at}`, start: dayAfter(at - 120) })),
            ...issues.map((issue) => event({ id: issue, start: issue, created: issue, updated: issue })),
          ],
          { newestIssue: issues.at(-1) ?? null, version: `of-${issues.length}` },
        );
      const moments: number[] = [];
      const issues = [dayAfter(0)];
      // Each issue is of a Wednesday, and taken in up to three days later, in the middle of the day.
      for (let day = 0; day < 60; day += 1) {
        const late = (Math.floor(day / 7) * 5) % 4;
        const asked = async () => {
          const { headers } = await appOver(weekly(issues), dayAfter(day)).request(path);
          moments.push(Date.parse(headers.get("last-modified") ?? ""));
        };
        await asked();
        if (day > 7 && day % 7 === late) issues.push(dayAfter(day - late));
        await asked();
      }
      expect(issues.length).toBeGreaterThan(6);
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    },
  );
});

test("a correction without a new issue changes Last-Modified", async () => {
  const modified = async (title: string, since?: string | null) => {
    const headers = since ? { "if-modified-since": since } : {};
    const response = await appOver(dataSet([event({ title })])).request("/events.ics", { headers });
    return [response.status, response.headers.get("last-modified")] as const;
  };
  const [, first] = await modified("Rust");
  expect(await modified("Rust", first)).toEqual([304, first]);
  for (const title of ["Rust, corrected", "Rust meetup", "Hack and learn"]) {
    const [status, second] = await modified(title, first);
    expect([title, status, second === first]).toEqual([title, 200, false]);
  }
});
