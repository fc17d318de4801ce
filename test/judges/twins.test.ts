import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "@placemarkio/check-geojson";
import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { parseFeed } from "feedsmith";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clockAt } from "../../src/adapters/clock.ts";
import { fileStore } from "../../src/adapters/store/file.ts";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { createApp } from "../../src/http/app.ts";
import type { EventRecord } from "../../src/model/event.ts";
import { locationOf, summaryOf } from "../../src/render/describe.ts";
import { anyEvents, dataSet } from "../render/events.ts";
import { describeWith } from "./installed.ts";
import { runWell } from "./program.ts";

const LONG = 120_000;
const SITE = { url: "https://site.example", domain: "uid.example" };
const FORMATS = ["atom", "jsonfeed", "geojson", "csv"] as const;
type Twin = (typeof FORMATS)[number];
type Row = Readonly<Record<string, string | null>>;

interface Feed {
  readonly files: Readonly<Record<Twin, string>>;
  readonly texts: Readonly<Record<Twin, string>>;
  readonly events: readonly EventRecord[];
}

const folder = mkdtempSync(join(tmpdir(), "judges-"));
afterAll(() => rmSync(folder, { recursive: true }));
const seed = Math.trunc(Math.random() * 2 ** 31);
const feeds: Feed[] = [];

/** Every event of the archive, and sets of events with hostile text. */
beforeAll(async () => {
  const data = await fileStore(join(import.meta.dirname, "..", "..", "data", "events.json")).read();
  const app = createApp({ store: memoryStore(data), clock: clockAt(data.newestIssue ?? "2026-01-01"), site: SITE });
  await keep(app, "?from=2014-01-01");
  for (const events of fc.sample(anyEvents(8), { numRuns: 100, seed })) {
    const odd = { store: memoryStore(dataSet(events)), clock: clockAt("2026-03-05"), site: SITE };
    await keep(createApp(odd), "?from=1970-01-01");
  }
}, LONG);

async function keep(app: Hono, search: string): Promise<void> {
  const get = async (ending: string) => {
    const response = await app.request(`/events.${ending}${search}`);
    if (response.status !== 200) throw new Error(`${ending}${search}: ${response.status} ${await response.text()}`);
    return response.text();
  };
  const texts = { atom: "", jsonfeed: "", geojson: "", csv: "" };
  const files = { ...texts };
  for (const format of FORMATS) {
    texts[format] = await get(format);
    files[format] = join(folder, `${feeds.length}.${format}`);
    writeFileSync(files[format], texts[format]);
  }
  feeds.push({ texts, files, events: (JSON.parse(await get("json")) as { events: EventRecord[] }).events });
}

/** Runs a program of `readers/` over all files of a format; its rows by file. */
async function read(format: Twin, command: string, file: string): Promise<Map<string, Row[]>> {
  const input = feeds.map(({ files }) => `${files[format]}\n`).join("");
  const lines = await runWell(command, [join(import.meta.dirname, "readers", file)], { input });
  const rows = lines.split("\n").flatMap((line): Row[] => (line === "" ? [] : [JSON.parse(line)]));
  return Map.groupBy(rows, (row) => row.file ?? "");
}

describe(`CSV of the archive and of hostile events (seed ${seed})`, () => {
  const byCsvParse = (text: string): Row[] => parseCsv(text, { columns: true, bom: false });

  test("csv-parse reads each event as in the JSON", () => {
    for (const { texts, events } of feeds) {
      const rows = byCsvParse(texts.csv).map(({ id, start, end, location }) => ({
        id: plain(id),
        start,
        end,
        location: plain(location),
      }));
      const wanted = events.map((event) => ({
        id: plain(event.id),
        start: event.start,
        end: event.end < event.start ? event.start : event.end,
        location: plain(locationOf(event)),
      }));
      expect(rows).toEqual(wanted);
    }
  });

  for (const [name, packages, command, file, probe] of [
    ["python's csv", "python3", "/usr/bin/python3", "python-csv.py", ["-c", "import csv"]],
    ["ruby's csv", "ruby", "ruby", "ruby-csv.rb", ["-e", "require 'csv'"]],
  ] as const) {
    describeWith({ name, packages, probe: [command, ...probe] })(name, () => {
      test("reads every cell like csv-parse", { timeout: LONG }, async () => {
        const found = await read("csv", command, file);
        for (const { texts, files } of feeds) {
          const rows = (found.get(files.csv) ?? []).map(({ file: _, ...row }) => filled(row));
          expect(rows).toEqual(byCsvParse(texts.csv).map(filled));
        }
      });
    });
  }
});

describe(`GeoJSON of the archive and of hostile events (seed ${seed})`, () => {
  test("check-geojson finds no errors, and each event is a feature", () => {
    for (const { texts, events } of feeds) {
      const read = check(texts.geojson);
      if (read.type !== "FeatureCollection") throw new Error(`is a ${read.type}`);
      expect(read.features.map((feature: { id?: unknown }) => feature.id)).toEqual(events.map(({ id }) => id));
    }
  });
});

describe(`Atom and JSON Feed of the archive and of hostile events (seed ${seed})`, () => {
  const wanted = (events: readonly EventRecord[]) => events.map((event) => `${event.id} ${summaryOf(event)}`).sort();
  const entry = (id: unknown, title: unknown) => `${String(id).split(/[/:]/).at(-1)} ${title}`;

  test("feedsmith reads each event in both", () => {
    for (const { texts, events } of feeds) {
      const atom = parseFeed(texts.atom);
      if (atom.format !== "atom") throw new Error(`is ${atom.format}`);
      const json = parseFeed(texts.jsonfeed);
      if (json.format !== "json") throw new Error(`is ${json.format}`);
      const read = (atom.feed.entries ?? [])
        .map(({ id, title }) => entry(id, typeof title === "string" ? title : title?.value))
        .sort();
      expect((json.feed.items ?? []).map(({ id, title }) => entry(id, title)).sort()).toEqual(wanted(events));
      expect(read).toEqual(wanted(events));
    }
  });

  const PYTHON = "/usr/bin/python3";
  describeWith({ name: "feedparser", packages: "python3-feedparser", probe: [PYTHON, "-c", "import feedparser"] })(
    "feedparser",
    () => {
      test("reads each entry of Atom", { timeout: LONG }, async () => {
        const found = await read("atom", PYTHON, "python-feedparser.py");
        for (const { files, events } of feeds) {
          const rows = found.get(files.atom) ?? [];
          expect(rows.flatMap(({ problem }) => problem ?? [])).toEqual([]);
          expect(rows.map(({ id, title }) => entry(id, title)).sort()).toEqual(wanted(events));
        }
      });
    },
  );

  describeWith({ name: "xmllint", packages: "libxml2-utils", probe: ["xmllint", "--version"] })("xmllint", () => {
    test("finds no errors in the XML", { timeout: LONG }, async () => {
      await runWell("xmllint", ["--noout", "--nonet", "--huge", "--pedantic", ...feeds.map(({ files }) => files.atom)]);
    });
  });
});

/** Without the sign that keeps spreadsheets from taking text for a formula. */
function plain(text: string | null | undefined): string {
  return (text ?? "").replace(/^'(?=[-=+@\t\r])/, "");
}

/** An empty cell is none for some libraries and empty text for others. */
function filled(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell ?? ""]));
}
