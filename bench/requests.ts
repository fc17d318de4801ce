import { spawn } from "node:child_process";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { addDays } from "../src/model/date.ts";
import { median, timed } from "./child.ts";
import { addressOf } from "./start.ts";

/**
 * Filtered calendars over all years, asked for over HTTP as calendar programs do. `node bench/requests.ts FILE` prints for
 * each filter how many events it has and medians in milliseconds. Until the answer is ready to be sent: `unseen`, queries
 * that differ in `from` alone, each asked for the first time, and `scratch`, the same events built and rendered by
 * ical-generator. From the request to the last byte: `repeated`, and `send`, a bare Hono app that sends the same bytes.
 * And `first`: the very first answer, in which every event is rendered. Both sides are servers of their own, so that
 * neither cleans up what the other leaves behind.
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

/** The whole body at `address`; with `posted`, that is sent. */
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

/** Median of the milliseconds that the server at `site` needs to make the answer to each path. */
async function making(site: string, paths: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (const path of paths) {
    await body(site + path);
    times.push(Number(await body(`${site}/spent`)));
  }
  return median(times);
}

/** Median of the milliseconds until the last byte of the answer, asked for again and again. */
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
