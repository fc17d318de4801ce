import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { kindOf } from "../../src/kinds/kind.ts";
import { seriesOf } from "../../src/kinds/series.ts";
import type { DataSet } from "../../src/model/event.ts";
import { idsOf } from "../../src/model/event-ids.ts";
import type { Kind } from "../../src/model/kind.ts";

const read = (path: string) => JSON.parse(readFileSync(join(import.meta.dirname, path), "utf8"));
const { events } = read("../../data/events.json") as DataSet;
const byId = new Map(events.flatMap((event) => idsOf(event).map((id) => [id, event])));
/** Read by eye, without the rules' answers. */
const SAMPLE: Readonly<Record<string, Kind>> = read("sample.json");
/** Well-known conferences since 2016. */
const CONFERENCES: readonly (readonly [id: string, title: string, kind: Kind])[] = read("conferences.json");

const SERIES = seriesOf(events);
const yearsOf = (slug: string) =>
  SERIES.find((series) => series.slug === slug)?.editions.map(({ start }) => start.slice(0, 4));

it("200 random events have the kind that a reader gives them", () => {
  const given = Object.keys(SAMPLE).map((id) => [id, kindOf(byId.get(id)!)]);
  expect(Object.fromEntries(given)).toEqual(SAMPLE);
});

it("no well-known conference is missed", () => {
  expect(CONFERENCES.length).toBeGreaterThanOrEqual(60);
  expect(CONFERENCES.map(([id, title]) => [id, title, kindOf(byId.get(id)!)])).toEqual(CONFERENCES);
});

it("few events are anything but a meetup", () => {
  const conferences = events.filter((event) => kindOf(event) === "conference");
  expect(conferences.length / events.length).toBeLessThan(0.03);
});

it("editions of a conference are one series, whatever city, year or site they have", () => {
  for (const year of ["2016", "2017", "2018", "2022", "2025", "2026"]) expect(yearsOf("rustconf")).toContain(year);
  expect(yearsOf("eurorust")).toEqual(expect.arrayContaining(["2022", "2023", "2024", "2025"]));
  expect(yearsOf("rustfest")).toEqual(
    expect.arrayContaining(["2016", "2017", "2018", "2019", "2020", "2021", "2022", "2024"]),
  );
  expect(yearsOf("rustweek")).toEqual(expect.arrayContaining(["2023", "2024", "2025", "2026"]));
  expect(yearsOf("bettercode-rust")).toEqual(expect.arrayContaining(["2021", "2022", "2025"]));
});

it("each series has a slug of its own, and each conference is in one", () => {
  expect(new Set(SERIES.map(({ slug }) => slug)).size).toBe(SERIES.length);
  for (const { slug, name } of SERIES) {
    expect(slug).toMatch(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u);
    expect(name).not.toMatch(/\b20\d\d\b/);
  }
  const ids = SERIES.flatMap(({ editions }) => editions.map(({ id }) => id)).sort();
  expect(ids).toEqual(events.flatMap((event) => (kindOf(event) === "conference" ? [event.id] : [])).sort());
});

it("a conference without a known name is in a series by its site, or by its name without year and city", () => {
  const [event] = events;
  const edition = (id: string, title: string, url: string | null, start: string) => {
    return { ...event!, id, title, url, start, end: start };
  };
  const series = seriesOf([
    edition("a", "Ferris Conference 2024", "https://2024.ferris.example/", "2024-05-01"),
    edition("b", "The crab's Conference", "https://www.ferris.example/schedule", "2025-05-01"),
    edition("c", "Crab Summit 2025 (online)", null, "2025-06-01"),
    edition("d", "Crab Summit 2026: Berlin", null, "2026-06-01"),
  ]);
  expect(series.map(({ slug, editions }) => [slug, editions.map(({ id }) => id)])).toEqual([
    ["crab-summit", ["c", "d"]],
    ["ferris-conference", ["a", "b"]],
  ]);
});
