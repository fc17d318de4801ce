import { AxeBuilder } from "@axe-core/playwright";
import { expect, it } from "vitest";
import { describeInBrowser, openBrowser } from "./browser.ts";

/** Each kind of error that a visitor may come upon. */
const PAGES = [
  "/cities/berlni-de",
  "/nothing",
  "/events?regoin=europe&country=XX&tz=nowhere",
  `/events?${"x".repeat(300)}=1`,
  `/events?q=${"x".repeat(8_190)}`,
] as const;

describeInBrowser("the page of an error", () => {
  const visit = openBrowser({ scripts: true });

  it.each(PAGES)("%s can be used by all, light and dark, on every screen", (path) =>
    visit(path, async (page) => {
      expect(await page.locator("main h1").count()).toBe(1);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect([colorScheme, violations.map(({ id }) => id)]).toEqual([colorScheme, []]);
      }
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect([width, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([width, width]);
      }
    }),
  );

  it("leads to what was meant, and its form finds events", async () => {
    await visit("/groups/rust-berln", async (page) => {
      await page.getByRole("link", { name: "/groups/rust-berlin" }).click();
      await page.waitForURL("**/groups/rust-berlin");
    });
    await visit("/events?regoin=europe", async (page) => {
      await page.getByLabel("Region").selectOption("Europe");
      await page.getByRole("button", { name: "Find events" }).click();
      await page.waitForURL("**/events?region=europe");
    });
  });
});
