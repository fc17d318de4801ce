import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { nodeEncoders } from "../../src/adapters/node/compress.ts";
import { filesEdition } from "../../src/adapters/node/edition.ts";
import { type RunningServer, startServer } from "../../src/adapters/node.ts";
import { fileStore } from "../../src/adapters/store/file.ts";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { createApp } from "../../src/http/app.ts";
import { type RawAnswer, sendRaw } from "../http/raw.ts";
import { appOver, SITE } from "../http/service.ts";
import { dataSet, event } from "../render/events.ts";

let running: RunningServer | undefined;

afterEach(() => running?.close(0));

async function start(): Promise<string> {
  running = await startServer(appOver(), { port: 0 });
  return `http://127.0.0.1:${running.port}`;
}

/** Status and headers of a request that `fetch` cannot make. */
function send(url: string, method: string): Promise<{ status: number | undefined; length: number }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method }, (response) => {
      let length = 0;
      response.on("data", (chunk: Buffer) => {
        length += chunk.length;
      });
      response.on("end", () => resolve({ status: response.statusCode, length }));
    });
    sent.on("error", reject);
    sent.end();
  });
}

describe("over HTTP", () => {
  test("a feed has the same bytes as the response of the app", async () => {
    const url = await start();
    for (const path of ["/events.ics", "/events.json?region=Virtual", "/", "/feeds.json", "/events/2014.json"]) {
      const [over, inside] = [await fetch(url + path), await appOver().request(path)];
      expect(over.status).toBe(200);
      expect(await over.text()).toBe(await inside.text());
      for (const name of ["etag", "content-type", "content-length", "last-modified", "cache-control", "link"])
        expect([name, over.headers.get(name)]).toEqual([name, inside.headers.get(name)]);
    }
  });

  test("a request with the ETag gets 304 without a body", async () => {
    const url = await start();
    const etag = (await fetch(`${url}/events.ics`)).headers.get("etag") ?? "";
    const again = await fetch(`${url}/events.ics`, { headers: { "if-none-match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test("HEAD has the length of the body and no body; PROPFIND is rejected immediately", async () => {
    const url = await start();
    const head = await fetch(`${url}/events.ics`, { method: "HEAD" });
    const body = await fetch(`${url}/events.ics`);
    expect(head.headers.get("content-length")).toBe(String((await body.arrayBuffer()).byteLength));
    expect(await send(`${url}/events.ics`, "HEAD")).toEqual({ status: 200, length: 0 });
    expect((await send(`${url}/events.ics`, "PROPFIND")).status).toBe(405);
    expect((await send(`${url}/.well-known/caldav`, "GET")).status).toBe(404);
  });

  test("a problem document is the same over HTTP", async () => {
    const response = await fetch(`${await start()}/events.ics?nothing=1`);
    expect([response.status, response.headers.get("content-type")]).toEqual([400, "application/problem+json"]);
  });
});

describe("the server", () => {
  test("rejects if the port is in use", async () => {
    await start();
    await expect(startServer(appOver(), { port: running?.port ?? 0 })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  test("answers open requests before it stops, and nothing after that", async () => {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const arrived = Promise.withResolvers<void>();
    running = await startServer(
      {
        async fetch() {
          arrived.resolve();
          await held;
          return new Response("done");
        },
      },
      { port: 0 },
    );
    const url = `http://127.0.0.1:${running.port}/`;
    const answer = fetch(url);
    await arrived.promise;
    const closed = running.close();
    release();
    expect(await (await answer).text()).toBe("done");
    await closed;
    await expect(fetch(url)).rejects.toThrow();
  });

  test("does not wait forever", async () => {
    running = await startServer({ fetch: () => new Promise<Response>(() => {}) }, { port: 0 });
    const answer = fetch(`http://127.0.0.1:${running.port}/`).catch(() => "cut off");
    await new Promise((resolve) => setTimeout(resolve, 50));
    await running.close(50);
    expect(await answer).toBe("cut off");
  });
});

describe("a cached response", () => {
  const data = dataSet(Array.from({ length: 40 }, (_, at) => event({ id: `e${at}`, title: `Event ${at}` })));
  const fields = (answer: RawAnswer) => ({ ...answer.headers, date: typeof answer.headers.date });

  test("equals that of the app, in headers and body, for every kind of request", async () => {
    const clock = { today: () => "2026-03-05" };
    const app = createApp({ store: memoryStore(data), clock, site: SITE, encoders: nodeEncoders() });
    let asked = 0;
    const counted = {
      fetch(request: Request) {
        asked += 1;
        return app.fetch(request);
      },
    };
    const [keeping, plain] = [
      await startServer(counted, { port: 0, edition: () => "" }),
      await startServer(app, { port: 0 }),
    ];
    try {
      const etag = (await app.request("/events.ics")).headers.get("etag") ?? "";
      const modified = (await app.request("/events.ics")).headers.get("last-modified") ?? "";
      const paths = [
        "/events.ics",
        "/events.json?region=Virtual",
        "/",
        "/feeds.json",
        "/groups/rust-berlin.csv",
        "/nothing",
      ];
      const conditions = ["", `If-None-Match: ${etag}`, 'if-none-match: "x"', `If-Modified-Since: ${modified}`];
      const codings = ["", "Accept-Encoding: gzip, br", "ACCEPT-ENCODING: gzip", "Accept-Encoding: identity;q=0"];
      for (const path of paths)
        for (const method of ["GET", "HEAD"])
          for (const lines of conditions.flatMap((condition) => codings.map((coding) => [condition, coding]))) {
            const head = [`${method} ${path} HTTP/1.1`, "Host: localhost", ...lines.filter((line) => line !== "")];
            const last = `${method} /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
            const one = `${head.join("\r\n")}\r\n\r\n`;
            const [first, second, third] = await sendRaw(keeping.port, one.repeat(3) + last, 5_000);
            const [expected] = await sendRaw(plain.port, one + last, 5_000);
            for (const answer of [first, second, third]) {
              expect(answer?.status).toBe(expected?.status);
              expect([head, answer && fields(answer)]).toEqual([head, expected && fields(expected)]);
              expect([head, expected && answer?.body.equals(expected.body)]).toEqual([head, true]);
            }
          }
      const before = asked;
      for (let turn = 0; turn < 60; turn++) await fetch(`http://127.0.0.1:${keeping.port}/events.ics`);
      expect(asked - before).toBeLessThan(20);
    } finally {
      await Promise.all([keeping.close(0), plain.close(0)]);
    }
  }, 60_000);

  test("is dropped when the data set or the day changes", async () => {
    const store = memoryStore(data);
    let today = "2026-03-05";
    const clock = { today: () => today };
    let version = 0;
    const app = createApp({ store, clock, site: SITE });
    running = await startServer(app, { port: 0, edition: () => `${version} ${today}` });
    const titles = async () => {
      const list = await (await fetch(`http://127.0.0.1:${running?.port}/events.json`)).json();
      return (list as { events: { title: string }[] }).events.map(({ title }) => title);
    };
    for (let turn = 0; turn < 5; turn++) expect(await titles()).toHaveLength(40);
    for (let change = 1; change <= 20; change++) {
      await store.replace(dataSet([event({ title: `Changed ${change}` })], { version: `v${change}` }));
      version = change;
      await sleep(2);
      for (let turn = 0; turn < 4; turn++) expect(await titles()).toEqual([`Changed ${change}`]);
    }
    today = "2026-09-01";
    await sleep(2);
    for (let turn = 0; turn < 4; turn++) expect(await titles()).toEqual([]);
  });

  test("is dropped when the file changes", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "twir-edition-")), "events.json");
    const store = fileStore(file);
    const edition = filesEdition([file], { today: () => "2026-03-05" });
    const seen = [edition()];
    for (const version of ["one", "two", "three"]) {
      await store.replace(dataSet([event({ title: version })]));
      seen.push(edition());
      expect(edition()).toBe(seen.at(-1));
    }
    expect(new Set(seen).size).toBe(4);
    expect(filesEdition([file], { today: () => "2026-03-06" })()).not.toBe(seen.at(-1));
    await rm(dirname(file), { recursive: true });
  });
});
