import { expect, it } from "vitest";
import { timedStore } from "../http/timed-store.ts";
import { describeInBrowser, openBrowser } from "./browser.ts";
import { TIMED_DATA } from "./data.ts";

const HOURS = ".hours";
const store = () => timedStore(TIMED_DATA);

/** How much of what was seen moved about, as browsers measure it. */
const SHIFTS = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) sum += value; }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 300);
})`;

describeInBrowser("a visitor in New York", () => {
  const visit = openBrowser({ scripts: true, timeZone: "America/New_York" }, store());

  it("sees the hours of other places on the own clock too, and nothing moves", () =>
    visit("/events", async (page) => {
      const texts = await page.locator(HOURS).allTextContents();
      expect(texts).toContain("19:00–21:30 · 14:00–16:30 your time");
      expect(texts.filter((text) => !text.endsWith(" your time"))).toEqual(["01:15–05:15 (America/New_York)"]);
      expect(Number(await page.evaluate(SHIFTS))).toBeLessThan(0.1);
    }));

  it("is not told the day where it is the same", () =>
    visit("/events/sydney", async (page) => {
      expect(await page.locator(HOURS).textContent()).toBe("19:00–21:00 (2 h) · 05:00–07:00 your time");
    }));
});

describeInBrowser("a visitor in Auckland", () => {
  const visit = openBrowser({ scripts: true, timeZone: "Pacific/Auckland" }, store());

  it("is told the day where it is another", () =>
    visit("/events/plain-hour", async (page) => {
      expect(await page.locator(HOURS).textContent()).toMatch(
        /^19:00–21:30 \(2 h 30 min\) · Wed,? 11 March, 07:00–09:30 your time$/,
      );
    }));
});

describeInBrowser("a visitor in Berlin, and one without scripts,", () => {
  const there = openBrowser({ scripts: true, timeZone: "Europe/Berlin" }, store());
  const without = openBrowser({ scripts: false, timeZone: "America/New_York" }, store());

  it("sees the hours as they are", async () => {
    for (const visit of [there, without])
      await visit("/events/plain-hour", async (page) => {
        expect(await page.locator(HOURS).textContent()).toBe("19:00–21:30 (2 h 30 min)");
      });
  });
});
