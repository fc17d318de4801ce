import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nodeEncoders } from "../../src/adapters/node/compress.ts";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { createApp } from "../../src/http/app.ts";
import { chooseEncoding, createEncodings, type Encoders } from "../../src/http/encodings.ts";
import { dataSet, event, oddText } from "../render/events.ts";
import { appOver, SITE, TODAY } from "./service.ts";

const DATA = dataSet(Array.from({ length: 40 }, (_, at) => event({ id: `e${at}`, title: `Event ${at}` })));
const PATHS = ["/events.ics", "/events.json", "/regions/europe.ics", "/", "/feeds.json"];

/** An app that counts how often a body is compressed. */
function counting(encoders: Encoders = nodeEncoders()) {
  const count = { br: 0, gzip: 0 };
  const counted: Encoders = {
    br(bytes) {
      count.br += 1;
      return encoders.br?.(bytes) ?? bytes;
    },
    gzip(bytes) {
      count.gzip += 1;
      return encoders.gzip?.(bytes) ?? bytes;
    },
  };
  const store = memoryStore(DATA);
  return { count, app: createApp({ store, clock: { today: () => TODAY }, site: SITE, encoders: counted }) };
}

const READERS = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Uint8Array) => Buffer.from(bytes) };

describe.each(PATHS)("%s", (path) => {
  const { app, count } = counting();
  const get = (headers: Record<string, string>, method = "GET") => app.request(path, { method, headers });

  test("has the same content in every content encoding, each with its own ETag", async () => {
    const plain = await get({});
    const body = Buffer.from(await plain.arrayBuffer());
    const tags = [plain.headers.get("etag")];
    expect([plain.headers.get("vary"), plain.headers.get("content-encoding")]).toEqual(["Accept-Encoding", null]);
    for (const coding of ["gzip", "br"] as const) {
      const response = await get({ "accept-encoding": coding });
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get("content-encoding")).toBe(coding);
      expect(response.headers.get("content-length")).toBe(String(bytes.length));
      expect(response.headers.get("vary")).toBe("Accept-Encoding");
      expect(bytes.length).toBeLessThan(body.length);
      expect(READERS[coding](bytes).equals(body)).toBe(true);
      for (const name of ["content-type", "last-modified", "cache-control", "link", "content-disposition"])
        expect([name, response.headers.get(name)]).toEqual([name, plain.headers.get(name)]);
      const head = await get({ "accept-encoding": coding }, "HEAD");
      expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(response.headers));
      tags.push(response.headers.get("etag"));
    }
    expect(new Set(tags).size).toBe(3);
    const core = tags[0]?.slice(0, -1);
    expect(tags).toEqual([`${core}"`, `${core}-gzip"`, `${core}-br"`]);
  });

  test("is compressed once", async () => {
    const before = { ...count };
    await Promise.all(Array.from({ length: 20 }, () => get({ "accept-encoding": "gzip, br" })));
    for (let turn = 0; turn < 5; turn++) await get({ "accept-encoding": "gzip" });
    expect(count.br - before.br).toBeLessThanOrEqual(1);
    expect(count.gzip - before.gzip).toBeLessThanOrEqual(1);
    expect([count.br, count.gzip]).toEqual([1, 1]);
  });

  test("gives 304 for a copy in any content encoding, with the client's ETag", async () => {
    const plain = (await get({})).headers.get("etag") ?? "";
    const coded = (coding: string) => `${plain.slice(0, -1)}-${coding}"`;
    for (const held of [plain, coded("gzip"), coded("br")]) {
      for (const accepted of ["gzip", "br", "identity", "gzip, deflate, br", ""]) {
        const again = await get({ "if-none-match": `"x", W/${held}`, "accept-encoding": accepted });
        expect([again.status, again.headers.get("etag"), again.headers.get("vary")]).toEqual([
          304,
          held,
          "Accept-Encoding",
        ]);
        expect(await again.text()).toBe("");
      }
    }
    // What proxies make of our tag.
    for (const held of [`${plain.slice(0, -1)};gzip"`, `${plain.slice(0, -1)}--gzip"`])
      expect((await get({ "if-none-match": held })).status).toBe(304);
    for (const other of ['"x-gzip"', `"x${plain.slice(1)}`, plain.slice(1, -1), ""])
      expect([other, (await get({ "if-none-match": other })).status]).toEqual([other, 200]);
  });
});

