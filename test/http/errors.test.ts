import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oddText } from "../render/events.ts";
import { runs } from "../runs.ts";
import { appOver } from "./service.ts";

const app = appOver();

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly allowed?: readonly string[];
  readonly errors?: readonly { readonly parameter: string; readonly allowed: readonly string[] }[];
}

async function problemAt(path: string, init: RequestInit = {}): Promise<Problem> {
  const response = await app.request(path, init);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(response.headers.get("cache-control")).toBe("no-store");
  const problem = (await response.json()) as Problem;
  expect(problem.status).toBe(response.status);
  return problem;
}

describe("an error is a problem that lists what is allowed", () => {
  test.each([
    ["/events.ics?regoin=virtual", "regoin"],
    ["/events.json?region=mars", "region"],
    ["/regions/europe.ics?country=XX", "country"],
    ["/groups/rust-berlin.json?from=2026", "from"],
    ["/events.ics?region=", "region"],
    ["/feeds.json?limit=1", "limit"],
    ["/events/2014.ics?region=virtual", "region"],
  ])("%s: 400 for %s", async (path, parameter) => {
    const { status, title, errors } = await problemAt(path);
    expect([status, title, errors?.map((error) => error.parameter)]).toEqual([400, "Bad Request", [parameter]]);
  });

  test("the error for an unknown parameter lists all parameters", async () => {
    const { errors } = await problemAt("/events.ics?x=1");
    expect(errors?.[0]?.allowed.join(" ")).toBe(
      "region country city group mode kind from to days q near radius multiday cancelled starts tz weekday timed online limit cursor",
    );
  });

  test.each([
    ["/regions/mars.ics", "virtual"],
    ["/regions/asia-pacific.ics", "asia"],
    ["/groups/rust-paris.ics", "rust-berlin"],
    ["/nothing", "/events.ics"],
    ["/events.xml", "/events.ics"],
    ["/regions/", "/regions/{slug}.ics"],
    ["/regions/mars", "virtual"],
    ["/groups/.ics", "rust-berlin"],
  ])("%s: 404, and there is %s", async (path, allowed) => {
    const problem = await problemAt(path);
    expect(problem.status).toBe(404);
    expect(problem.allowed).toContain(allowed);
  });

  test.each(["/events/nothing.ics", "/events/%E0%A4%A.json", "/.well-known/caldav", "/groups/%00.json"])(
    "%s: 404",
    async (path) => expect((await problemAt(path)).status).toBe(404),
  );

  test.each(["POST", "PUT", "DELETE", "PROPFIND", "REPORT"])("%s: 405", async (method) => {
    const response = await app.request("/events.ics", { method });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });

  test("quoted values are truncated", async () => {
    const long = "x".repeat(5_000);
    const { detail } = await problemAt(`/events.ics?${long}=1&region=${long}`);
    expect(detail.length).toBeLessThan(400);
  });
});

test("any origin may read responses and send preflight requests", async () => {
  const response = await app.request("/events.ics", {
    method: "OPTIONS",
    headers: { origin: "https://other.example", "access-control-request-method": "GET" },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(response.headers.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS");
});

test("every request gets a documented response", async () => {
  const segment = fc.oneof(
    fc.constantFrom("events", "regions", "groups", "rust-berlin", "virtual", "feeds", "%zz"),
    oddText.map(encoded),
  );
  const ending = fc.constantFrom("", ".ics", ".json", ".ICS", "/");
  const parameter = fc.tuple(
    fc.oneof(fc.constantFrom("region", "q", "city", "limit", "cursor", "from"), oddText),
    oddText,
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(segment, { maxLength: 3 }),
      ending,
      fc.array(parameter, { maxLength: 3 }),
      async (path, end, given) => {
        const search = new URLSearchParams(given.map(([name, value]): [string, string] => [name, value]));
        const response = await app.request(`/${path.join("/")}${end}?${search}`);
        expect([200, 301, 302, 400, 404]).toContain(response.status);
        await response.arrayBuffer();
      },
    ),
    { numRuns: runs(500) },
  );
});

test("words in any script can be searched for", async () => {
  const response = await app.request(`/events.ics?q=${encoded("東京, грузия 👩‍🚀")}`);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain("東京");
});

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
