import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FOREIGN, isForeign } from "../../src/query/foreign.ts";
import { PARAMETERS } from "../../src/query/query.ts";
import { appOver, listAt, SITE } from "../http/service.ts";
import { runs } from "../runs.ts";

const app = appOver();
const every = FOREIGN.flatMap(({ examples }) => examples);
/** One for each name that a row tells by example. */
const tagOf = async (path: string) => {
  const response = await app.request(path);
  return [response.status, response.headers.get("etag"), response.headers.get("link"), await response.text()];
};

describe("parameters that other programs add", () => {
  test.each(FOREIGN.map(({ by, names, examples }) => ({ by, names, examples })))(
    "are those of $by",
    ({ names, examples }) => {
      for (const example of examples) {
        const [name = "", value = ""] = example.split("=");
        expect([example, names.test(name.toLowerCase()), isForeign(name, value)]).toEqual([example, true, true]);
      }
    },
  );

  test("are ignored with any value", () => {
    for (const name of PARAMETERS)
      for (const value of ["", "1", "x"]) expect([name, isForeign(name, value)]).toEqual([name, false]);
  });

  test.each([
    "/events.ics",
    "/events.json?country=DE",
    "/regions/europe.atom?limit=1",
    "/events/2014.json",
    "/events",
    "/",
    "/feeds",
    "/feeds.json",
    "/changes.json?region=europe",
    "/openapi.json",
    "/docs",
    "/schema/event.json",
    "/robots.txt",
  ])("change nothing of %s", async (path) => {
    const plain = await tagOf(path);
    expect(plain[0]).toBe(200);
    expect(await tagOf(`${path}${path.includes("?") ? "&" : "?"}${every.join("&")}`)).toEqual(plain);
  });

  test("are not contained in URLs of the response", async () => {
    const { self, next } = await listAt(app, "/events.json?utm_source=x&limit=1&_=1767225600000");
    expect(self).toBe(`${SITE.url}/events.json?limit=1`);
    expect(next).toMatch(/^https:\/\/site\.example\/events\.json\?limit=1&cursor=[\w-]+$/);
    const form = await app.request("/?region=europe&q=&utm_source=x");
    expect(form.headers.get("location")).toBe("/events?region=europe");
  });

  test("share one cached response", async () => {
    const numbers = fc.array(fc.nat(), { minLength: 1, maxLength: 3 });
    const tag = (await app.request("/events.ics?country=DE")).headers.get("etag");
    await fc.assert(
      fc.asyncProperty(numbers, async (all) => {
        const path = `/events.ics?${all.map((one) => `_=${one}&`).join("")}country=DE`;
        expect((await app.request(path, { headers: { "if-none-match": tag! } })).status).toBe(304);
      }),
      { numRuns: runs(30) },
    );
  });
});

describe("unknown parameters of our own are rejected", () => {
  test.each([
    ["contry=DE", "contry is not a parameter; country is"],
    ["regoin=europe", "regoin is not a parameter; region is"],
    ["utm=x", "utm is not a parameter"],
    ["x=1", "x is not a parameter"],
    ["t=2026-01-01", "t is not a parameter"],
    ["v=", "v is not a parameter"],
    ["utm_source=x&citty=berlin", "citty is not a parameter; city is"],
    ["Region=europe", "Region is not a parameter; region is"],
  ])("?%s", async (search, detail) => {
    const response = await app.request(`/events.ics?${search}`);
    expect([response.status, await response.json()]).toMatchObject([400, { detail }]);
  });

  test("also on paths without parameters", async () => {
    const response = await app.request("/feeds.json?utm_source=x&limit=1");
    expect([response.status, await response.json()]).toMatchObject([400, { errors: [{ parameter: "limit" }] }]);
  });
});
