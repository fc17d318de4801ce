import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { startServer } from "../../src/adapters/node.ts";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { createApp } from "../../src/http/app.ts";
import type { ServedStore } from "../../src/http/current.ts";
import { DATA, TODAY } from "./data.ts";

/** Debian's browser. */
const CHROMIUM = "/usr/bin/chromium";

const found = existsSync(CHROMIUM);
if (!found) console.warn(`No browser at ${CHROMIUM}: tests of pages are left out; Debian's package is "chromium".`);

/** `describe` for tests that look at pages: skipped where there is no browser, and the run says so; under `CI` they fail. */
export const describeInBrowser = describe.runIf(found || process.env.CI);

/** Opens `path` of the real server, hands the page to `look` and closes it; gives what `look` gives. */
export type Visit = <Result>(path: string, look: (page: Page) => Promise<Result>) => Promise<Result>;

export interface Visitor {
  readonly scripts: boolean;
  /** Where the visitor's clock is; where this machine's is unless told. */
  readonly timeZone?: string;
}

/** A real server over `store` and a real browser, 1280 pixels wide, for the tests of one `describe`. */
export function openBrowser({ scripts, timeZone }: Visitor, store: ServedStore = memoryStore(DATA)): Visit {
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  let server: Awaited<ReturnType<typeof startServer>> | undefined;
  beforeAll(async () => {
    const site = { url: "https://site.example", domain: "uid.example" };
    const app = createApp({ store, clock: { today: () => TODAY }, site });
    server = await startServer(app, { port: 0 });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
    context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      javaScriptEnabled: scripts,
      ...(timeZone !== undefined && { timezoneId: timeZone }),
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close(100);
  });
  return async (path, look) => {
    const page = await context!.newPage();
    try {
      await page.goto(`http://127.0.0.1:${server!.port}${path}`);
      return await look(page);
    } finally {
      await page.close();
    }
  };
}

/** Unfolds all that is folded up. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true");
}
