import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { join, onceEach, pieceOf } from "../../src/render/bytes.ts";
import { createJsonEvents, publicEvent } from "../../src/render/json/event.ts";
import { renderEventList } from "../../src/render/json/renderer.ts";
import { subscribeLinks } from "../../src/render/subscribe.ts";
import { oneLine, webLink } from "../../src/render/text.ts";
import { anyEvents, event, oddText } from "./events.ts";

const HEAD = { title: "Rust events", self: "https://site.example/events.json", next: null, total: 9 };
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("a list of events", () => {
  test("is valid JSON with arbitrary records", () => {
    fc.assert(
      fc.property(anyEvents(5), oddText, (events, title) => {
        const list = JSON.parse(text(renderEventList({ ...HEAD, title }, events.map(createJsonEvents())).bytes));
        expect(list).toMatchObject({ title, count: events.length, total: 9, next: null });
        expect(list.events).toEqual(events.map(publicEvent));
      }),
    );
  });

  test("has one event per line", () => {
    const { bytes } = renderEventList(HEAD, [event(), event({ id: "other" })].map(createJsonEvents()));
    expect(text(bytes).trimEnd().split("\n")).toHaveLength(4);
  });
});

describe("a published record", () => {
  const bad = "javascript:alert(1)";
  const good = "https://events.example/x";

  test("keeps http(s) links unchanged and drops all others", () => {
    const shown = publicEvent(
      event({
        url: bad,
        links: [
          { text: "bad", url: bad },
          { text: "good", url: good },
        ],
        groups: [{ slug: "g", name: "G", url: bad }],
        listings: [{ issue: "2026-03-04", number: null, line: 1, url: bad }],
        history: [
          { issue: "2026-03-04", field: "url", from: good, to: bad },
          { issue: "2026-03-04", field: "title", from: bad, to: "Title" },
        ],
      }),
    );
    expect(shown.url).toBeNull();
    expect(shown.links).toEqual([{ text: "good", url: good }]);
    expect(shown.groups[0]?.url).toBeNull();
    expect(shown.listings[0]?.url).toBeNull();
    expect(shown.history).toMatchObject([
      { from: good, to: null },
      { from: bad, to: "Title" },
    ]);
    expect(publicEvent(event())).toEqual({ ...event(), kind: "meetup" });
  });

  test.each([
    ["https://a.example/ä?b=1#c", "https://a.example/%C3%A4?b=1#c"],
    ["HTTP://A.example", "http://a.example/"],
    ["https://a.example/\n<script>", "https://a.example/%3Cscript%3E"],
    ["java\nscript:alert(1)", null],
    [" javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["//a.example", null],
    ["a.example", null],
    ["", null],
  ])("links %j to %j", (address, link) => expect(webLink(address)).toBe(link));
});

describe("pieces", () => {
  test("are concatenated, with a digest that depends on the parts", () => {
    const [a, b] = [pieceOf("a"), pieceOf("ä")];
    expect(text(join([a, b, a]).bytes)).toBe("aäa");
    expect(join([a, b]).digest).toEqual(join([pieceOf("a"), pieceOf("ä")]).digest);
    expect(join([a, b]).digest).not.toEqual(join([b, a]).digest);
    expect(join([]).bytes).toHaveLength(0);
  });

  test("are rendered once for each object", () => {
    let calls = 0;
    const render = onceEach(({ id }: { id: string }) => {
      calls += 1;
      return id;
    });
    const inputs = Array.from({ length: 50 }, (_, index) => ({ id: String(index).repeat(20_000) }));
    for (const input of [...inputs, ...inputs]) expect(text(render(input).bytes)).toBe(input.id);
    expect(calls).toBe(50);
  });
});

test.each([
  ["a\r\nb\tc\0d\u2028e\u0085f", "a b c d e f"],
  ["  a  ", "a"],
  ["👩‍🚀 é", "👩‍🚀 é"],
  ["a\uffffb\u{10fffe}c\ufdd0", "a b c"],
])("%j on one line is %j", (given, line) => expect(oneLine(given)).toBe(line));

test("subscribe links work for sites without https", () => {
  expect(subscribeLinks("http://localhost:8787/events.ics", "A & B")).toEqual({
    https: "http://localhost:8787/events.ics",
    webcal: "webcal://localhost:8787/events.ics",
    google: "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Flocalhost%3A8787%2Fevents.ics",
    outlook:
      "https://outlook.live.com/calendar/0/addfromweb?url=http%3A%2F%2Flocalhost%3A8787%2Fevents.ics&name=A%20%26%20B",
  });
});
