import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { addDays } from "../../../src/model/date.ts";
import type { Shown } from "../issues.ts";

export const CHROMIUM = "/usr/bin/chromium";

const require = createRequire(import.meta.url);
const SCRIPTS = [
  // What the package's CommonJS build exports is what its plugin looks for in `ICAL`.
  [
    "var module={exports:{}},exports=module.exports;",
    readFileSync(require.resolve("ical.js"), "utf8"),
    ";var ICAL=module.exports.default||module.exports;module=exports=undefined;",
  ].join("\n"),
  readFileSync(join(dirname(require.resolve("fullcalendar")), "index.global.min.js"), "utf8"),
  readFileSync(join(dirname(require.resolve("@fullcalendar/icalendar")), "index.global.min.js"), "utf8"),
];

/** What FullCalendar, on a page of another origin in a real browser, reads of the feed at `url`. */
export async function readByFullCalendar(url: string, around: string): Promise<readonly Shown[]> {
  const scripts = SCRIPTS.map((_, index) => `<script src="/${index}.js"></script>`).join("");
  const server = createServer(({ url: path = "" }, response) => {
    const script = SCRIPTS[Number(/^\/(\d)\.js$/.exec(path)?.[1] ?? -1)];
    response.setHeader(
      "content-type",
      script === undefined ? "text/html; charset=utf-8" : "text/javascript; charset=utf-8",
    );
    response.end(script ?? `<!doctype html><title>FullCalendar</title><div id="calendar"></div>${scripts}`);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ timezoneId: "Asia/Tokyo" });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const events: { start: string; end: string; title: string; location: string }[] = await page.evaluate(
      `new Promise((resolve, reject) => {
        const calendar = new FullCalendar.Calendar(document.getElementById("calendar"), {
          initialView: "multiMonthYear",
          initialDate: ${JSON.stringify(around)},
          events: { url: ${JSON.stringify(url)}, format: "ics", failure: (error) => reject(new Error(String(error.message))) },
          loading: (busy) => busy || setTimeout(() => resolve(calendar.getEvents().map((event) => ({
            start: event.startStr,
            end: event.endStr,
            title: event.title,
            location: event.extendedProps.location || "",
          }))), 0),
        });
        calendar.render();
      })`,
    );
    return events.map(({ end, ...event }) => ({ ...event, last: end === "" ? event.start : addDays(end, -1) }));
  } finally {
    await browser.close();
    server.close();
  }
}
