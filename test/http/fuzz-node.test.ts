import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "../../src/adapters/node.ts";
import { runs } from "../runs.ts";
import { type RawAnswer, sendRaw } from "./raw.ts";
import { appOver } from "./service.ts";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer(appOver(), { port: 0, edition: () => "" });
});
afterAll(() => server.close(0));

const send = (bytes: string | Buffer, quiet?: number) => sendRaw(server.port, bytes, quiet);
const get = (target: string, headers = "Host: x\r\n") =>
  send(`GET ${target} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`);

/** Fails unless `answer` is below 400, or a problem that tells what is allowed. */
function checkAnswer({ status, headers, body }: RawAnswer): void {
  expect(status).toBeLessThan(500);
  if (status < 400) return;
  expect(headers["content-type"]).toBe("application/problem+json");
  const problem = JSON.parse(body.toString());
  expect(problem.status).toBe(status);
  const told = problem.allowed ?? problem.errors;
  expect([problem, Array.isArray(told) && told.length > 0]).toEqual([problem, true]);
}

describe("raw requests to the server", () => {
  test.each<[string, string, number]>([
    ["nonsense", "nonsense\r\n\r\n", 405],
    ["less than nothing", "\r\n\r\n\0", 405],
    ["a method that nobody knows", "BREW /events.ics HTTP/1.1\r\nHost: x\r\n\r\n", 405],
    ["a method in small letters", "get /events.ics HTTP/1.1\r\nHost: x\r\n\r\n", 405],
    ["PROPFIND", "PROPFIND /events.ics HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n<a>", 405],
    ["TRACE", "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n", 405],
    ["CONNECT", "CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n", 405],
    ["HTTP/2 without TLS", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
    ["another version", "GET / HTTP/9.9\r\nHost: x\r\n\r\n", 400],
    ["no version", "GET /events.ics\r\n\r\n", 400],
    ["no Host", "GET /events.ics HTTP/1.1\r\n\r\n", 400],
    ["two Hosts", "GET /events.ics HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400],
    ["a Host that is none", "GET /events.ics HTTP/1.1\r\nHost: a b/c\r\n\r\n", 400],
    ["a NUL in a header", "GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n", 400],
    ["a header without a name", "GET / HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n", 400],
    ["two lengths", "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400],
    [
      "length and chunks",
      "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      400,
    ],
    ["something expected", "GET / HTTP/1.1\r\nHost: x\r\nExpect: cake\r\nConnection: close\r\n\r\n", 417],
    ["a target of 9,000 bytes", `GET /${"x".repeat(9_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 414],
    ["a target of 60,000 bytes", `GET /${"x".repeat(60_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 414],
    ["headers of 20,000 bytes", `GET / HTTP/1.1\r\nHost: x\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431],
    ["headers of 60,000 bytes", `GET / HTTP/1.1\r\nHost: x\r\nX: ${"x".repeat(60_000)}\r\n\r\n`, 431],
    ["300 headers", `GET / HTTP/1.1\r\nHost: x\r\n${"X: y\r\n".repeat(300)}\r\n`, 431],
    ["a fragment", "GET /events.ics#?region=virtual HTTP/1.1\r\nHost: x\r\n\r\n", 400],
    ["a star", "GET * HTTP/1.1\r\nHost: x\r\n\r\n", 400],
    ["no slash", "GET events.ics HTTP/1.1\r\nHost: x\r\n\r\n", 400],
    ["a backslash", "GET /events.ics\\..\\x HTTP/1.1\r\nHost: x\r\n\r\n", 400],
    ["another scheme", "GET ftp://x/events.ics HTTP/1.1\r\nHost: x\r\n\r\n", 400],
    ["a whole address that is none", "GET http://[/ HTTP/1.1\r\nHost: x\r\n\r\n", 400],
    ["two slashes", "GET // HTTP/1.1\r\nHost: x\r\n\r\n", 301],
    ["a cut escape", "GET /% HTTP/1.1\r\nHost: x\r\n\r\n", 404],
    ["an escaped NUL", "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n", 404],
    ["an escaped question mark", "GET /events.ics%3Fregion=virtual HTTP/1.1\r\nHost: x\r\n\r\n", 404],
    ["what calendar programs look for", "GET /.well-known/caldav HTTP/1.1\r\nHost: x\r\n\r\n", 404],
    ["a request in HTTP/1.0", "GET /events.ics HTTP/1.0\r\n\r\n", 200],
    ["a whole address", "GET http://other.example/events.ics HTTP/1.1\r\nHost: x\r\n\r\n", 200],
    ["OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", 204],
    ["an upgrade", "GET /events.ics HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n", 200],
    ["a length of nothing", "GET /events.ics HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n", 200],
  ])("%s", async (_what, bytes, status) => {
    const answers = await send(bytes);
    for (const answer of answers) checkAnswer(answer);
    expect(answers.map((answer) => answer.status)).toEqual([status]);
  });

  test.each<[string, Buffer, string]>([
    ["UTF-8", Buffer.from("/events.ics?q=Zürich&country=CH"), "/events.ics?q=Z%C3%BCrich&country=CH"],
    ["Latin-1", Buffer.from("/events.ics?q=Zürich", "latin1"), "/events.ics?q=Z%C3%BCrich"],
    ["a path with typos", Buffer.from("//Événts/../Regions/Europe.ics?q=ü"), "/regions/europe.ics?q=%C3%BC"],
    ["two codings", Buffer.from("/events.ics?q=東京%20Rust"), "/events.ics?q=%E6%9D%B1%E4%BA%AC%20Rust"],
    ["signs of no address", Buffer.from('/events.ics?q="ü"<|>'), "/events.ics?q=%22%C3%BC%22%3C%7C%3E"],
  ])("letters as they are lead to where they are escaped: %s", async (_what, target, location) => {
    for (const method of ["GET", "HEAD"]) {
      const line = Buffer.concat([Buffer.from(`${method} `), target, Buffer.from(" HTTP/1.1\r\nHost: x\r\n\r\n")]);
      const [answer, ...more] = await send(line);
      expect([answer?.status, answer?.headers.location, more]).toEqual([301, location, []]);
      expect(answer?.body.toString()).toBe(method === "HEAD" ? "" : `Moved to ${location}\n`);
    }
  });

  test.each(["/cities/nowhere-ü.ics", "//evil.example/ü", "/\\evil.example/ü"])(
    "letters as they are that lead nowhere: %s",
    async (target) => {
      const [answer, ...more] = await send(Buffer.from(`GET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`));
      expect([answer?.status, answer?.headers.location, more]).toEqual([404, undefined, []]);
    },
  );

  test("unescaped letters after another request, or in a path that does not exist", async () => {
    const before = "GET /events.ics HTTP/1.1\r\nHost: x\r\n\r\n";
    const all = await send(Buffer.from(`${before}GET /events.ics?q=ü HTTP/1.1\r\nHost: x\r\n\r\n`));
    expect(all.map(({ status }) => status)).toEqual([200, 301]);
    for (const line of [
      "POST /ü HTTP/1.1",
      "GET ü HTTP/1.1",
      "GET /ü#x HTTP/1.1",
      "GET /ü\tx HTTP/1.1",
      "GET /ü HTTP/9",
    ])
      expect((await send(Buffer.from(`${line}\r\nHost: x\r\n\r\n`))).map(({ status }) => status)).toEqual([400]);
    const long = `GET /events.ics?q=${"ü".repeat(2_000)} HTTP/1.1\r\nHost: x\r\n\r\n`;
    expect((await send(Buffer.from(long))).map(({ status }) => status)).toEqual([414]);
  });

  test("pipelined requests are answered in order, up to the first malformed one", async () => {
    const one = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
    const many = one("/events.json") + one("/nothing") + one("/health") + one("/events.json") + one("/events.json");
    const answers = await send(`${many}${one("/events.json")}nonsense\r\n\r\n`);
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 200, 200, 200, 200, 405]);
    for (const at of [3, 4, 5]) expect(answers[at]?.body.equals(answers[0]?.body ?? Buffer.of())).toBe(true);
    for (const answer of answers) checkAnswer(answer);
  });

  test("a body of a GET request is ignored, and an endless one is cut off", async () => {
    const small =
      "GET /events.ics HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nabcdeGET /health HTTP/1.1\r\nHost: x\r\n\r\n";
    expect((await send(small)).map(({ status }) => status)).toEqual([200, 200]);
    for (const method of ["GET", "PUT"]) {
      const head = `${method} /events.ics HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n`;
      const begun = performance.now();
      await send(Buffer.concat([Buffer.from(head), Buffer.alloc(8_000_000)]), 5_000);
      expect(performance.now() - begun).toBeLessThan(4_000);
    }
    expect((await get("/health")).map(({ status }) => status)).toEqual([200]);
  });

  test("2,000 malformed requests are all rejected or answered", { timeout: 120_000 }, async () => {
    const whole = (path: string) => `/events.ics${path}`;
    const path = fc.oneof(
      fc.string({ unit: "binary" }).map(whole),
      fc.string({ unit: "binary" }),
      fc.constantFrom("/", "*", "/events.ics"),
    );
    const method = fc.oneof(fc.constantFrom("GET", "HEAD", "OPTIONS", "POST", "PROPFIND"), fc.string({ maxLength: 8 }));
    const name = fc.constantFrom(
      "Host",
      "Accept-Encoding",
      "If-None-Match",
      "If-Modified-Since",
      "Content-Length",
      "Range",
      "Expect",
    );
    const field = fc.tuple(fc.oneof(name, fc.string()), fc.string({ unit: "binary" })).map((pair) => pair.join(": "));
    const request = fc
      .tuple(
        method,
        path,
        fc.constantFrom("HTTP/1.1", "HTTP/1.0", "HTTP/0.9", ""),
        fc.array(field, { maxLength: 4 }),
        fc.boolean(),
      )
      .map(([verb, target, version, fields, host]) => {
        const head = [[verb, target, version].join(" "), ...(host ? ["Host: x"] : []), ...fields, "Connection: close"];
        return Buffer.from(`${head.join("\r\n")}\r\n\r\n`);
      });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 20, maxLength: 20 }), async (requests) => {
        const answers = await Promise.all(requests.map((bytes) => send(bytes, 50)));
        for (const [at, found] of answers.entries())
          for (const answer of found) {
            if (requests[at]?.toString("latin1", 0, 5) !== "HEAD ") checkAnswer(answer);
            else expect(answer.status).toBeLessThan(500);
          }
      }),
      { numRuns: runs(100) },
    );
    expect((await get("/health")).map(({ status }) => status)).toEqual([200]);
  });
});
