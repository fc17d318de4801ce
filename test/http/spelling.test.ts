import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctedPath, TYPOS } from "../../src/http/spelling.ts";
import { oddText } from "../render/events.ts";
import { runs } from "../runs.ts";
import { appOver } from "./service.ts";

const app = appOver();
const ask = (path: string, init: RequestInit = {}) => app.fetch(new Request(`http://here.example${path}`, init));

/** Where `path` leads: itself where it is answered, null where it is refused. */
async function ledTo(path: string): Promise<string | null> {
  const response = await ask(path);
  await response.arrayBuffer();
  if (response.status === 301) return response.headers.get("location");
  return response.ok ? path : null;
}

describe("typos in a path", () => {
  test.each(TYPOS)("$name: $example", ({ example: [typed, right], correct }) => {
    expect(correctedPath(typed)).toBe(right);
    expect(correct(typed)).not.toBe(typed);
    expect(correctedPath(right)).toBeNull();
  });

  test.each([
    ["/events.ics/", "/events.ics"],
    ["/Events.ics", "/events.ics"],
    ["/EVENTS.ICS?country=DE&q=%C3%BC", "/events.ics?country=DE&q=%C3%BC"],
    ["//events.ics", "/events.ics"],
    ["/", "/"],
    ["//", "/"],
    ["/Index.html", "/"],
    ["/events.ics%20", "/events.ics"],
    ["/events.ics%E2%80%8B", "/events.ics"],
    ["/events.ics%22%3E", "/events.ics"],
    ["/**events.ics**", null],
    ["/Regions/Europe.ics", "/regions/europe.ics"],
    ["/regions//North%20America.ICS/", "/regions/north-america.ics"],
    ["/Regions/Online.ics", "/regions/virtual.ics"],
    ["/region/online", "/regions/virtual"],
    ["/countries/DE", "/countries/de"],
    ["/Countries/Germany.ics", "/countries/de.ics"],
    ["/cities/zürich-ch", "/cities/zurich-ch"],
    ["/cities/z%C3%BCrich-ch.ics", "/cities/zurich-ch.ics"],
    ["/cities/zu%CC%88rich-ch", "/cities/zurich-ch"],
    ["/cities/ZÜRICH-CH.ICS/", "/cities/zurich-ch.ics"],
    ["/cities/Zuerich-CH.ics", "/cities/zurich-ch.ics"],
    ["/City/Berlin.ics", "/cities/berlin-de.ics"],
    ["/groups/Rust-Berlin", "/groups/rust-berlin"],
    ["/Groups/Rust-Berlin.ICS", "/groups/rust-berlin.ics"],
    ["/events/HYBRID.ICS", "/events/hybrid.ics"],
    ["/event/hybrid", "/events/hybrid"],
    ["/Feeds.JSON/", "/feeds.json"],
    ["/schema/Event-List.json", "/schema/event-list.json"],
    ["/OpenAPI.json", "/openapi.json"],
    ["/calendar.ics?region=europe", "/events.ics?region=europe"],
    ["/all.ics", "/events.ics"],
    ["/webcal://site.example/events.ics", "/events.ics"],
    ["/https://site.example/regions/Europe.ics?q=x", "/regions/europe.ics?q=x"],
    ["/%65vents.ics", "/%65vents.ics"],
    ["/events.ics%3Fregion=virtual", null],
    ["/Events.ics%3Fregion=virtual", null],
    ["/events.xml", null],
    ["/nothing/", null],
    ["/Regions/Mars.ics", null],
    ["/events/NOTHING.ics", null],
    ["/%zz/", null],
  ])("%s leads to %s", async (path, to) => {
    expect(await ledTo(path)).toBe(to);
    if (to !== null) expect(await ledTo(to)).toBe(to);
  });

  test("get a cacheable redirect with a text body, and without a body for HEAD", async () => {
    const [get, head] = [await ask("/Events.ics?_=1"), await ask("/Events.ics?_=1", { method: "HEAD" })];
    expect(await get.text()).toBe("Moved to /events.ics?_=1\n");
    expect(await head.text()).toBe("");
    for (const { status, headers } of [get, head]) {
      expect(status).toBe(301);
      expect(headers.get("cache-control")).toBe("public, max-age=86400");
      expect(headers.get("access-control-allow-origin")).toBe("*");
    }
  });

  test("do not change which methods and parameters are rejected", async () => {
    expect((await ask("/Events.ics", { method: "POST" })).status).toBe(405);
    const refused = await ask("/Events.ics?regoin=europe");
    expect([refused.status, await refused.json()]).toMatchObject([400, { errors: [{ parameter: "regoin" }] }]);
  });
});

describe("for any path", () => {
  const part = fc.oneof(
    fc.constantFrom(
      "events",
      "Regions",
      "EUROPE.ics",
      "",
      "..",
      ".",
      "https:",
      "WEBCAL:",
      "evil.example",
      "city",
      "Berlin",
    ),
    fc.constantFrom(
      "%2F",
      "%5C",
      "\\",
      "%252F",
      "@evil.example",
      "%0d%0aSet-Cookie:x",
      "index.html",
      ".html.html",
      "%E2%80%A6",
    ),
    oddText.map((text) => encodeURIComponent(text.toWellFormed())),
    oddText.map((text) => text.toWellFormed().replace(/[?#]/g, "")),
  );
  const path = fc.array(part, { maxLength: 5 }).map((parts) => `/${parts.join("/")}`);

  test("there is at most one redirect, and it stays on the host", async () => {
    await fc.assert(
      fc.asyncProperty(path, async (asked) => {
        const response = await ask(asked);
        expect([200, 301, 302, 404]).toContain(response.status);
        const location = response.headers.get("location");
        if (location === null) return;
        expect(location).toMatch(/^\/(?![/\\])[!-~]*$/);
        expect(new URL(location, "http://here.example").host).toBe("here.example");
        expect([asked, location, (await ask(location)).status]).toEqual([asked, location, 200]);
      }),
      { numRuns: runs(1_000) },
    );
  });

  test("a corrected path has no typos", () => {
    fc.assert(
      fc.property(path, (asked) => {
        const right = correctedPath(new URL(`http://here.example${asked}`).pathname);
        if (right !== null) expect([right, correctedPath(right)]).toEqual([right, null]);
      }),
      { numRuns: runs(2_000) },
    );
  });

  test.each([`${")".repeat(8_000)}a`, "/".repeat(8_000), `/${".html".repeat(1_600)}`, "/a)".repeat(2_700)])(
    "it is told without looking at each sign many times: %#",
    (long) => {
      const began = performance.now();
      for (let times = 0; times < 200; times++) correctedPath(`/${long}`);
      expect(performance.now() - began).toBeLessThan(10_000);
    },
  );
});
