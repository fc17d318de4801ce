import { describe, expect, it } from "vitest";
import type { Answered } from "../../src/times/ask.ts";
import { mayAsk, robotsOf } from "../../src/times/robots.ts";

const PAGE = "https://www.example.org/rust/events/ical/";
const SECRET = "https://www.example.org/secret/page?x=1";

describe("mayAsk", () => {
  it.each([
    ["no rules", "", true, true],
    ["all forbidden to all", "User-agent: *\nDisallow: /", false, false],
    ["nothing forbidden", "User-agent: *\nDisallow:", true, true],
    ["one folder", "User-agent: *\nDisallow: /secret/", true, false],
    ["forbidden to us alone", "User-agent: twir-calendar\nDisallow: /\n\nUser-agent: *\nAllow: /", false, false],
    ["our name in any case", "user-AGENT: TWIR-Calendar\ndisALLOW: /secret", true, false],
    ["our name with a version", "User-agent: twir-calendar/1.0\nDisallow: /secret", true, false],
    ["allowed to us alone", "User-agent: *\nDisallow: /\n\nUser-agent: twir-calendar\nAllow: /", true, true],
    [
      "our own rules instead of those for all",
      "User-agent: twir-calendar\nDisallow: /x\n\nUser-agent: *\nDisallow: /",
      true,
      true,
    ],
    ["another program", "User-agent: other-bot\nDisallow: /", true, true],
    ["a name that ours begins with", "User-agent: twir\nDisallow: /", true, true],
    ["a name that begins with ours", "User-agent: twir-calendar-extra\nDisallow: /", true, true],
    ["several names at once", "User-agent: other-bot\nUser-agent: twir-calendar\nDisallow: /secret", true, false],
    ["two groups of one name", "User-agent: *\nDisallow: /rust\n\nUser-agent: *\nDisallow: /secret", false, false],
    ["the longer rule", "User-agent: *\nDisallow: /\nAllow: /rust/", true, false],
    ["the longer rule, whatever the order", "User-agent: *\nAllow: /secret\nDisallow: /secret/page", true, false],
    ["Allow where both are as long", "User-agent: *\nDisallow: /secret\nAllow: /secret", true, true],
    ["*", "User-agent: *\nDisallow: /*/page", true, false],
    ["$", "User-agent: *\nDisallow: /*/ical/$", false, true],
    ["$ where more follows", "User-agent: *\nDisallow: /secret/page$", true, true],
    ["a query", "User-agent: *\nDisallow: /*?x=", true, false],
    ["a path is not lower case", "User-agent: *\nDisallow: /SECRET", true, true],
    ["comments", "# Hello\nUser-agent: * # all\nDisallow: /secret # no", true, false],
    ["a byte order mark", "\uFEFFUser-agent: *\nDisallow: /secret", true, false],
    ["CRLF", "User-agent: *\r\nDisallow: /secret\r\n", true, false],
    ["CR", "User-agent: *\rDisallow: /secret\r", true, false],
    [
      "other lines between names",
      "User-agent: *\nSitemap: https://www.example.org/s.xml\nUser-agent: x\nDisallow: /secret",
      true,
      false,
    ],
    [
      "Crawl-delay between names",
      "User-agent: twir-calendar\nCrawl-delay: 9\nUser-agent: x\nDisallow: /secret",
      true,
      false,
    ],
    ["rules before any name", "Disallow: /\nUser-agent: x\nDisallow: /", true, true],
    ["a page instead", "<!DOCTYPE html><html><body>User-agent: Disallow: /</body></html>", true, true],
    ["a name of JavaScript's", "User-agent: __proto__\nDisallow: /", true, true],
  ])("%s", (_what, text, page, secret) => {
    expect([mayAsk(text, PAGE), mayAsk(text, SECRET)]).toEqual([page, secret]);
  });

  it("always allows robots.txt itself", () => {
    expect(mayAsk("User-agent: *\nDisallow: /", "https://www.example.org/robots.txt")).toBe(true);
  });

  it("disallows everything if the rules are unknown, and invalid addresses", () => {
    expect(mayAsk(null, PAGE)).toBe(false);
    expect(mayAsk("", "nonsense")).toBe(false);
  });

  it("accepts any text", () => {
    for (const text of ["User-agent", ":", "Disallow: /", `User-agent: *\nDisallow: /${"*a".repeat(5000)}`, "\0%%%"]) {
      expect(mayAsk(text, PAGE)).toBe(true);
    }
  });
});

describe("robotsOf", () => {
  const answered = (status: number): Answered => {
    const url = "https://www.example.org/robots.txt";
    return {
      kind: "answer",
      status,
      url,
      type: "text/plain",
      body: "# Write to us: owner@example.org\nUser-agent: * # all\n",
      retryAfterMs: null,
    };
  };

  it.each([
    [200, "User-agent: *"],
    [204, "User-agent: *"],
    [302, null],
    [304, null],
    [401, ""],
    [403, ""],
    [404, ""],
    [410, ""],
    [429, null],
    [500, null],
    [503, null],
  ])("status %d → %j", (status, text) => {
    expect(robotsOf(answered(status))).toBe(text);
  });

  it("is null without a response", () => {
    expect(robotsOf({ kind: "none", why: "timeout", message: "no complete response within 10 s" })).toBeNull();
  });
});
