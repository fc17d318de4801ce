import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EventRecord } from "../../src/model/event.ts";
import { VIEWS, type View } from "../../src/render/formats.ts";
import { recordLink, webLink } from "../../src/render/text.ts";
import { uri } from "../../src/render/uri.ts";
import { runs } from "../runs.ts";
import { addressesIn, notRfc3986 } from "./addresses.ts";
import { oddText, timedEvent } from "./events.ts";
import { listText, oneText } from "./twins.ts";

describe("a URL", () => {
  test.each([
    ['https://a.example/"x"', "https://a.example/%22x%22"],
    ['https://a"b`{}.example/', "https://a%22b%60%7B%7D.example/"],
    ["https://a.example/a b\tc", "https://a.example/a%20b%09c"],
    ["https://a.example/<>\\^`{|}", "https://a.example/%3C%3E%5C%5E%60%7B%7C%7D"],
    ["https://a.example/[1]?b[]=2#[c]", "https://a.example/%5B1%5D?b%5B%5D=2#%5Bc%5D"],
    ["https://[2001:db8::1]:8080/[1]", "https://[2001:db8::1]:8080/%5B1%5D"],
    ["https://me@[::1]/", "https://me@[::1]/"],
    ["https://a.example/?to=//x@[::1]/", "https://a.example/?to=//x@%5B::1%5D/"],
    ["https://a.example/100%", "https://a.example/100%25"],
    ["https://a.example/%zz%2f%", "https://a.example/%25zz%2f%25"],
    ["https://a.example/#one#two", "https://a.example/#one%23two"],
    ["https://a.example/münchen?q=東京", "https://a.example/m%C3%BCnchen?q=%E6%9D%B1%E4%BA%AC"],
    ["https://a.example/\ud800\u2028\0", "https://a.example/%EF%BF%BD%E2%80%A8%00"],
    ["https://a.example/\u017f\u212a", "https://a.example/%C5%BF%E2%84%AA"],
  ])("%j has the signs of RFC 3986: %s", (address, right) => {
    expect([uri(address), uri(right), notRfc3986(right)]).toEqual([right, right, false]);
  });

  test("of allowed characters is unchanged", () => {
    const allowed = "https://u:p@a.example:80/a/~b-c_d.e/;p=1,2:@&=+$!*'()%2F%c3%BC?x=1&y=/?:@#f?/";
    expect([uri(allowed), recordLink(allowed)]).toEqual([allowed, allowed]);
    expect(recordLink("https://A.example")).toBe("https://A.example");
  });

  test("is the same page in browsers", () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const link = webLink(`https://a.example/${text}`);
        expect(link === null || !notRfc3986(link)).toBe(true);
        if (link !== null) expect(uri(new URL(link).href)).toBe(link);
      }),
    );
  });
});

/** An event whose every address has signs that no address may have. */
const odd = (part: string): EventRecord => {
  const url = (name: string) => `https://a.example/${name}/${part}"<>[|]{}\\^\`%?q=["|%]#"#|`;
  const source = { kind: "page" as const, url: url("source") };
  return timedEvent(
    {},
    {
      url: url("page"),
      mode: "hybrid",
      time: { start: "2026-03-10T19:00:00", end: null, timeZone: null, source },
      calendar: { source, stale: "2026-03-01" },
      links: [
        { text: "stream", url: `https://www.twitch.tv/${part}"|[]` },
        { text: "host", url: 'https://a"b.example/' },
      ],
      groups: [{ slug: "rust-berlin", name: "Rust Berlin", url: url("group") }],
      listings: [{ issue: "2026-03-04", number: 640, line: 1, url: url("listing") }],
      history: [{ issue: "2026-03-04", field: "url", from: url("before"), to: url("page") }],
    },
  );
};

test.each(VIEWS)("%s contains only URLs that conform to RFC 3986, for any stored data", (view: View) => {
  fc.assert(
    fc.property(oddText, (part) => {
      const event = odd(part.replace(/\s|https?:/g, ""));
      for (const text of [listText(view, [event], { timed: true }), oneText(view, event, { timed: true })]) {
        const found = addressesIn(view, text);
        expect(found.some((address) => address.includes("%22"))).toBe(true);
        expect(found.filter(notRfc3986)).toEqual([]);
      }
    }),
    { numRuns: runs(50) },
  );
});
