import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { shareOf } from "../../src/adapters/node/connections.ts";
import { type RunningServer, type StartOptions, startServer } from "../../src/adapters/node.ts";
import { asked } from "../attack/clients.ts";
import { sendRaw } from "../http/raw.ts";

const MEGABYTE = 1024 * 1024;
const NOTHING = { open: 0, busy: 0, waiting: 0, unsent: 0 };

let server: RunningServer;
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.close(0);
});

type App = (path: string) => Response | Promise<Response>;

async function start(app: App, options: Partial<StartOptions> = {}): Promise<void> {
  server = await startServer(
    { fetch: ({ url }) => app(new URL(url).pathname) },
    { port: 0, edition: () => "", ...options },
  );
}

/** A connection that sends `text` and takes nothing. */
function hold(text: string, localAddress = "127.0.0.1"): Socket {
  const socket = connect({ port: server.port, host: "127.0.0.1", localAddress, allowHalfOpen: true });
  sockets.push(socket);
  socket.on("error", () => {}).pause();
  socket.write(text);
  return socket;
}

const statuses = async (text: string) => (await sendRaw(server.port, text, 2_000)).map(({ status }) => status);
const last = (path: string) => asked(path, "Connection: close");

describe("requests on one connection", () => {
  test("are answered one at a time, and do not delay other clients", async () => {
    let most = 0;
    let running = 0;
    await start(async (path) => {
      if (path === "/other") return new Response();
      most = Math.max(most, ++running);
      await sleep(10);
      running -= 1;
      return new Response(path);
    });
    const paths = Array.from({ length: 20 }, (_, at) => `/${at}`);
    const answers = sendRaw(server.port, paths.map((path) => asked(path)).join("") + last("/end"), 5_000);
    expect(await statuses(last("/other"))).toEqual([200]);
    expect((await answers).map(({ body }) => body.toString())).toEqual([...paths, "/end"]);
    expect(most).toBe(1);
  });

  test("are all answered when the server stops", async () => {
    await start(async (path) => {
      await sleep(50);
      return new Response(path);
    });
    const answers = sendRaw(server.port, ["/1", "/2", "/3", "/4"].map((path) => asked(path)).join(""), 5_000);
    await expect.poll(() => server.load().waiting).toBe(3);
    await server.close();
    const found = await answers;
    expect(found.map(({ body }) => body.toString())).toEqual(["/1", "/2", "/3", "/4"]);
    expect(found.at(-1)?.headers.connection).toBe("close");
  });

  test("are answered completely before the error for a malformed one, or for CONNECT", async () => {
    const large = new Uint8Array(3 * MEGABYTE).fill(97);
    await start(() => new Response(large));
    for (const [broken, status] of [
      ["nonsense\r\n\r\n", 405],
      ["GET / HTTP/9.9\r\n\r\n", 400],
      ["CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n", 405],
    ] as const) {
      const found = await sendRaw(server.port, asked("/").repeat(3) + broken + asked("/"), 5_000);
      expect(found.map((answer) => answer.status)).toEqual([200, 200, 200, status]);
      for (const { body } of found.slice(0, 3)) expect(body.equals(large)).toBe(true);
    }
  });

  test("get one response each, whatever is wrong with a body", async () => {
    await start(() => new Response("whole"));
    const odd = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n\r\n";
    expect(await statuses(asked("/") + odd + asked("/"))).toEqual([200, 200]);
  });
});

