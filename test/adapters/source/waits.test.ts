import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { githubSource } from "../../../src/adapters/source/github.ts";
import { SourceUnreachable } from "../../../src/ports.ts";
import { type FakeGitHub, fakeGitHub, status } from "./fake-github.ts";

const DAY = 86_400_000;
let github: FakeGitHub;
beforeAll(async () => {
  github = await fakeGitHub({ "content/2025-01-01-x.md": "# x" });
});
beforeEach(() => {
  github.calm();
  github.requests.length = 0;
});
afterAll(() => github.close());

/** How long GitHub asked to wait, in milliseconds, when its only answer was 429 with these headers. */
async function waitFor(headers: Record<string, string>): Promise<number | null> {
  github.trouble("/commits/", status(429, headers));
  const source = githubSource({ repository: "o/r", api: github.url, raw: github.url, tries: 1 });
  const error = await source.list().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SourceUnreachable);
  return (error as SourceUnreachable).waitMs;
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toUTCString();

test.each<[string, Record<string, string>, number | null]>([
  ["a number", { "retry-after": "3600" }, 3_600_000],
  ["nought", { "retry-after": "0" }, 0],
  ["a year", { "retry-after": "31536000" }, DAY],
  ["a huge number", { "retry-after": "9".repeat(400) }, DAY],
  ["a date far ahead", { "retry-after": "Fri, 31 Dec 9999 23:59:59 GMT" }, DAY],
  ["a date long ago", { "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" }, 0],
  ["a negative number", { "retry-after": "-5" }, null],
  ["a fraction", { "retry-after": "1.5" }, null],
  ["garbage", { "retry-after": "in March 3" }, null],
  ["nothing", { "retry-after": "" }, null],
  ["a limit that ends far ahead", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "9".repeat(30) }, DAY],
  ["a limit that ended", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" }, 0],
  ["a limit that ends at no time", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "-1e9" }, null],
])("%s: %j means %d ms, at most a day", async (_, headers, wait) => {
  expect(await waitFor(headers)).toBe(wait);
});

test("a date means a wait from now", async () => {
  const wait = await waitFor({ "retry-after": inAnHour() });
  expect(Math.abs((wait ?? 0) - 3_600_000)).toBeLessThan(60_000);
});

test("a source that asks for no wait is not retried faster", async () => {
  github.trouble("/commits/", ...Array.from({ length: 3 }, () => status(429, { "retry-after": "0" })));
  const begun = performance.now();
  await githubSource({ repository: "o/r", api: github.url, raw: github.url, firstWaitMs: 40 }).list();
  expect(performance.now() - begun).toBeGreaterThan(40 + 80 + 160 - 5);
});
