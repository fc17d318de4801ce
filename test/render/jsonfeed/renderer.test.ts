import fc from "fast-check";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { event } from "../events.ts";
import { FULL, hostileEvents, listText, oneText } from "../twins.ts";

describe("a JSON Feed", () => {
  test("conforms to version 1.1", () => {
    const { items, ...feed } = JSON.parse(listText("jsonfeed", [FULL], { next: "https://site.example/next" }));
    expect(feed).toEqual({
      version: "https://jsonfeed.org/version/1.1",
      title: "Rust events in Europe",
      home_page_url: "https://site.example/regions/europe",
      feed_url: "https://site.example/regions/europe.jsonfeed",
      next_url: "https://site.example/next",
      description:
        "Events from This Week in Rust (https://this-week-in-rust.org), licensed CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/",
      language: "en",
      authors: [{ name: "This Week in Rust", url: "https://this-week-in-rust.org/" }],
    });
    expect(items).toEqual([
      {
        id: "tag:calendar.example,2026:event/full",
        url: "https://events.example/full?a=1&b=2",
        title: 'Cancelled: Rust & "Friends" <3',
        summary: expect.stringMatching(/^2026-03-10 to 2026-03-12 · Portland/),
        content_html: expect.stringContaining("<p><strong>This event is cancelled.</strong></p>"),
        date_published: "2026-02-04T00:00:00Z",
        date_modified: "2026-03-04T00:00:00Z",
        authors: [{ name: "Rust A; B", url: "https://groups.example/a" }, { name: "Rust C" }],
        tags: ["Virtual", "North America", "Hybrid", "Conference"],
        _event: {
          about: "https://creativecommons.org/licenses/by-sa/4.0/",
          id: "full",
          start: "2026-03-10",
          end: "2026-03-12",
          mode: "hybrid",
          status: "cancelled",
          location: "Portland, Oregon, US / Toronto, Ontario, CA and online",
        },
      },
    ]);
  });

  test.each([null, "javascript:alert(1)"])("of one event has its title, and leads to our page for %s", (url) => {
    const feed = JSON.parse(oneText("jsonfeed", event({ url })));
    expect(feed.title).toBe("Hack and Learn");
    expect(feed.items[0].url).toBe("https://site.example/events/2026-03-10-hack-and-learn");
  });

  test("has the same content as the Atom feed, in the same order", () => {
    fc.assert(
      fc.property(hostileEvents, (events) => {
        const text = listText("jsonfeed", events);
        expect(JSON.parse(text).items.every(isWellFormed)).toBe(true);
        const items = parseJsonFeed(text).items ?? [];
        const entries = parseAtomFeed(listText("atom", events)).entries ?? [];
        expect(items.map(({ id, date_modified }) => ({ id, updated: date_modified }))).toEqual(
          entries.map(({ id, updated }) => ({ id, updated })),
        );
        expect(items.map(({ content_html }) => content_html?.replace(/[\ufffe\uffff]/g, "\ufffd"))).toEqual(
          entries.map(({ content }) => content?.value),
        );
      }),
    );
  });
});

/** Whether no string within holds half of a surrogate pair. */
function isWellFormed(value: unknown): boolean {
  return JSON.stringify(value).isWellFormed() && !/\\ud[89a-f]/i.test(JSON.stringify(value));
}
