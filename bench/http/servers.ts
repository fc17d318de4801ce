import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** A server in its own process. */
export interface Server {
  readonly port: number;
  /** Id of the process that handles requests. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** `npm run serve` as of the newest issue, on any free port. */
export function startOurs(): Promise<Server> {
  const { newestIssue } = JSON.parse(readFileSync(join(root, "data", "events.json"), "utf8"));
  const program = join(root, "src", "adapters", "twir-calendar.js");
  return startNode([program, "serve", "--port", "0", "--today", newestIssue, "--offline"]);
}

/** The minimal node:http server, with the files in `folder`: `events.ics`, the same in gzip, and `headers.json`. */
export function startBare(folder: string): Promise<Server> {
  return startNode([join(import.meta.dirname, "bare.ts"), folder]);
}

/** Starts a program that prints its address. */
async function startNode(args: readonly string[]): Promise<Server> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${args[0]} ended with ${code}`)));
    child.stdout.on("data", (chunk) => {
      const found = /http:\/\/localhost:(\d+)/.exec(String(chunk))?.[1];
      if (found !== undefined) resolve(Number(found));
    });
  });
  return { port, pid: child.pid ?? 0, stop: () => stop(child) };
}

/** nginx with the files in `folder`, which it also uses for its own files: one worker, as ours is one process. */
export async function startNginx(folder: string): Promise<Server> {
  const port = await freePort();
  const config = join(folder, "nginx.conf");
  writeFileSync(
    config,
    `worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=100; etag on;
  gzip_static on; types { text/calendar ics; }
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server { listen 127.0.0.1:${port}; root ${folder}; }
}
`,
  );
  const child = spawn("nginx", ["-c", config, "-e", join(folder, "error.log")], { stdio: "inherit" });
  await new Promise<void>((resolve, reject) => {
    child.once("error", () => reject(new Error("nginx is missing: apt-get install nginx-light wrk")));
    child.once("spawn", resolve);
  });
  for (let turn = 0; (await statusOf(port)) === null; turn++) {
    if (turn > 100) throw new Error(`nginx does not answer: ${readFileSync(join(folder, "error.log"), "utf8")}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const worker = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").trim().split(" ")[0];
  return { port, pid: Number(worker), stop: () => stop(child) };
}

/** CPU time of a process, in seconds (Linux). */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Current memory of a process, in MB of 1,000,000 bytes (Linux). */
export function residentMegabytes(pid: number): number {
  return (Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024) / 1_000_000;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

function statusOf(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    get({ port, host: "127.0.0.1", path: "/" }, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    }).on("error", () => resolve(null));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
