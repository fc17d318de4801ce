import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { clockAt } from "../../src/adapters/clock.ts";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { createApp, PATHS } from "../../src/http/app.ts";
import { PATH_NOTES } from "../../src/http/openapi/operations.ts";
import { SCHEMA_NAMES } from "../../src/http/openapi/schemas.ts";
import { PARAMETERS } from "../../src/query/query.ts";
import { app, document, faults, filled, operations, strictly } from "./documented.ts";

const problem = strictly({ $ref: "#/components/schemas/Problem" });
const isJson = (type: string) => /[/+]json$/.test(type);
const bare = (response: Response) => response.headers.get("content-type")?.split(";")[0] ?? "";

describe("the document", () => {
  it("is valid OpenAPI 3.1 according to a third-party validator", async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document) as never)).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
  });

  it("describes every route, and no other path", () => {
    const routes = app.routes.filter(({ method, path }) => method === "GET" && path !== "/*");
    const matches = (route: string, path: string) =>
      new RegExp(`^${route.replaceAll(".", "\\.").replace(/:\w+/g, "[^/]+")}$`).test(path);
    const paths = operations.map(({ path }) => path);
    expect(routes.length).toBeGreaterThan(10);
    expect(routes.filter((route) => !paths.some((path) => matches(route.path, path)))).toEqual([]);
    expect(paths.filter((path) => !routes.some((route) => matches(route.path, path)))).toEqual([]);
    expect([...PATHS].sort()).toEqual(Object.keys(PATH_NOTES).sort());
  });

  it("describes every parameter, and no other", () => {
    expect(Object.keys(document.components.parameters)).toEqual([...PARAMETERS]);
  });

  it("has unique operation ids", () => {
    const ids = operations.map(({ get }) => get.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("does not depend on the data, and contains the public address", async () => {
    const at = async (url: string) => {
      const other = createApp({
        store: memoryStore(),
        clock: clockAt("2020-01-01"),
        site: { url, domain: "x.example" },
      });
      return other.request("/openapi.json");
    };
    const [same, none] = [await at("https://site.example"), await at("")];
    const first = await app.request("/openapi.json");
    expect(same.headers.get("etag")).toBe(first.headers.get("etag"));
    expect(await same.text()).toBe(await first.text());
    expect(document.servers).toEqual([{ url: "https://site.example" }]);
    expect(await none.json()).toMatchObject({ servers: [{ url: "/" }] });
  });
});

describe.each(operations.map((one) => [one.path, one] as const))("%s", (_path, one) => {
  const { responses } = one;

  it("responds as documented", async () => {
    const response = await app.request(filled(one));
    const told = responses.get(200)!;
    expect(response.status).toBe(200);
    expect(Object.keys(told.content!)).toEqual([bare(response)]);
    expect(Object.keys(told.headers ?? {}).filter((name) => !response.headers.has(name))).toEqual([]);
    const schema = /<([^>]+)>; rel="describedby"/.exec(response.headers.get("link") ?? "")?.[1];
    expect(schema !== undefined).toBe(told.content![bare(response)]!.schema.$ref !== undefined);
    if (isJson(bare(response)))
      expect(faults(strictly(told.content![bare(response)]!.schema), await response.json())).toEqual([]);
    const head = await app.request(filled(one), { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  it("gives 304 if documented", async () => {
    const etag = (await app.request(filled(one))).headers.get("etag");
    expect(etag !== null).toBe(responses.has(304));
    if (etag === null) return;
    const again = await app.request(filled(one), { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
  });

  it("rejects unknown parameters if documented", async () => {
    const response = await app.request(`${filled(one)}?nonsense=1`);
    await expectProblem(response, responses.has(400) ? 400 : 200);
  });

  it("gives 404 for unknown names if documented", async () => {
    if (responses.has(404)) await expectProblem(await app.request(filled(one, "no-such-thing")), 404);
    else expect(filled(one)).toBe(one.path);
  });

  it("redirects form submissions if documented", async () => {
    const response = await app.request(`${filled(one)}?region=virtual&q=`);
    expect(response.status === 302).toBe(responses.has(302));
    if (responses.has(302)) expect(response.headers.get("location")).toBe("/events?region=virtual");
  });

  it("redirects from another spelling, as documented", async () => {
    const response = await app.request(`${filled(one).toUpperCase()}/?utm_source=x`);
    expect(responses.has(301)).toBe(true);
    const told = [response.status, response.headers.get("location")];
    expect(told).toEqual([301, `${filled(one)}?utm_source=x`]);
  });

  it("gives 503 without data if documented", async () => {
    const empty = createApp({
      store: memoryStore(),
      clock: clockAt("2026-07-08"),
      site: { url: "", domain: "x.example" },
    });
    await expectProblem(await empty.request(filled(one)), responses.has(503) ? 503 : 200);
  });
});

describe("the archive", () => {
  /** A path that gives what each schema describes. */
  const ANSWERS = {
    "event-list": "/events.json",
    event: "/events/9t2e86kq086m.json",
    feeds: "/feeds.json",
    changes: "/changes.json",
    health: "/health",
    problem: "/nowhere",
  };
  const list = strictly({ $ref: "#/components/schemas/EventList" });
  const single = strictly({ $ref: "#/components/schemas/SingleEvent" });

  it("conforms to the schemas: every event and every feed", async () => {
    const all = (await (await app.request("/events.json?from=2014-01-01")).json()) as { events: { id: string }[] };
    expect(all.events.length).toBeGreaterThan(1000);
    expect(faults(list, all)).toEqual([]);
    const { feeds } = (await (await app.request("/feeds.json")).json()) as { feeds: { path: string }[] };
    for (const { path } of feeds) expect(faults(list, await (await app.request(`${path}.json`)).json())).toEqual([]);
    for (const { id } of all.events.filter((_, index) => index % 50 === 0))
      expect(faults(single, await (await app.request(`/events/${id}.json`)).json())).toEqual([]);
    const changes = strictly({ $ref: "#/components/schemas/Changes" });
    expect(faults(changes, await (await app.request("/changes.json?from=2014-01-01&limit=1000")).json())).toEqual([]);
    expect(faults(list, { ...all, extra: 1 })).not.toEqual([]);
    expect(faults(list, { ...all, events: [{ ...all.events[0], start: "soon" }] })).not.toEqual([]);
  });

  it.each(Object.entries(ANSWERS))(
    "conforms to the JSON Schema %s, which allows additional keys",
    async (name, path) => {
      const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
      formats.default(ajv);
      const schema = (await (await app.request(`/schema/${name}.json`)).json()) as { $id: string };
      expect(schema.$id).toBe(`https://site.example/schema/${name}.json`);
      const check = ajv.compile(schema);
      const value = (await (await app.request(path)).json()) as object;
      expect(faults(check, value)).toEqual([]);
      expect(faults(check, { ...value, added: "later" })).toEqual([]);
      expect(faults(check, [])).not.toEqual([]);
    },
  );

  it("has a schema for each kind of response", () => {
    expect([...SCHEMA_NAMES].sort()).toEqual(Object.keys(ANSWERS).sort());
  });
});

it("every error conforms to the schema of problems", async () => {
  await expectProblem(await app.request("/events.ics", { method: "POST" }), 405);
  await expectProblem(await app.request("/nowhere"), 404);
  await expectProblem(await app.request(`/events.json?q=${"x".repeat(9000)}`), 414);
  await expectProblem(await app.request("/events.json?region=mars&days=0"), 400);
});

async function expectProblem(response: Response, status: number): Promise<void> {
  expect(response.status).toBe(status);
  if (status < 400) return;
  expect(bare(response)).toBe("application/problem+json");
  expect(faults(problem, await response.json())).toEqual([]);
}
