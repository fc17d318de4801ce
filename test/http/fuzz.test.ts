import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nodeEncoders } from "../../src/adapters/node/compress.ts";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { createApp } from "../../src/http/app.ts";
import { isForeign } from "../../src/query/foreign.ts";
import { oddText } from "../render/events.ts";
import { runs } from "../runs.ts";
import { DATA, SITE, TODAY } from "./service.ts";

const app = createApp({
  store: memoryStore(DATA),
  clock: { today: () => TODAY },
  site: SITE,
  encoders: nodeEncoders(),
});

const FOLDERS = ["events", "regions", "groups", "countries", "cities", "changes", "feeds", "health", ".well-known"];
const PARTS = [
  "virtual",
  "europe",
  "rust-berlin",
  "2014",
  "hybrid",
  "de",
  "berlin-de",
  "caldav",
  "..",
  "%00",
  "%zz",
  "",
];
const ENDINGS = ["", ".ics", ".json", ".atom", ".geojson", ".csv", ".jscal", ".ICS", ".xml", "/", ".ics/", "%2Eics"];
const NAMES =
  "region country city group mode from to days q near radius multiday cancelled starts tz weekday timed online limit cursor".split(
    " ",
  );
const VALUES = [
  "virtual",
  "DE",
  "2026-01-01",
  "2026-13-40",
  "1",
  "-1",
  "1e9",
  "NaN",
  "51,13",
  "0,0",
  "hide",
  "only",
  "include",
  "22:00-02:00",
  "Europe/Berlin",
  "tue",
  ",",
];
const METHODS = ["GET", "GET", "GET", "GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PROPFIND", "REPORT", "BREW"];
const HEADERS = ["accept", "accept-encoding", "if-none-match", "if-modified-since", "range", "origin", "user-agent"];

const escaped = oddText.map((text) => encodeURIComponent(text.toWellFormed()));
const raw = oddText.map((text) => text.toWellFormed().replace(/[\s#\\]/g, ""));
const part = fc.oneof(fc.constantFrom(...PARTS), escaped, raw);
const path = fc
  .tuple(fc.oneof(fc.constantFrom(...FOLDERS), part), fc.array(part, { maxLength: 2 }), fc.constantFrom(...ENDINGS))
  .map(([folder, parts, ending]) => `/${[folder, ...parts].join("/")}${ending}`);
const parameter = fc
  .tuple(fc.oneof(fc.constantFrom(...NAMES), escaped, raw), fc.oneof(fc.constantFrom(...VALUES), escaped, raw))
  .map((pair) => pair.join("="));
const search = fc.array(parameter, { maxLength: 5 }).map((all) => (all.length === 0 ? "" : `?${all.join("&")}`));
const latin = fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) });
const headers = fc.dictionary(fc.constantFrom(...HEADERS), latin, { maxKeys: 4 });
const request = fc.record({ method: fc.constantFrom(...METHODS), target: fc.tuple(path, search), headers });

interface Problem {
  readonly status: number;
  readonly allowed?: readonly unknown[];
  readonly errors?: readonly { readonly allowed: readonly unknown[] }[];
}

const isList = (given: unknown) => Array.isArray(given) && given.length > 0;

async function ask(address: string, init: RequestInit): Promise<Response> {
  const response = await app.fetch(new Request(SITE.url + address, init));
  const { status } = response;
  expect([address, status >= 200 && status < 500]).toEqual([address, true]);
  const bytes = await response.clone().arrayBuffer();
  if (status >= 400 && init.method !== "HEAD") {
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem: Problem = JSON.parse(new TextDecoder().decode(bytes));
    expect(problem.status).toBe(status);
    expect([address, isList(problem.allowed) || isList(problem.errors)]).toEqual([address, true]);
  }
  if (status === 405) expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  return response;
}

describe("10,000 invalid queries", { timeout: 300_000 }, () => {
  test("are answered, or rejected with the allowed values", async () => {
    await fc.assert(
      fc.asyncProperty(request, async ({ method, target: [where, how], headers: given }) => {
        const response = await ask(where + how, { method, headers: given });
        const type = response.headers.get("content-type") ?? "";
        // A calendar program that finds a page in place of a calendar forgets all events.
        if (response.status === 200 && /\.ics$/.test(where)) expect(type).toBe("text/calendar; charset=utf-8");
      }),
      { numRuns: runs(10_000) },
    );
  });

  test("never get the unfiltered calendar", async () => {
    const whole = (await app.request("/events.ics")).headers.get("etag");
    const unknown = fc.oneof(escaped, raw).filter((name) => !/^(?:%00|)$/.test(name) && !/[&?=#]/.test(name));
    await fc.assert(
      fc.asyncProperty(unknown, fc.oneof(fc.constantFrom(...VALUES), escaped), async (name, value) => {
        const address = `/events.ics?${name}=${value}`;
        const asked = [...new URL(SITE.url + address).searchParams.keys()];
        if (asked.length === 0 || asked.some((each) => NAMES.includes(each) || isForeign(each, "1"))) return;
        const response = await ask(address, { method: "GET" });
        expect([address, response.status, response.headers.get("etag") === whole]).toEqual([address, 400, false]);
      }),
      { numRuns: runs(2_000) },
    );
  });
});
