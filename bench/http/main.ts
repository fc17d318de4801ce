import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { median } from "../child.ts";
import { fact, limited, ms, print, times } from "../report.ts";
import { flood } from "./flood.ts";
import { cpuSeconds, residentMegabytes, type Server, startBare, startNginx, startOurs } from "./servers.ts";

const ROUNDS = 5;
const SECONDS = 2;
const QUESTIONS = Number(process.argv[2] ?? 100_000);
const PATH = "/events.ics";

interface Kind {
  readonly what: string;
  /** Minimum of our responses per second, relative to nginx. */
  readonly least: number;
  header(etag: string): string;
}

const KINDS: readonly Kind[] = [
  { what: "304", least: 0.35, header: (etag) => `If-None-Match: ${etag}` },
  { what: "gzip body", least: 0.45, header: () => "Accept-Encoding: gzip" },
  { what: "identity body", least: 0.6, header: () => "Accept-Encoding: identity" },
];

interface Run {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p99: number;
  /** CPU time of the server per response, in microseconds. */
  readonly cpu: number;
}

const run = promisify(execFile);

/** Runs wrk with one thread and 16 connections: with two cores, wrk and the server each have one. */
async function wrk({ port, pid }: Server, header: string): Promise<Run> {
  const before = cpuSeconds(pid);
  const args = ["-t1", "-c16", `-d${SECONDS}s`, "--latency", "-H", header, `http://127.0.0.1:${port}${PATH}`];
  const { stdout } = await run("wrk", args).catch((error) => {
    throw new Error(`wrk failed (apt-get install nginx-light wrk): ${error.message}`);
  });
  if (/Non-2xx or 3xx|Socket errors/.test(stdout)) throw new Error(`wrk reported errors:\n${stdout}`);
  const number = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1]);
  const [, value = "", unit = ""] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? [];
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    p99: Number(value) * { us: 0.001, ms: 1, s: 1_000 }[unit as "us" | "ms" | "s"],
    cpu: ((cpuSeconds(pid) - before) * 1e6) / number(/(\d+) requests in/),
  };
}

async function etagOf({ port }: Server): Promise<string> {
  const { headers } = await fetch(`http://127.0.0.1:${port}${PATH}`, { headers: { "accept-encoding": "identity" } });
  return headers.get("etag") ?? "";
}

/** Headers of a 304 of our server. */
async function headersOf(address: string): Promise<Headers> {
  const answer = await fetch(address, { headers: { "accept-encoding": "identity" } });
  const headers = new Headers(answer.headers);
  for (const name of [...headers.keys()])
    if (/^(?:content-|date|connection|keep-alive|link)/.test(name)) headers.delete(name);
  return headers;
}

async function beside(ours: Server, nginx: Server, bare: Server): Promise<void> {
  const tags = [await etagOf(ours), await etagOf(nginx)] as const;
  for (const { what, least, header } of KINDS) {
    const runs: { readonly ours: Run; readonly nginx: Run; readonly bare: Run }[] = [];
    // Alternating, so that background load affects all servers; the first round is a warm-up.
    for (let round = 0; round <= ROUNDS; round++) {
      const run = {
        ours: await wrk(ours, header(tags[0])),
        nginx: await wrk(nginx, header(tags[1])),
        bare: await wrk(bare, header(tags[0])),
      };
      if (round > 0) runs.push(run);
    }
    const share = (server: "ours" | "bare", other: "nginx" | "bare") =>
      median(runs.map((each) => each[server].perSecond / each[other].perSecond));
    const ratio = share("ours", "nginx");
    const p99 = median(runs.map((each) => each.ours.p99));
    const of = (server: "ours" | "nginx" | "bare", field: keyof Run) => median(runs.map((each) => each[server][field]));
    print(what, [
      fact(
        "responses per second: ours · nginx",
        `${of("ours", "perSecond").toFixed()} · ${of("nginx", "perSecond").toFixed()}`,
      ),
      limited("relative to nginx", times(ratio), ratio >= least, `at least ${least}×`),
      fact("a minimal node:http server with the same bytes, relative to nginx", times(share("bare", "nginx"))),
      fact("relative to the minimal server", times(share("ours", "bare"))),
      limited("99th percentile", ms(p99), p99 < 100, "under 100 ms"),
      fact("99th percentile of nginx", ms(of("nginx", "p99"))),
      fact(
        "CPU time per response: ours · nginx",
        `${of("ours", "cpu").toFixed(1)} · ${of("nginx", "cpu").toFixed(1)} µs`,
      ),
    ]);
  }
}

async function memory({ port, pid }: Server): Promise<void> {
  const before = residentMegabytes(pid);
  const { p99, statuses } = await flood(port, QUESTIONS);
  const after = residentMegabytes(pid);
  const answered = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
  print(`${QUESTIONS} different requests over 16 connections`, [
    fact("responses", answered.join(", ")),
    fact("99th percentile, without cached responses", ms(p99)),
    fact("memory before", `${before.toFixed(0)} MB`),
    limited("memory after", `${after.toFixed(0)} MB`, after < 250, "under 250 MB"),
  ]);
}

const folder = mkdtempSync(join(tmpdir(), "twir-http-"));
// The worker of nginx is another user if nginx is started by root.
chmodSync(folder, 0o755);
const servers: Server[] = [];
try {
  const ours = await startOurs();
  servers.push(ours);
  const address = `http://127.0.0.1:${ours.port}${PATH}`;
  const body = Buffer.from(await (await fetch(address)).arrayBuffer());
  writeFileSync(join(folder, "events.ics"), body);
  await run("curl", ["-s", "-H", "Accept-Encoding: gzip", "-o", join(folder, "events.ics.gz"), address]);
  writeFileSync(join(folder, "headers.json"), JSON.stringify(Object.fromEntries(await headersOf(address))));
  const nginx = await startNginx(folder);
  servers.push(nginx);
  const bare = await startBare(folder);
  servers.push(bare);
  console.log(
    `Node ${process.version} compared with nginx with the same files, one process each; wrk, 16 connections, ${ROUNDS} rounds of ` +
      `${SECONDS} s, alternating; ${PATH} of ${(body.length / 1_000).toFixed(0)} kB; ${cpus().length} × ${cpus()[0]?.model}`,
  );
  await beside(ours, nginx, bare);
  await memory(ours);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
