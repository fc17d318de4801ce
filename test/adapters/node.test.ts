import { request } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "../../src/adapters/node.ts";
import { appOver } from "../http/service.ts";

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
  test("a feed is what the app answers, byte for byte", async () => {
    const url = await start();
    for (const path of ["/events.ics", "/events.json?region=Virtual", "/", "/feeds.json", "/events/2014.json"]) {
      const [over, inside] = [await fetch(url + path), await appOver().request(path)];
      expect(over.status).toBe(200);
      expect(await over.text()).toBe(await inside.text());
      for (const name of ["etag", "content-type", "content-length", "last-modified", "cache-control", "link"])
        expect([name, over.headers.get(name)]).toEqual([name, inside.headers.get(name)]);
    }
  });

  test("who has it gets 304 without a body", async () => {
    const url = await start();
    const etag = (await fetch(`${url}/events.ics`)).headers.get("etag") ?? "";
    const again = await fetch(`${url}/events.ics`, { headers: { "if-none-match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test("HEAD has the length of the body and no body; PROPFIND is refused at once", async () => {
    const url = await start();
    const head = await fetch(`${url}/events.ics`, { method: "HEAD" });
    const body = await fetch(`${url}/events.ics`);
    expect(head.headers.get("content-length")).toBe(String((await body.arrayBuffer()).byteLength));
    expect(await send(`${url}/events.ics`, "HEAD")).toEqual({ status: 200, length: 0 });
    expect((await send(`${url}/events.ics`, "PROPFIND")).status).toBe(405);
    expect((await send(`${url}/.well-known/caldav`, "GET")).status).toBe(404);
  });

  test("a problem is one over HTTP too", async () => {
    const response = await fetch(`${await start()}/events.ics?nothing=1`);
    expect([response.status, response.headers.get("content-type")]).toEqual([400, "application/problem+json"]);
  });
});

describe("the server", () => {
  test("rejects when its port is taken", async () => {
    await start();
    await expect(startServer(appOver(), { port: running?.port ?? 0 })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  test("answers what is under way before it ends, and nothing after", async () => {
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

  test("does not wait for ever", async () => {
    running = await startServer({ fetch: () => new Promise<Response>(() => {}) }, { port: 0 });
    const answer = fetch(`http://127.0.0.1:${running.port}/`).catch(() => "cut off");
    await new Promise((resolve) => setTimeout(resolve, 50));
    await running.close(50);
    expect(await answer).toBe("cut off");
  });
});
