import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Server, startOurs } from "../../bench/http/servers.ts";
import { ask, asked, beside, connectionsOf, type Held, holdOpen, peakMegabytes } from "./clients.ts";

/** Everything since 2010, over 5 MB. */
const ARCHIVE = "/events.json?from=2010-01-01";

/** A different archive for each. */
const archiveSince = (at: number) =>
  `/events.json?from=${new Date(Date.UTC(2010, 0, 1 + at)).toISOString().slice(0, 10)}`;

// Memory and connections of a process are only available on Linux.
describe.runIf(existsSync("/proc/self/status"))("a server of its own", () => {
  let server: Server;

  beforeAll(async () => {
    server = await startOurs();
    // As after a day of use.
    for (const path of [ARCHIVE, "/regions/europe.ics", "/feeds.json"]) await ask(server.port, path);
  }, 60_000);
  afterAll(() => server?.stop());

  test.each<[string, number, string | ((at: number) => string)]>([
    ["that pipelines 150 archives", 1, asked(ARCHIVE).repeat(150)],
    ["each that pipeline 150 archives", 20, asked(ARCHIVE, "Accept-Encoding: gzip").repeat(150)],
    ["that pipelines all that fits", 1, "GET / HTTP/1.1\r\n\r\n".repeat(20_000)],
    ["that pipelines bodies", 1, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc".repeat(5_000)],
    ["that take one archive", 200, asked(ARCHIVE).repeat(4)],
    ["that take one archive, coded", 200, asked(ARCHIVE, "Accept-Encoding: br").repeat(20)],
    ["that take different archives", 16, (at) => asked(archiveSince(at)).repeat(4)],
    ["that say nothing", 2_200, ""],
    ["with half a request", 2_200, asked(ARCHIVE).slice(0, 30)],
    ["with half a request behind a whole one", 2_200, `${asked("/robots.txt")}GET /eve`],
    ["that speak TLS", 200, "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"],
    ["that are refused and do not hang up", 2_200, "nonsense\r\n\r\n"],
  ])("%s: %i connections that read nothing", { timeout: 120_000 }, async (what, count, bytes) => {
    const before = connectionsOf(server.port);
    let held: Held | undefined;
    const { came, p99 } = await beside(server.port, async () => {
      held = await holdOpen(server.port, count, bytes);
      await sleep(1_000);
    });
    const peak = peakMegabytes(server.pid);
    console.log(
      `${count} ${what}: ${peak.toFixed()} MB at most, 99 of 100 of ${came[200]} beside within ${p99.toFixed()} ms`,
    );
    expect(Object.keys(came)).toEqual(["200"]);
    expect(peak).toBeLessThan(300);
    held?.end();
    await expect.poll(() => connectionsOf(server.port), { timeout: 10_000 }).toBeLessThanOrEqual(before);
    await expect.poll(() => ask(server.port, ARCHIVE), { timeout: 10_000 }).toBe("200");
  });
});
