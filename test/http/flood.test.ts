import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { flood } from "../../bench/http/flood.ts";
import { residentMegabytes, startOurs } from "../../bench/http/servers.ts";

// Memory of a process is told by Linux alone.
describe.runIf(existsSync("/proc/self/status"))("a server of its own", () => {
  test("memory stays under 250 MB while many different queries are answered", { timeout: 120_000 }, async () => {
    const server = await startOurs();
    try {
      const { statuses } = await flood(server.port, 3_000);
      expect(statuses).toEqual({ 200: 3_000 });
      expect(residentMegabytes(server.pid)).toBeLessThan(250);
    } finally {
      await server.stop();
    }
  });
});
