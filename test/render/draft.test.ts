import { expect, test } from "vitest";
import type { EventRecord } from "../../src/model/event.ts";
import { contentHtml } from "../../src/render/atom/content.ts";
import { COLUMNS } from "../../src/render/csv/columns.ts";
import { descriptionOf } from "../../src/render/describe.ts";
import { GEOJSON } from "../../src/render/geojson/renderer.ts";
import { eventPage } from "../../src/render/html/event-page.ts";
import { historyOf, sourcesOf } from "../../src/render/html/history.ts";
import { labelsOf } from "../../src/render/html/labels.ts";
import { jscalEvent } from "../../src/render/jscal/event.ts";
import { event } from "./events.ts";

const [OLD, DRAFT] = ["2026-03-04", "2026-03-11"];
const published = { issue: OLD, number: 640, line: 120, url: null } as const;
const draft = { issue: DRAFT, number: 641, line: 99, url: null, draft: true } as const;
const announced = event({ created: DRAFT, updated: DRAFT, listings: [draft] });
const changed = event({
  created: OLD,
  updated: DRAFT,
  title: "New",
  listings: [published, draft],
  history: [{ issue: DRAFT, field: "title", from: "Old", to: "New" }],
});
const repeated = event({ created: OLD, updated: OLD, listings: [published, draft] });

const listedIn = COLUMNS.find(([name]) => name === "listedIn")![1];
const json = (record: EventRecord) => JSON.stringify(jscalEvent(record, "d"));
const geojson = (record: EventRecord) =>
  JSON.parse(new TextDecoder().decode(GEOJSON.renderer({ url: "", domain: "d" }).one({} as never, record).bytes))
    .properties.listedIn;
const page = (record: EventRecord) =>
  eventPage(
    { title: "", region: null, self: "", next: null, total: 1, updated: OLD, today: OLD, address: () => "/events/x" },
    record,
  );
const ISSUE = "https://this-week-in-rust.org/blog/2026/03/04/this-week-in-rust-640/";
const LINK = /https:\/\/this-week-in-rust\.org\/blog\/2026\/03\/11/;

test("an event that is only in a draft says so, without a link to the issue", () => {
  const says = "Announced in the draft of This Week in Rust of 2026-03-11, which may still change.";
  expect(descriptionOf(announced)).toContain(`\n${says}`);
  expect(descriptionOf(announced)).not.toContain("Listed in");
  expect(contentHtml(announced)).toContain(`<p>${says}</p>`);
  expect(contentHtml(announced)).not.toContain("Listed in");
  expect(labelsOf(announced).map(String)).toEqual(["Announced in a draft"]);
  expect(sourcesOf(announced).map(String).join()).toMatch(/^the draft of This Week in Rust 641 of <time/);
  expect(page(announced)).toMatch(
    /<dt>Announced<\/dt><dd>in the draft of This Week in Rust of <time datetime="2026-03-11"/,
  );
  expect(page(announced)).not.toContain("First listed");
  expect([listedIn(announced), geojson(announced)]).toEqual([null, null]);
  for (const text of [descriptionOf(announced), contentHtml(announced), page(announced), json(announced)])
    expect(text).not.toMatch(LINK);
  expect(json(announced)).not.toContain('"via"');
});

test("an event changed by a draft says so, with the issue that first listed it", () => {
  const says = "Changed in the draft of This Week in Rust of 2026-03-11, which may still change.";
  expect(descriptionOf(changed)).toContain(`Listed in This Week in Rust 640 of 2026-03-04: ${ISSUE}\n${says}`);
  expect(contentHtml(changed)).toContain(`<p>${says}</p>`);
  expect(contentHtml(changed)).toContain(`Listed in <a href="${ISSUE}">`);
  expect(labelsOf(changed).map(String)).toEqual(["Changed in a draft"]);
  expect(String(historyOf(changed)[0])).toContain(", in the draft of This Week in Rust 641 of ");
  expect(page(changed)).toMatch(/<dt>Changed<\/dt><dd>in the draft of/);
  expect(page(changed)).not.toMatch(LINK);
  expect([listedIn(changed), geojson(changed)]).toEqual([ISSUE, ISSUE]);
});

test("an event that a draft merely lists again does not change", () => {
  const before = event({ created: OLD, updated: OLD, listings: [published] });
  expect(descriptionOf(repeated)).toBe(descriptionOf(before));
  expect(contentHtml(repeated)).toBe(contentHtml(before));
  expect(labelsOf(repeated)).toEqual([]);
});
