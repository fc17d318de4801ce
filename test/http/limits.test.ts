import { describe, expect, test } from "vitest";
import { MOST } from "../../src/http/limits.ts";
import { appOver } from "./service.ts";

const app = appOver();

async function allowedAt(path: string, init: RequestInit = {}): Promise<unknown[]> {
  const response = await app.request(path, init);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const { status, allowed } = (await response.json()) as { status: number; allowed: unknown };
  return [response.status, status, allowed];
}

describe("a request may have", () => {
  test("8,192 bytes of path and parameters", async () => {
    const path = "/events.ics?q=";
    const longest = path + "x".repeat(MOST.target - path.length);
    expect((await app.request(longest)).status).not.toBe(414);
    for (const long of [`${longest}x`, `/${"x".repeat(MOST.target)}`, `/events.ics?q=${"ü".repeat(2_000)}`])
      expect(await allowedAt(long)).toEqual([414, 414, ["at most 8192 bytes"]]);
  });

  test("100 parameters", async () => {
    const many = (count: number) => `/events.ics?${Array.from({ length: count }, () => "region=europe").join("&")}`;
    expect((await app.request(many(MOST.parameters))).status).toBe(200);
    expect(await allowedAt(many(MOST.parameters + 1))).toEqual([400, 400, ["at most 100 parameters"]]);
  });

  test("100 headers of 16,384 bytes", async () => {
    const headers = (count: number, bytes: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`x-${at}`, "x".repeat(bytes)]));
    expect((await app.request("/events.ics", { headers: headers(99, 10) })).status).toBe(200);
    for (const large of [headers(101, 1), headers(1, MOST.headerBytes)])
      expect(await allowedAt("/events.ics", { headers: large })).toEqual([
        431,
        431,
        ["at most 100 headers", "at most 16384 bytes in all"],
      ]);
  });
});

test.each(["text/html", "image/*;q=0, */*;q=0", "application/xhtml+xml", "nonsense;;;", ""])(
  "Accept: %j is never answered with 406",
  async (accept) => {
    const response = await app.request("/events.ics", { headers: { accept } });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  },
);

test("range requests get the whole body", async () => {
  const response = await app.request("/events.ics", { headers: { range: "bytes=0-9" } });
  expect([response.status, response.headers.get("content-range")]).toEqual([200, null]);
});

test("every response allows all origins and disables MIME sniffing", async () => {
  const paths = ["/", "/events.ics", "/health", "/robots.txt", "/nothing", "/regions/Online.ics", "/events.ics?x=1"];
  for (const path of paths) {
    for (const method of ["GET", "HEAD", "OPTIONS", "POST"]) {
      const { headers } = await app.request(path, { method });
      const told = [headers.get("access-control-allow-origin"), headers.get("x-content-type-options")];
      expect([path, method, ...told]).toEqual([path, method, "*", "nosniff"]);
      expect(headers.get("set-cookie")).toBeNull();
    }
  }
});
