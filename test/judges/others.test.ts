import { mkdirSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CHROMIUM, readByFullCalendar } from "./clients/fullcalendar.ts";
import { openRadicale, type Radicale } from "./clients/radicale.ts";
import { describeWith } from "./installed.ts";
import { ISSUES, inOrder } from "./issues.ts";
import { openSite, type Site } from "./site.ts";

const LONG = 120_000;
const [first] = ISSUES;
let site: Site;
beforeAll(async () => {
  site = await openSite(first);
}, LONG);
afterAll(() => site?.close());

describeWith({ name: "Chromium", packages: "chromium", probe: ["test", "-x", CHROMIUM] })("FullCalendar", () => {
  test("shows every event as in the issue, on a page of another origin", { timeout: LONG }, async () => {
    expect(inOrder(await readByFullCalendar(`${site.url}/events.ics`, "2026-04-01"))).toEqual(inOrder(first.shown));
  });
});

const RADICALE = ["/usr/bin/python3", "-c", "import radicale"] as const;
describeWith({ name: "Radicale", packages: "radicale", probe: RADICALE })("Radicale", () => {
  let radicale: Radicale;
  beforeAll(async () => {
    const folder = join(site.folder, "radicale");
    mkdirSync(folder);
    radicale = await openRadicale(folder);
  }, LONG);
  afterAll(() => radicale?.close());

  test("imports the feed in one request and serves every event", { timeout: LONG }, async () => {
    const served = await radicale.put(await (await fetch(`${site.url}/events.ics`)).text());
    const events = new ICAL.Component(ICAL.parse(served))
      .getAllSubcomponents("vevent")
      .map((event) => new ICAL.Event(event));
    const shown = events.map(({ summary, location, startDate, endDate }) => {
      const last = endDate.clone();
      last.adjust(-1, 0, 0, 0);
      return { start: startDate.toString(), last: last.toString(), title: summary, location: location ?? "" };
    });
    expect(inOrder(shown)).toEqual(inOrder(first.shown));
  });
});
