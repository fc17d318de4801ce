import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "../../src/adapters/node.ts";
import { answersIn } from "../http/raw.ts";
import { appOver } from "../http/service.ts";

const seed = Math.trunc(Math.random() * 2 ** 31);

/** Requests on a connection, connections at a time, and turns: 20,000 requests. */
const [REQUESTS, AT_ONCE, TURNS] = [25, 16, 50];

/** A request and the status of its response; null if it ends the connection with any error. */
interface Sent {
  readonly text: string;
  readonly status: number | null;
}

const good: fc.Arbitrary<Sent> = fc.constantFrom(
  { text: "GET /events.json HTTP/1.1\r\nHost: x\r\n\r\n", status: 200 },
  { text: "GET /events.ics HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n", status: 200 },
  { text: "GET /events.ics HTTP/1.1\r\nHost: x\r\nIf-None-Match: *\r\n\r\n", status: 304 },
  { text: "\r\nGET /robots.txt HTTP/1.1\r\nhost:x\r\nContent-Length: 5\r\n\r\nGET /", status: 200 },
  {
    text: "GET /feeds.json HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n",
    status: 200,
  },
  { text: "GET /events.ics?regoin=asia HTTP/1.1\r\nHost: x\r\n\r\n", status: 400 },
  { text: "GET /nothing HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n", status: 404 },
  { text: "PUT /events.ics HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc", status: 405 },
  { text: "GET /events.ics HTTP/1.1\r\n\r\n", status: 400 },
  { text: `GET /${"x".repeat(9_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, status: 414 },
);

const broken: fc.Arbitrary<Sent> = fc
  .oneof(
    fc.constantFrom(
      "nonsense\r\n\r\n",
      "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
      "GET / HTTP/1.1\r\nHost x\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
      "CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n",
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${"x".repeat(60_000)}\r\n\r\n`,
      "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    ),
    // No method begins with any of these.
    fc.tuple(fc.constantFrom("\0", "!", "a", "~", "0"), fc.string()).map(([first, rest]) => `${first}${rest}\r\n\r\n`),
  )
  .map((text) => ({ text, status: null }));

/** Requests in one connection; where it is sent in two, so that requests are cut anywhere. */
const connection = fc.record({
  sent: fc.array(fc.oneof({ weight: 40, arbitrary: good }, { weight: 1, arbitrary: broken }), {
    minLength: REQUESTS,
    maxLength: REQUESTS,
  }),
  cut: fc.double({ min: 0, max: 1, noNaN: true }),
});

let server: RunningServer;

beforeAll(async () => {
  server = await startServer(appOver(), { port: 0, edition: () => "" });
});
afterAll(() => server.close(0));

/** Everything received until the server closes. */
function exchange(bytes: Buffer, cut: number): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const at = Math.floor(bytes.length * cut);
    const socket = connect(server.port, "127.0.0.1", () => {
      socket.write(bytes.subarray(0, at), () => setImmediate(() => socket.write(bytes.subarray(at))));
    });
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => {});
    socket.on("close", () => resolve(Buffer.concat(chunks)));
  });
}

async function check({ sent, cut }: { readonly sent: readonly Sent[]; readonly cut: number }): Promise<void> {
  const last = "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  const bytes = Buffer.from(sent.map(({ text }) => text).join("") + last, "latin1");
  const found = answersIn(await exchange(bytes, cut)).filter(({ status }) => status >= 200);
  const end = sent.findIndex(({ status }) => status === null);
  const expected = sent.slice(0, end < 0 ? sent.length : end).map(({ status }) => status);
  expect(found.slice(0, -1).map(({ status }) => status)).toEqual(expected);
  const ending = found.at(-1)?.status ?? 0;
  expect(end < 0 ? ending === 200 : ending >= 400 && ending < 500).toBe(true);
}

describe(`20,000 malformed and pipelined requests (seed ${seed})`, () => {
  test("are answered in order, the malformed one last, and leave nothing behind", { timeout: 120_000 }, async () => {
    const several = fc.array(connection, { minLength: AT_ONCE, maxLength: AT_ONCE });
    await fc.assert(
      fc.asyncProperty(several, async (connections) => {
        await Promise.all(connections.map(check));
      }),
      { numRuns: TURNS, seed, endOnFailure: true },
    );
    await expect.poll(() => server.load()).toEqual({ open: 0, busy: 0, waiting: 0, unsent: 0 });
  });
});
