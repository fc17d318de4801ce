import { AxeBuilder } from "@axe-core/playwright";
import { HtmlValidate } from "html-validate";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { timedStore } from "../http/timed-store.ts";
import { describeInBrowser, openBrowser, unfold } from "./browser.ts";
import { DATA, PAGES, TIMED_DATA, TIMED_PAGES } from "./data.ts";

const judge = new HtmlValidate({ extends: ["html-validate:standard"], rules: { "doctype-style": "off" } });

/** What one can do something with, by its place among all of them. */
const CONTROLS = "a[href], summary, input:not([type=hidden]), select, button";

const EDITIONS = [
  ["every page", memoryStore(DATA), PAGES],
  ["every page with hours", timedStore(TIMED_DATA), TIMED_PAGES],
] as const;

describeInBrowser.each(EDITIONS)("%s", (_name, store, pages) => {
  const visit = openBrowser({ scripts: true, timeZone: "America/New_York" }, store);

  it.each(pages)(
    "%s can be used by all, light and dark: axe finds nothing",
    (path) =>
      visit(path, async (page) => {
        await unfold(page);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
          expect([colorScheme, found]).toEqual([colorScheme, []]);
        }
      }),
    120_000,
  );

  it.each(pages)("%s fits a screen of 320 pixels, and larger ones", (path) =>
    visit(path, async (page) => {
      await unfold(page);
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect([width, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([width, width]);
      }
    }),
  );

  it.each(pages)("%s is reached whole by keyboard, in the order of reading, and shows where one is", (path) =>
    visit(path, async (page) => {
      await unfold(page);
      const reached = await tabThrough(page);
      expect(reached.map(({ at }) => at)).toEqual([...Array(await page.locator(CONTROLS).count()).keys()]);
      expect(reached.filter(({ outline }) => outline === "none")).toEqual([]);
    }),
  );

  it.each(pages)("%s is valid HTML, loads nothing and breaks no rule of its own", (path) =>
    visit(path, async (page) => {
      const complaints: string[] = [];
      const loaded: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => loaded.push(new URL(request.url()).protocol));
      const response = await page.reload();
      const { results } = judge.validateStringSync((await response?.text()) ?? "");
      const faults = results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
      expect(faults).toEqual([]);
      expect(complaints).toEqual([]);
      expect(loaded.filter((protocol) => protocol !== "data:")).toEqual(["http:"]);
    }),
  );
});

describeInBrowser("without scripts", () => {
  const visit = openBrowser({ scripts: false });

  it("the filter finds events, and the page found subscribes to just these", async () => {
    await visit("/", async (page) => {
      await page.getByText("Find events").first().click();
      await page.getByLabel("Region").selectOption("Europe");
      await page.getByLabel("Country").selectOption("Germany");
      await page.getByLabel("From").fill("2026-03-13");
      await page.getByRole("button", { name: "Find events" }).click();
      await page.waitForURL("**/events?region=europe&country=DE&from=2026-03-13");
      const titles = await page.locator("a.title").allTextContents();
      expect(titles).toContain("Not this time");
      expect(titles).not.toContain("Moved by two days");
      expect(await page.locator('a[href^="webcal:"]').getAttribute("href")).toBe(
        "webcal://site.example/events.ics?region=europe&country=DE&from=2026-03-13",
      );
      expect(await page.getByLabel("Region").inputValue()).toBe("europe");
    });
  });

  it("the skip link leads past the navigation, and what is folded up unfolds by keyboard", async () => {
    await visit("/events", async (page) => {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(new URL(page.url()).hash).toBe("#main");
      expect(await page.getByLabel("Address for any calendar program").isVisible()).toBe(true);
    });
  });

  it("paper gets the events without the controls, dark on white", async () => {
    await visit("/events", async (page) => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      expect(await page.locator("nav").first().isVisible()).toBe(false);
      expect(await page.getByText("Subscribe to this calendar").isVisible()).toBe(false);
      expect(await page.getByText("Moved by two days").isVisible()).toBe(true);
      expect(await page.evaluate("getComputedStyle(document.body).color")).toBe("rgb(34, 29, 26)");
    });
  });
});

interface Stop {
  /** Which of the controls, counted from 0; -1 for something else. */
  readonly at: number;
  readonly outline: string;
}

/** Where the focus is; null on none. */
const FOCUS = `(() => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return null;
  const at = [...document.querySelectorAll("${CONTROLS}")].indexOf(focused);
  return { at, outline: getComputedStyle(focused).outlineStyle };
})()`;

/** Presses Tab until the page's end: what had the focus, and how that was shown. */
async function tabThrough(page: Page): Promise<readonly Stop[]> {
  const reached: Stop[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate<Stop | null>(FOCUS);
    if (now === null || (reached.length > 0 && now.at === 0)) return reached;
    // A field for a day has several stops of its own.
    if (reached.at(-1)?.at !== now.at) reached.push(now);
  }
}