test("a 304 for If-Modified-Since has the ETag of the negotiated encoding", async () => {
  const { app } = counting();
  const first = await app.request("/events.ics", { headers: { "accept-encoding": "br" } });
  const again = await app.request("/events.ics", {
    headers: { "accept-encoding": "br", "if-modified-since": first.headers.get("last-modified") ?? "" },
  });
  expect([again.status, again.headers.get("etag")]).toEqual([304, first.headers.get("etag")]);
});

test("small bodies are not compressed", async () => {
  const store = memoryStore(dataSet([]));
  const app = createApp({ store, clock: { today: () => TODAY }, site: SITE, encoders: nodeEncoders() });
  const response = await app.request("/events.csv", { headers: { "accept-encoding": "gzip" } });
  expect([response.headers.get("content-encoding"), response.headers.get("vary")]).toEqual([null, null]);
});

test("without encoders, responses are not negotiated", async () => {
  const response = await appOver(DATA).request("/events.ics", { headers: { "accept-encoding": "gzip, br" } });
  expect([response.headers.get("content-encoding"), response.headers.get("vary")]).toEqual([null, null]);
});

test("if the encoder fails, the response is sent uncompressed", async () => {
  const { app } = counting({ gzip: () => Promise.reject(new Error("out of memory")) });
  const response = await app.request("/events.ics", { headers: { "accept-encoding": "gzip" } });
  expect([response.status, response.headers.get("content-encoding")]).toEqual([200, null]);
  expect(await response.text()).toMatch(/^BEGIN:VCALENDAR/);
  expect(response.headers.get("etag")).not.toContain("gzip");
});

test.each<[string | null, string | null]>([
  [null, null],
  ["", null],
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["GZIP, deflate, BR", "br"],
  ["br;q=0.5, gzip;q=0.8", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["gzip;q=0", null],
  ["identity;q=0", null],
  ["gzip;q=0, identity;q=0", null],
  ["*", "gzip"],
  ["*;q=0", null],
  ["identity, *;q=0.1", null],
  ["br;q=0, *", "gzip"],
  ["gzip;q=0.5, identity", null],
  ["identity;q=0.5, gzip;q=0.5", "gzip"],
  ["zstd, compress, deflate", null],
  ["gzip;q=nonsense", null],
  ["gzip;q=2, br;q=-1", null],
  ["gzip; q = 1.0 ; level=9", "gzip"],
  [",,;;=,gzip", "gzip"],
  ["gzip;gzip;gzip", "gzip"],
  ["br,".repeat(5_000), "br"],
])("Accept-Encoding %j: %s", (header, coding) => {
  expect(chooseEncoding(header, ["br", "gzip"])).toBe(coding);
  if (coding !== null) expect(chooseEncoding(header, [])).toBeNull();
});

test("any Accept-Encoding is parsed, and only available encodings are chosen", () => {
  const item = fc.tuple(fc.oneof(fc.constantFrom("gzip", "br", "identity", "*", "x-gzip", ""), oddText), oddText);
  const header = fc.array(item).map((items) => items.map(([name, more]) => `${name};q=${more}`).join(","));
  fc.assert(fc.property(header, (text) => [null, "gzip"].includes(chooseEncoding(text, ["gzip"]))));
});

test("the cache of compressed bodies never exceeds its size", async () => {
  let made = 0;
  const encodings = createEncodings({
    gzip() {
      made += 1;
      return new Uint8Array(1024 * 1024);
    },
  });
  const body = new Uint8Array(1);
  for (let at = 0; at < 20; at++) await encodings.encode(`"${at}"`, "gzip", body);
  for (let at = 0; at < 20; at++) await encodings.encode(`"${at}"`, "gzip", body);
  expect(made).toBeGreaterThan(30);
  await encodings.encode('"19"', "gzip", body);
  expect(made).toBe(40);
});
