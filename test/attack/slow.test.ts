import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "../../src/adapters/node.ts";
import { asked } from "./clients.ts";

/** More than all buffers of the system take. */
const LARGE = new Uint8Array(64 * 1024 * 1024);

let server: RunningServer;

beforeAll(async () => {
  server = await startServer(
    { fetch: ({ url }) => new Response(url.endsWith("/large") ? LARGE : "small") },
    { port: 0, edition: () => "" },
  );
});
afterAll(() => server.close(0));

/** What came back before the server closed a connection that sends `first`, then `more` byte by byte. */
function slowly(first: string, more = ""): Promise<string> {
  return new Promise((resolve) => {
    let came = "";
    let at = 0;
    const socket = connect({ port: server.port, host: "127.0.0.1", allowHalfOpen: true }, () => socket.write(first));
    const drip = setInterval(() => at < more.length && socket.write(more.charAt(at++)), 100);
    const ended = () => {
      clearInterval(drip);
      resolve(came.slice(0, 12));
      socket.destroy();
    };
    socket.on("data", (chunk) => {
      came += chunk.toString("latin1");
    });
    for (const event of ["end", "error", "close"]) socket.on(event, ended);
  });
}

describe("a slow client", () => {
  test.concurrent.each<[string, string, string, string]>([
    ["that says nothing", "", "", "HTTP/1.1 408"],
    ["with half a request", "GET / HTT", "", "HTTP/1.1 408"],
    ["that sends its headers byte by byte", "GET / HTTP/1.1\r\nX: ", "x".repeat(1_000), "HTTP/1.1 408"],
    ["with half a request behind a whole one", `${asked("/")}GET / HTT`, "", "HTTP/1.1 200"],
    ["that never ends a header line", "GET / HTTP/1.1\r\n", "X: y\r\n".repeat(200), "HTTP/1.1 408"],
    [
      "whose body never ends",
      "PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n",
      "x".repeat(999),
      "HTTP/1.1 200",
    ],
  ])("%s is disconnected", { timeout: 60_000 }, async (_what, first, more, status) => {
    expect(await slowly(first, more)).toBe(status);
  });

  test.concurrent.each([
    ["nothing", 0],
    ["a byte at a time", 1],
  ])(
    "that receives %s of a large body is disconnected, whatever it sends",
    { timeout: 60_000 },
    async (_what, bytes) => {
      const socket = connect(server.port, "127.0.0.1", () => socket.write(asked("/large")));
      socket.on("error", () => {}).on("readable", () => {});
      const drip = setInterval(() => {
        socket.write(asked("/"));
        if (bytes > 0) socket.read(bytes);
      }, 100);
      while (server.load().unsent === 0) await sleep(20);
      while (server.load().unsent > 0) await sleep(100);
      clearInterval(drip);
      socket.destroy();
    },
  );

  test("leaves nothing behind", async () => {
    await expect.poll(() => server.load()).toEqual({ open: 0, busy: 0, waiting: 0, unsent: 0 });
  });
});
