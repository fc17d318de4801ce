import fc from "fast-check";
import { parseAtomFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { summaryOf } from "../../../src/render/describe.ts";
import { oneLine } from "../../../src/render/text.ts";
import { event } from "../events.ts";
import { FULL, hostileEvents, listText, oneText } from "../twins.ts";
import { checkXml } from "./xml.ts";

const atom = (...given: Parameters<typeof listText> extends [unknown, ...infer Rest] ? Rest : never) =>
  listText("atom", ...given);

describe("an Atom feed", () => {
  test("conforms to RFC 4287", () => {
    expect(atom([FULL])).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>tag:calendar.example,2026:regions/europe</id>
<title>Rust events in Europe</title>
<updated>2026-03-04T00:00:00Z</updated>
<link rel="self" type="application/atom+xml" href="https://site.example/regions/europe.atom"/>
<link rel="alternate" type="text/html" href="https://site.example/regions/europe"/>
<link rel="related" type="text/calendar" href="https://site.example/regions/europe.ics"/>
<link rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/"/>
<author><name>This Week in Rust</name><uri>https://this-week-in-rust.org/</uri></author>
<rights>Events from This Week in Rust (https://this-week-in-rust.org), licensed CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/</rights>
<generator>twir-calendar</generator>
<entry>
<id>tag:calendar.example,2026:event/full</id>
<title>Cancelled: Rust &amp; &quot;Friends&quot; &lt;3</title>
<updated>2026-03-04T00:00:00Z</updated>
<published>2026-02-04T00:00:00Z</published>
<link rel="alternate" type="text/html" href="https://events.example/full?a=1&amp;b=2"/>
<link rel="self" type="application/atom+xml" href="https://site.example/events/full.atom"/>
<link rel="related" type="text/calendar" href="https://site.example/events/full.ics"/>
<link rel="related" title="Stream" href="https://video.example/1;2"/>
<author><name>Rust A; B</name><uri>https://groups.example/a</uri></author>
<author><name>Rust C</name></author>
<category term="Virtual"/>
<category term="North America"/>
<category term="Hybrid"/>
<category term="Conference"/>
<summary>2026-03-10 to 2026-03-12 · Portland, Oregon, US / Toronto, Ontario, CA and online · Rust A; B, Rust C</summary>
<content type="html">${[
      "<p><strong>This event is cancelled.</strong></p>",
      '<p>When: <time datetime="2026-03-10">2026-03-10</time> to <time datetime="2026-03-12">2026-03-12</time></p>',
      "<p>Where: Portland, Oregon, US / Toronto, Ontario, CA and online</p>",
      '<p>Organised by <a href="https://groups.example/a">Rust A; B</a></p>',
      "<p>Organised by Rust C</p>",
      '<p><a href="https://events.example/full?a=1&amp;b=2">Page of the event</a></p>',
      '<p><a href="https://video.example/1;2">Stream</a></p>',
      "<ul><li>2026-02-11: First day changed: 2026-03-09 → 2026-03-10</li></ul>",
      '<p>Listed in <a href="https://this-week-in-rust.org/blog/2026/03/04/this-week-in-rust-640/">This Week in Rust 640 of 2026-03-04</a></p>',
    ]
      .join("")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")}</content>
</entry>
</feed>
`);
  });

  test("is sorted by change, newest first, then by start", () => {
    const days = [
      { id: "a", start: "2026-03-01", updated: "2026-02-04" },
      { id: "b", start: "2026-03-02", updated: "2026-03-04" },
      { id: "c", start: "2026-03-03", updated: "2026-02-04" },
      { id: "d", start: "2026-03-04", updated: "2026-03-04" },
    ];
    const { entries } = parseAtomFeed(atom(days.map(event)));
    expect(entries?.map(({ id }) => id?.split("/").at(-1))).toEqual(["b", "d", "a", "c"]);
  });

  test("changes only if its events change, not with each issue", () => {
    const at = (updated: string) => atom([event({ updated: "2026-02-04" })], { updated });
    expect(at("2026-03-04")).toBe(at("2026-03-11"));
    expect(at("2026-03-04")).toContain("<updated>2026-02-04T00:00:00Z</updated>\n<link");
    expect(atom([])).toContain("<updated>2026-03-04T00:00:00Z</updated>");
    expect(atom([], { updated: null })).toContain("<updated>2013-06-07T00:00:00Z</updated>");
  });

  test.each([
    [{ status: "cancelled" }, "<strong>This event is cancelled.</strong>"],
    [{ status: "postponed" }, "<strong>This event is postponed. The new date is not known yet.</strong>"],
    [{ state: "unlisted" }, "<strong>The newest issue no longer lists this event. Ask the organiser whether it takes"],
  ] as const)("says first that it is doubtful: %j", (given, said) => {
    expect(parseAtomFeed(atom([event(given)])).entries?.[0]?.content?.value).toMatch(new RegExp(`^<p>${said}`));
    expect(atom([event()])).not.toContain("strong");
  });

  test("has ids that depend on the filters, but not on the site's address", () => {
    const id = (address: string) => /<id>(.*)<\/id>/.exec(atom([], { address: () => address }))?.[1];
    expect(id("https://site.example/events?region=virtual&q=a+b%26c")).toBe(
      "tag:calendar.example,2026:events?region=virtual&amp;q=a+b%26c",
    );
  });

  test("links to the next page, and to our page of events without one", () => {
    const next = "https://site.example/regions/europe.atom?limit=1&cursor=x";
    const feed = parseAtomFeed(atom([event({ url: "javascript:alert(1)" })], { next }));
    expect(feed.links).toContainEqual({ rel: "next", type: "application/atom+xml", href: next });
    expect(feed.entries?.[0]?.links?.[0]).toEqual({
      rel: "alternate",
      type: "text/html",
      href: "https://site.example/events/2026-03-10-hack-and-learn",
    });
  });

  test("of one event is a feed with one entry", () => {
    const text = oneText("atom", FULL);
    checkXml(text);
    const feed = parseAtomFeed(text);
    expect(feed.title?.value).toBe('Cancelled: Rust & "Friends" <3');
    expect(feed.entries?.map(({ id }) => id)).toEqual(["tag:calendar.example,2026:event/full"]);
  });

  test("is well-formed, and contains the texts of arbitrary events", () => {
    fc.assert(
      fc.property(hostileEvents, (events) => {
        const text = atom(events);
        checkXml(text);
        const entries = new Map(parseAtomFeed(text).entries?.map((entry) => [entry.id, entry]));
        expect(entries.size).toBe(events.length);
        for (const given of events) {
          const entry = entries.get(`tag:calendar.example,2026:event/${given.id}`);
          expect(entry?.title?.value).toBe(summaryOf(given).replace(/[\ufffe\uffff]/g, "\ufffd"));
          expect(entry?.updated).toBe(`${given.updated}T00:00:00Z`);
          for (const { href } of entry?.links ?? []) expect(href).toMatch(/^https?:\/\/[^\s<>"]+$/);
          expect(entry?.authors ?? []).toHaveLength(given.groups.filter(({ name }) => oneLine(name)).length);
        }
      }),
    );
  });
});