describe("bytes that clients do not receive", () => {
  test("count once for all clients; beyond a limit large bodies are rejected", async () => {
    const bodies = new Map<string, Uint8Array<ArrayBuffer>>();
    await start((path) => {
      const body = bodies.get(path) ?? new Uint8Array(Number(path.split("-").at(-1)));
      bodies.set(path, body);
      return new Response(body);
    });
    const size = 20 * MEGABYTE;
    for (let at = 0; at < 30; at++) hold(asked(`/a-${size}`));
    await expect.poll(() => server.load()).toEqual({ open: 30, busy: 30, waiting: 0, unsent: size });
    const [refused] = await sendRaw(server.port, last(`/b-${size}`), 5_000);
    expect([refused?.status, refused?.headers["retry-after"]]).toEqual([503, "15"]);
    expect(JSON.parse(String(refused?.body))).toMatchObject({ status: 503 });
    expect(await statuses(last("/c-10000"))).toEqual([200]);
    expect(await statuses(last("/d-100000"))).toEqual([200]);
    expect(await statuses(last(`/a-${size}`))).toEqual([200]);
    for (const socket of sockets) socket.destroy();
    await expect.poll(() => server.load()).toEqual(NOTHING);
    expect(await statuses(last(`/b-${size}`))).toEqual([200]);
  });
});

describe("connections", () => {
  test("leave nothing behind, however they are closed", { timeout: 60_000 }, async () => {
    const large = new Uint8Array(20 * MEGABYTE);
    await start(async (path) => {
      if (path === "/slow") await sleep(5);
      return new Response(path === "/large" ? large : "small");
    });
    const kinds = [
      asked("/slow"),
      asked("/large"),
      asked("/slow").repeat(5) + asked("/large").repeat(5),
      asked("/large", "Expect: 100-continue"),
      asked("/slow", "Expect: cake") + asked("/"),
      asked("/slow", "Connection: upgrade", "Upgrade: websocket"),
      "GET /slow HTTP/1.0\r\n\r\n",
      `${last("/slow")}${asked("/")}`,
      `${asked("/slow")}CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n`,
      `${asked("/slow")}nonsense\r\n\r\n`,
      "PUT /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc",
      "PUT /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n",
      "GET /slow HTT",
      "",
    ];
    for (let at = 0; at < 2_800; at++) {
      const socket = hold(kinds[at % kinds.length] ?? "");
      const end =
        at % 3 === 0 ? () => socket.end() : at % 3 === 1 ? () => socket.resetAndDestroy() : () => socket.destroy();
      setTimeout(end, at % 20);
      if (at % 50 === 49) await sleep(10);
    }
    await sleep(50);
    for (const socket of sockets) socket.destroy();
    await expect.poll(() => server.load()).toEqual(NOTHING);
  });

  test("are closed after an error, even if the client does not close them", async () => {
    await start(() => new Response());
    for (const text of [
      "nonsense\r\n\r\n",
      "GET / HTTP/9.9\r\n\r\n",
      "\x16\x03\x01",
      "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
    ])
      hold(text);
    await expect.poll(() => server.load().open).toBeGreaterThan(0);
    await expect.poll(() => server.load()).toEqual(NOTHING);
  });

  // Other systems have no second loopback address.
  test.runIf(process.platform === "linux")("of one address have a share; the longest idle go first", async () => {
    await start(() => new Response(), { share: (address) => address });
    const other = hold("", "127.0.0.2");
    const first = hold("");
    let isClosed = false;
    first.on("close", () => {
      isClosed = true;
    });
    first.on("end", () => first.destroy()).resume();
    await expect.poll(() => server.load().open).toBe(2);
    for (let at = 0; at < 300; at++) hold("");
    await expect.poll(() => isClosed).toBe(true);
    await expect.poll(() => server.load().open).toBe(257);
    expect(await statuses(last("/"))).toEqual([200]);
    expect(other.destroyed).toBe(false);
  });
});

test.each([
  ["127.0.0.1", null],
  ["::1", null],
  ["::ffff:127.0.0.1", null],
  ["10.1.2.3", null],
  ["192.168.0.9", null],
  ["172.17.0.1", null],
  ["fe80::1", null],
  ["fd00::1", null],
  ["", null],
  ["8.8.8.8", "8.8.8.8"],
  ["::ffff:8.8.8.8", "8.8.8.8"],
  ["2a00:1450:4001:82a::200e", "2a00:1450:4001:82a"],
])("%s counts for the limit of %s", (address, share) => {
  expect(shareOf(address)).toBe(share);
});
