import type { LookupAddress } from "node:dns";
import { createServer } from "node:https";
import type { AddressInfo, LookupFunction } from "node:net";
import tls from "node:tls";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createAsk } from "../../../src/adapters/times/ask-node.ts";
import type { Resolve } from "../../../src/adapters/times/checked-lookup.ts";

const ASKED = { url: "https://rust.example/ical?x=1", mostBytes: 1000, accept: "text/calendar" };
const PUBLIC: LookupAddress[] = [
  { address: "93.184.215.14", family: 4 },
  { address: "2606:2800:21f:cb07:6820:80da:af6b:8b2c", family: 6 },
];
const connect = tls.connect;
const key = Buffer.alloc(32, 7);
afterEach(() => vi.restoreAllMocks());

const ask = (resolve: Resolve, limitMs = 10_000) => createAsk({ userAgent: "test", resolve, limitMs })(ASKED);

/** Redirects connections to our server at `port`; returns what they requested. */
function redirected(port: number): tls.ConnectionOptions[] {
  const wanted: tls.ConnectionOptions[] = [];
  vi.spyOn(tls, "connect").mockImplementation(((options: tls.ConnectionOptions) => {
    wanted.push(options);
    return connect({
      host: "127.0.0.1",
      port,
      ciphers: "PSK",
      maxVersion: "TLSv1.2",
      checkServerIdentity: () => undefined,
      pskCallback: () => ({ psk: key, identity: "test" }),
    });
  }) as typeof tls.connect);
  return wanted;
}

function addressesOf(lookup: LookupFunction | undefined, all: boolean): Promise<unknown[]> {
  return new Promise((resolve) => lookup?.("rust.example", { all }, (...found) => resolve(found)));
}

describe("a connection from Node", () => {
  it("uses https to the checked addresses, with the host's name", async () => {
    const seen: unknown[] = [];
    const server = createServer(
      { ciphers: "PSK", maxVersion: "TLSv1.2", pskCallback: () => key },
      (request, response) => {
        seen.push([request.headers.host, request.url]);
        response.end("BEGIN");
      },
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const wanted = redirected((server.address() as AddressInfo).port);
    const asked: string[] = [];
    const resolve: Resolve = async (host) => {
      asked.push(host);
      return PUBLIC;
    };
    expect(await ask(resolve)).toMatchObject({ kind: "answer", status: 200, url: ASKED.url, body: "BEGIN" });
    expect(seen).toEqual([["rust.example", "/ical?x=1"]]);
    expect(wanted).toMatchObject([{ host: "rust.example", port: 443, servername: "rust.example" }]);
    expect(wanted[0]?.rejectUnauthorized).not.toBe(false);
    const { lookup } = wanted[0] as { lookup?: LookupFunction };
    expect(await addressesOf(lookup, true)).toEqual([null, PUBLIC]);
    expect(await addressesOf(lookup, false)).toEqual([null, "93.184.215.14", 4]);
    expect(asked).toEqual(["rust.example", "rust.example"]);
    await new Promise((closed) => server.close(closed));
  });

  it.each([
    ["127.0.0.1", 4],
    ["10.0.0.1", 4],
    ["169.254.169.254", 4],
    ["100.64.0.1", 4],
    ["::1", 6],
    ["::ffff:192.168.0.1", 6],
    ["fe80::1%eth0", 6],
    ["fd00::1", 6],
  ])("is rejected if any address is private: %s", async (address, family) => {
    for (const addresses of [[{ address, family }], [...PUBLIC, { address, family }]]) {
      expect(await ask(async () => addresses)).toEqual({
        kind: "none",
        why: "private-address",
        message: `rust.example resolves to ${address}`,
      });
    }
  });

  it("is rejected if a local name resolves to it", async () => {
    const resolve: Resolve = async () => (await import("node:dns/promises")).lookup("localhost", { all: true });
    expect(await ask(resolve)).toMatchObject({ kind: "none", why: "private-address" });
  });

  it.each<[string, Resolve, string, string]>([
    ["no address", async () => [], "unreachable", "rust.example has no address"],
    [
      "a name that does not exist",
      () => Promise.reject(Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" })),
      "unreachable",
      "no connection, or connection lost (ENOTFOUND)",
    ],
    ["an answer that never comes", () => new Promise(() => {}), "timeout", "no complete response within 0.2 s"],
  ])("fails: %s", async (_what, resolve, why, message) => {
    expect(await ask(resolve, 200)).toEqual({ kind: "none", why, message });
  });
});
