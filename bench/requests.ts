import { spawn } from "node:child_process";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { addDays } from "../src/model/date.ts";
import { median, timed } from "./child.ts";
import { addressOf } from "./start.ts";

/**
 * Filtered calendars over all years, requested over HTTP like calendar programs do. `node bench/requests.ts FILE` prints the
 * number of events and medians in milliseconds for each filter. Until the response is ready to be sent: `unseen`, first
 * requests with queries that differ only in `from`, and `scratch`, the same events built and rendered by ical-generator. From
 * the request to the last byte: `repeated`, and `send`, a minimal Hono app that sends the same bytes. `first` is the first
 * response, which renders every event. Both servers run in their own processes, so that neither collects the garbage of the
 * other.
 */
const FILTERS = [
  "mode=in-person",
  "region=europe",
  "country=US",
  "mode=virtual,hybrid",
  "city=berlin,london,paris,seattle",
  "q=rust",
  "multiday=hide",
  "group=rust-berlin",
];
const DAYS = Array.from({ length: 90 }, (_, day) => addDays("2014-01-01", day));
const RENDERINGS = 7;
const TIMES = 25;

const start = (what: string) =>
  spawn(process.execPath, [join(import.meta.dirname, "answers.ts"), what, process.argv[2]!], {
    stdio: ["ignore", "pipe", "inherit"],
  });
const servers = [start("app"), start("bare")] as const;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** The complete body at `address`; POSTs `posted` if given. */
function body(address: string, posted?: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { agent, method: posted === undefined ? "GET" : "POST" }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks));
        else reject(new Error(`${address} answers ${response.statusCode}: ${Buffer.concat(chunks)}`));
      });
    });
    asked.on("error", reject);
    asked.end(posted);
  });
}

/** Median time, in milliseconds, in which the server at `site` creates the response for each path. */
async function making(site: string, paths: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (const path of paths) {
    await body(site + path);
    times.push(Number(await body(`${site}/spent`)));
  }
  return median(times);
}

/** Median time until the last byte of repeated requests, in milliseconds. */
async function waiting(address: string): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) times.push((await timed(() => body(address))).ms);
  return median(times);
}

try {
  const [app, bare] = await Promise.all([addressOf(servers[0].stdout), addressOf(servers[1].stdout)]);
  const { ms: first, value: everything } = await timed(() => body(`${app}/events.ics?from=${DAYS[0]}`));
  await body(bare, everything);
  await body(`${bare}/scratch`);

  const filters = [];
  for (const filter of FILTERS) {
    const paths = DAYS.map((day) => `/events.ics?${filter}&from=${day}`);
    const unseen = await making(app, paths);
    const again = `${app}${paths[0]}`;
    const events = Number(await body(bare, await body(again)));
    const scratch = await making(bare, Array(RENDERINGS).fill("/scratch"));
    const [repeated, send] = [await waiting(again), await waiting(`${bare}/send`)];
    filters.push({ filter, events, unseen, repeated, send, scratch });
  }
  console.log(JSON.stringify({ first, filters }));
} finally {
  agent.destroy();
  for (const server of servers) server.kill();
}
