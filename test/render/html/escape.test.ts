import fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import type { EventRecord } from "../../../src/model/event.ts";
import { htmlRenderer } from "../../../src/render/html/renderer.ts";
import { runs } from "../../runs.ts";
import { anyEvents, event, oddText } from "../events.ts";
import { headOf } from "./head.ts";

const renderer = htmlRenderer({ url: "https://site.example" });
const decoder = new TextDecoder("utf-8", { fatal: true });

const listOf = (title: string, events: readonly EventRecord[]) =>
  decoder.decode(renderer.list(headOf("/events", { title, total: events.length }), events).bytes);
const pageOf = (one: EventRecord) =>
  decoder.decode(renderer.one(headOf("/events/one", { title: one.title }), one).bytes);

/** The tags of a page, each with the name of its element. */
const tagsOf = (page: string) => [...page.matchAll(/<\/?([a-z][a-z0-9]*)\b[^>]*>/gi)];

/** Elements of pages of events whose text is harmless. */
const ELEMENTS: ReadonlySet<string> = new Set(
  [
    pageOf(event()),
    listOf("x", [event({ start: "2020-01-01", status: "cancelled" }), event()]),
    listOf("x", []),
  ].flatMap((page) => tagsOf(page).map((tag) => tag[1] ?? "")),
);

test("titles, names and links are escaped, and unsafe links are omitted", () => {
  fc.assert(
    fc.property(oddText, anyEvents(6), (title, events) => {
      for (const page of [listOf(title, events), ...events.map(pageOf)]) {
        const tags = tagsOf(page);
        expect(tags.map((tag) => tag[1] ?? "").filter((name) => !ELEMENTS.has(name))).toEqual([]);
        const scripts = tags.filter((tag) => tag[1] === "script" && !tag[0].startsWith("</"));
        expect(scripts.every((tag) => tag[0] === '<script type="application/ld+json">')).toBe(true);
        const links = [...page.matchAll(/ href="([^"]*)"/g)].map((match) => match[1] ?? "");
        expect(links.filter((link) => !/^(https?:|webcal:|\/(?!\/)|#main$|data:,$)/.test(link))).toEqual([]);
        expect(page).not.toMatch(/[^\P{Cc}\n]/u);
      }
    }),
    { numRuns: runs(60) },
  );
});

test("texts cannot end the JSON-LD element", () => {
  const page = pageOf(event({ title: "</script><script>alert(1)</script><!--", status: "cancelled" }));
  expect(page.match(/<script/g)).toHaveLength(1);
  const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
  expect(JSON.parse(json)).toMatchObject({ name: "</script><script>alert(1)</script><!--" });
});

test("texts are isolated for bidirectional scripts", () => {
  const title = "مرحبا Rust שלום";
  const groups = [{ slug: "rust", name: "ראסט", url: null }];
  for (const page of [listOf(title, [event({ title, groups })]), pageOf(event({ title, groups }))]) {
    expect(page).toContain(`<h1><bdi>${title}</bdi></h1>`);
    expect(page).toContain("<bdi>ראסט</bdi>");
  }
});

test("pages with arbitrary texts are valid HTML", () => {
  const judge = new HtmlValidate({ extends: ["html-validate:standard"], rules: { "doctype-style": "off" } });
  fc.assert(
    fc.property(oddText, anyEvents(4), (title, events) => {
      for (const page of [listOf(title, events), ...events.map(pageOf)]) {
        const { results } = judge.validateStringSync(page);
        expect(
          results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
        ).toEqual([]);
      }
    }),
    { numRuns: runs(25) },
  );
});
