import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { serve } from "./server.ts";

const CLIENTS = 24;

/** An answer that came whole, or what came instead. */
function ask(agent: Agent, url: string): Promise<"answered" | "refused" | string> {
  return new Promise((resolve) => {
    const sent = request(url, { agent }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("error", (error) => resolve(`cut: ${error.message}`));
      response.on("end", () => {
        const whole = response.statusCode === 200 && text.endsWith("END:VCALENDAR\r\n");
        resolve(whole ? "answered" : `${response.statusCode} ${text.slice(-80)}`);
      });
    });
    sent.on("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "ECONNREFUSED" ? "refused" : `lost: ${error.message}`),
    );
    sent.end();
  });
}

test.each(["SIGTERM", "SIGINT"] as const)("%s under load loses no answer", async (signal) => {
  const { url, end } = await serve(["--today", "2026-07-08"]);
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const counts = { before: 0, after: 0 };
  const lost: string[] = [];
  let ending = false;
  const client = async (n: number) => {
    for (let turn = 0; ; turn++) {
      // Some responses are cached, some are rendered.
      const path = n % 2 === 0 ? "/regions/europe.ics" : `/events.ics?from=2024-01-01&q=rust,${n}x${turn}`;
      const came = await ask(agent, url + path);
      if (came === "refused" && ending) return;
      if (came !== "answered") lost.push(came);
      if (lost.length > 10) return;
      counts[ending ? "after" : "before"] += 1;
    }
  };
  const clients = Array.from({ length: CLIENTS }, (_, n) => client(n));
  while (counts.before < 10 * CLIENTS) await sleep(20);
  ending = true;
  const ended = end(signal);
  await Promise.all(clients);
  expect(await ended).toEqual({ code: 0, signal: null });
  expect(lost).toEqual([]);
  expect(counts.before).toBeGreaterThan(CLIENTS);
  expect(counts.after).toBeGreaterThan(CLIENTS / 2);
});
