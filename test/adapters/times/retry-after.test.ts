import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { retryAfterMs } from "../../../src/adapters/times/retry-after.ts";

const NOW = Date.parse("2026-11-12T10:00:00Z");
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

describe("retryAfterMs", () => {
  it.each([
    ["120", 120_000],
    [" 120 ", 120_000],
    ["0", 0],
    ["604800", WEEK],
    ["604801", WEEK],
    ["9".repeat(400), WEEK],
    ["Thu, 12 Nov 2026 11:00:00 GMT", HOUR],
    ["Thursday, 12-Nov-26 11:00:00 GMT", HOUR],
    ["Thu Nov 12 11:00:00 2026", HOUR],
    ["Thu, 12 Nov 2026 10:00:00 GMT", 0],
    ["Wed, 11 Nov 2026 11:00:00 GMT", 0],
    ["Fri, 12 Nov 2100 11:00:00 GMT", WEEK],
  ])("%j: %d", (header, wait) => {
    expect(retryAfterMs(header, NOW)).toBe(wait);
  });

  it.each([
    null,
    "",
    "soon",
    "-5",
    "1.5",
    "1e3",
    "0x10",
    "120, 60",
    "2026-11-12T11:00:00Z",
    "Thu, 99 Nov 2026 11:00:00 GMT",
  ])("%j: null", (header) => {
    expect(retryAfterMs(header, NOW)).toBeNull();
  });

  it("is between 0 and 7 days, or null, for any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.integer().map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (text) => {
          const wait = retryAfterMs(text, NOW);
          expect(wait === null || (wait >= 0 && wait <= WEEK)).toBe(true);
        },
      ),
    );
  });
});
