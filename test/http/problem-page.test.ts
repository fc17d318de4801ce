import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { prefersPage } from "../../src/http/accept.ts";
import { createApp } from "../../src/http/app.ts";
import { SECURITY } from "../../src/render/html/security.ts";
import { appOver, DATA, SITE, TODAY } from "./service.ts";
import { timedStore } from "./timed-store.ts";

const CHROME = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8";
const FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

const app = appOver();
const judge = new HtmlValidate({ extends: ["html-validate:standard"], rules: { "doctype-style": "off" } });

async function pageAt(path: string, init: RequestInit = {}, over = app): Promise<[Response, string]> {
  const response = await over.fetch(
    new Request(`http://here.example${path}`, { ...init, headers: { accept: CHROME } }),
  );
  return [response, await response.text()];
}

/** The links of a page within its main part, unescaped. */
const linksIn = (page: string) =>
  [...page.slice(page.indexOf("<main")).matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.replaceAll("&amp;", "&"));

describe("a page is asked for", () => {
  test.each([
    [CHROME, true],
    [FIREFOX, true],
    ["text/html, application/xhtml+xml, image/jxr, */*", true],
    ["TEXT/HTML", true],
    ["text/*", true],
    ["*/*", false],
    [null, false],
    ["", false],
    ["application/json", false],
    ["application/problem+json", false],
    ["application/json, text/plain, */*", false],
    ["application/json, text/html", false],
    ["application/json;q=0.5, text/html", true],
    ["text/html;q=0.5, application/json", false],
    ["text/html;q=0, */*", false],
    ["text/calendar, text/html;q=0.5", false],
    ["text/calendar,text/plain;q=0.8,*/*;q=0.5", false],
    ["image/avif,image/webp,*/*", false],
    ["nonsense;;;,q=1", false],
    ["text/html;q=x", false],
  ])("%j: %s", (accept, is) => expect(prefersPage(accept)).toBe(is));
});

const ERRORS: readonly (readonly [path: string, init: RequestInit, status: number])[] = [
  ["/events?regoin=europe&country=XX", {}, 400],
  ["/events.ics?region=mars", {}, 400],
  ["/feeds.json?x=1", {}, 400],
  ["/nothing", {}, 404],
  ["/cities/berlni-de.ics", {}, 404],
  ["/groups/%00%22%3E%3Cscript%3E", {}, 404],
  ["/events/nothing", {}, 404],
  ["/schema/nothing.json", {}, 404],
  ["/events.ics", { method: "POST" }, 405],
  [`/events?q=${"x".repeat(9_000)}`, {}, 414],
];

describe("a browser gets an error as a page", () => {
  test.each(ERRORS)("%s %o: %i", async (path, init, status) => {
    const [response, page] = await pageAt(path, init);
    const { headers } = response;
    expect([response.status, headers.get("content-type")]).toEqual([status, "text/html; charset=utf-8"]);
    expect(headers.get("content-length")).toBe(String(new TextEncoder().encode(page).length));
    expect([headers.get("vary"), headers.get("cache-control"), headers.get("x-robots-tag")]).toEqual([
      "Accept",
      "no-store",
      "noindex",
    ]);
    for (const [name, value] of Object.entries(SECURITY)) expect(headers.get(name)).toBe(value);
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).not.toMatch(/<script|rel="canonical"|rel="alternate"/);
    const { results } = judge.validateStringSync(page);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    for (const href of ["/", "/events", "/feeds"]) expect(linksIn(page)).toContain(href);
    expect(page).toContain('<form class="filter" action="/"');
  });

  test.each(ERRORS)("a program gets a problem: %s %o: %i", async (path, init, status) => {
    for (const accept of ["*/*", "application/json", "text/calendar", ""]) {
      const response = await app.fetch(new Request(`http://here.example${path}`, { ...init, headers: { accept } }));
      const told = [response.status, response.headers.get("content-type"), response.headers.get("vary")];
      expect(told).toEqual([status, "application/problem+json", "Accept"]);
      expect(await response.json()).toMatchObject({ status });
    }
  });

  test("without a body for HEAD, with the headers of the problem", async () => {
    const [head, body] = await pageAt("/nothing", { method: "HEAD" });
    expect([head.status, head.headers.get("content-type"), body]).toEqual([404, "text/html; charset=utf-8", ""]);
    expect((await pageAt("/", { method: "PUT" }))[0].headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  });

  test("with 503 without data, and 500 after an internal error", async () => {
    const clock = { today: () => TODAY };
    const empty = createApp({ store: memoryStore(), clock, site: SITE });
    const [none, page] = await pageAt("/events", {}, empty);
    expect([none.status, none.headers.get("retry-after")]).toEqual([503, "60"]);
    expect(page).toContain("Temporarily unavailable");
    const broken = createApp({
      store: memoryStore(DATA),
      clock: {
        today: () => {
          throw new Error("secret");
        },
      },
      site: SITE,
    });
    const [failed, told] = await pageAt("/events", {}, broken);
    expect([failed.status, told.includes("secret"), told.includes("Internal error")]).toEqual([500, false, true]);
  });

  test("with the same footer as all pages", async () => {
    const timed = createApp({ store: timedStore(DATA), clock: { today: () => TODAY }, site: SITE });
    expect((await pageAt("/nothing", {}, timed))[1]).toContain("Times come from the organisers");
    expect((await pageAt("/nothing"))[1]).toContain("Only dates are known here");
  });
});

describe("the page of an error", () => {
  test.each([
    ["/cities/berlni-de.ics", ["/cities/berlin-de.ics"]],
    ["/groups/rust-berln", ["/groups/rust-berlin"]],
    ["/countries/germny", ["/countries/de"]],
    ["/regions/mars.json", ["/regions/europe.json", "/regions/virtual.json"]],
    ["/evnets.ics", ["/events.ics"]],
    ["/events?region=mars&mode=hybrid", ["/events?mode=hybrid&region=europe", "/events?mode=hybrid"]],
    ["/events?regoin=europe", ["/events?region=europe", "/events"]],
    ["/events?region=virtual,mars", ["/events?region=virtual%2Ceurope"]],
    ["//events?contry=DE", ["/events?country=DE", "/events"]],
    ["/feeds?limit=1", ["/feeds"]],
  ])("from %s to %j", async (path, links) => {
    const [, page] = await pageAt(path);
    expect(linksIn(page)).toEqual(expect.arrayContaining(links));
    for (const link of links) expect((await app.request(link)).status).toBe(200);
  });

  test.each(["//evil.example/x", "//evil.example?region=mars", "/\\evil.example?x=1", "//events?region=mars"])(
    "from %s to nowhere else",
    async (path) => {
      const [, page] = await pageAt(path);
      const links = linksIn(page).map((href) => new URL(href, "http://here.example").host);
      expect(new Set(links)).toEqual(new Set(["here.example", "this-week-in-rust.org", "creativecommons.org"]));
    },
  );

  test("limits the number of allowed values", async () => {
    const [, page] = await pageAt("/events?weekday=tue&tz=Europe/Berlni");
    expect(page).toContain("Europe/Berlin");
    expect(linksIn(page).length).toBeLessThan(40);
  });
});
