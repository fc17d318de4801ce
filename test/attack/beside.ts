import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "./clients.ts";

const PATHS = ["/regions/europe.ics", "/feeds.json"];

/** What a client that behaves was given. */
export interface Beside {
  /** How often each status came, and each error instead. */
  readonly came: Readonly<Record<string, number>>;
  /** Milliseconds that 99 of 100 answers took at most. */
  readonly p99: number;
}

/**
 * A client that behaves, in a process of its own, so that no attacker takes its time. Asks the server at the port of the first
 * argument for a calendar and a list of feeds: twenty times, then, after a line on standard output, on a connection that stays
 * and on new ones until standard input ends. Prints a {@link Beside} as JSON.
 */
async function main(port: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const came: Record<string, number> = {};
  const times: number[] = [];
  let ended = false;
  process.stdin.resume().on("end", () => {
    ended = true;
  });
  for (const path of PATHS) for (let turn = 0; turn < 10; turn++) await ask(port, path, agent);
  console.log("ready");
  for (let turn = 0; !ended; turn++) {
    const begun = performance.now();
    const status = await ask(port, PATHS[turn % 2] as string, turn % 3 === 0 ? false : agent);
    times.push(performance.now() - begun);
    came[status] = (came[status] ?? 0) + 1;
    await sleep(20);
  }
  agent.destroy();
  console.log(JSON.stringify({ came, p99: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0 }));
}

if (import.meta.main) await main(Number(process.argv[2]));
