import { readFileSync } from "node:fs";
import { getIssues } from "@placemarkio/check-geojson";
import { parse } from "csv-parse/sync";
import { parseAtomFeed } from "feedsmith";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "../../src/model/date.ts";
import type { EventRecord } from "../../src/model/event.ts";
import { checkXml } from "./atom/xml.ts";
import { event } from "./events.ts";
import { group } from "./jscal/schema.ts";
import { listText, TWINS } from "./twins.ts";

/** What every format must tell of an event. */
interface Told {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly title: string;
}

/** As programs show it where there is no field for the status. */
const STATUS = /^(Cancelled|Postponed): /;

const last = (id: string | undefined) => id?.split("/").at(-1) ?? "";
const sorted = (all: readonly Told[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));

const READERS: Readonly<Record<(typeof TWINS)[number], (text: string) => readonly Told[]>> = {
  atom: (text) => {
    checkXml(text);
    return (parseAtomFeed(text).entries ?? []).map(({ id, title, content }) => {
      const days = [...(content?.value ?? "").matchAll(/<time datetime="([\d-]+)">/g)].map(([, day]) => day!);
      return { id: last(id), start: days[0]!, end: days.at(-1)!, title: title?.value ?? "" };
    });
  },
  jsonfeed: (text) =>
    JSON.parse(text).items.map(({ title, _event: { id, start, end } }: { title: string; _event: Told }) => ({
      id,
      start,
      end,
      title,
    })),
  geojson: (text) => {
    expect(getIssues(text)).toEqual([]);
    return JSON.parse(text).features.map(
      ({ id, properties: { start, end, title } }: { id: string; properties: Told }) => ({ id, start, end, title }),
    );
  },
  csv: (text) =>
    parse<Told>(text, { columns: true, record_delimiter: "\r\n" }).map(({ id, start, end, title }) => ({
      id,
      start,
      end,
      title,
    })),
  jscal: (text) =>
    group.parse(JSON.parse(text)).entries.map(({ uid, start, duration, title }) => ({
      id: uid.split("@")[0]!,
      start: start.slice(0, 10),
      end: addDays(start.slice(0, 10), Number(/^P(\d+)D$/.exec(duration ?? "")?.[1]) - 1),
      title,
    })),
};

describe.each(TWINS)("the embedded data set as %s", (view) => {
  let events: readonly EventRecord[];
  beforeAll(() => {
    events = JSON.parse(readFileSync("data/events.json", "utf8")).events;
  });

  test("has the same id, dates and title of every event as JSON", () => {
    const json: readonly EventRecord[] = JSON.parse(listText("json", events)).events;
    expect(json.length).toBeGreaterThan(5000);
    const told = sorted(READERS[view](listText(view, events)));
    const plain = told.map((one) => ({ ...one, title: one.title.replace(STATUS, "") }));
    expect(plain).toEqual(
      sorted(json).map(({ id, start, end, title }) => ({ id, start, end, title: title.replace(STATUS, "") })),
    );
  });

  test("differs in only one event when one event changes", () => {
    const before = events.slice(-40);
    const after = before.map((one, at) => (at === 7 ? { ...one, title: "Another title" } : one));
    const [lines, changed] = [before, after].map((all) => listText(view, all).split("\n"));
    const differing = changed!.filter((line, at) => line !== lines![at]);
    expect(changed).toHaveLength(lines!.length);
    expect(differing).toHaveLength(1);
    expect(differing[0]).toContain("Another title");
  });
});

test.each(TWINS)("%s is the same bytes in every call and on every day", (view) => {
  const events = [event(), event({ id: "other", start: "2026-04-01" })];
  expect(listText(view, events)).toBe(listText(view, events, { today: "2031-01-01" }));
});
