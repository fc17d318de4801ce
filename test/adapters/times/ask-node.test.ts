import { Readable } from "node:stream";
import { createGzip, deflateSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAsk } from "../../../src/adapters/times/ask-node.ts";
import { type Answer, gzipBomb, privateGroup, redirectTo } from "../../times/replay/answer.ts";
import { type Replay, replay } from "../../times/replay/server.ts";

const URL = "https://www.example.org/rust.ics";
const TEXT = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";

let hosts: Replay;
beforeEach(async () => {
  hosts = await replay();
});
afterEach(() => hosts.close());

const given = (answer: Answer, mostBytes = 20_000) => {
  hosts.set(URL, answer);
  return createAsk({ userAgent: "test", via: hosts.via })({ url: URL, mostBytes, accept: "text/calendar" });
};
const coded = (coding: string, answer: Answer): Answer => ({ headers: { "content-encoding": coding }, ...answer });

// What `fetch` does by itself, or as each runtime pleases.
describe("requests from Node", () => {
  it.each<[string, Answer, object]>([
    ["Brotli", { coding: "br", body: TEXT }, { kind: "answer", body: TEXT }],
    ["a coding in capitals", coded("GZIP", { body: gzipSync(TEXT) }), { kind: "answer", body: TEXT }],
    ["Brotli that is none", coded("br", { body: TEXT }), { kind: "none", why: "undecodable" }],
    ["a Brotli bomb", { coding: "br", body: Buffer.alloc(16_000_000) }, { kind: "none", why: "too-large" }],
    ["gzip without its end", coded("gzip", { body: gzipSync(TEXT).subarray(0, -20) }), { why: "undecodable" }],
    ["gzip twice", coded("gzip, gzip", { body: gzipSync(gzipSync(TEXT)) }), { why: "undecodable" }],
    ["much that is compressed nothing", coded("gzip", { endless: true, body: gzipSync("") }), { why: "too-large" }],
    ["deflate without a frame", coded("deflate", { body: deflateSync("x").subarray(2) }), { why: "undecodable" }],
  ])("%s", async (_what, answer, expected) => {
    expect(await given(answer)).toMatchObject(expected);
  });

  it("does not decompress a bomb completely", async () => {
    const zeros = Buffer.alloc(1_048_576);
    const gzip = Readable.from(Array(256).fill(zeros)).pipe(createGzip());
    const bomb = coded("gzip", { body: Buffer.concat(await gzip.toArray()) });
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers);
    }, 1);
    expect(await given(bomb, 1_000_000)).toMatchObject({ kind: "none", why: "too-large" });
    clearInterval(watch);
    expect(most - before).toBeLessThan(32_000_000);
  });

  it.each<[string, Answer]>([
    ["a calendar", { body: TEXT }],
    ["a refusal", privateGroup],
    ["a redirect", redirectTo("/x")],
    ["a redirect to another host", redirectTo("//example.com/")],
    ["a gzip bomb", gzipBomb(16)],
    ["no text", { body: Buffer.of(0xff) }],
  ])("closes the connection: %s", async (_what, answer) => {
    await given(answer);
    await expect.poll(() => hosts.connections()).toBe(0);
    expect(hosts.log.every(({ headers }) => headers.connection === "close")).toBe(true);
  });
});
