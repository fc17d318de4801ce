import { readFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A request as it is sent. */
export function asked(path: string, ...headers: readonly string[]): string {
  return `${[`GET ${path} HTTP/1.1`, "Host: localhost", ...headers].join("\r\n")}\r\n\r\n`;
}

/** Connections that send `bytes` and read nothing. */
export async function holdOpen(port: number, count: number, bytes: string | ((at: number) => string)): Promise<Held> {
  const sockets: Socket[] = [];
  for (let at = 0; at < count; at++) {
    const socket = connect({ port, host: "127.0.0.1", onread: { buffer: Buffer.alloc(1), callback: () => false } });
    socket.on("error", () => {});
    socket.pause();
    socket.write(typeof bytes === "string" ? bytes : bytes(at));
    sockets.push(socket);
    // No more than wait to be taken at a time.
    if (at % 64 === 63) await sleep(5);
  }
  return { sockets, end: () => sockets.forEach((socket) => void socket.destroy()) };
}

export interface Held {
  readonly sockets: readonly Socket[];
  end(): void;
}

/** What a client that behaves was given. */
export interface Beside {
  /** How often each status came, and each error instead. */
  readonly came: Readonly<Record<string, number>>;
  /** Milliseconds that 99 of 100 answers took at most. */
  readonly p99: number;
}

/** Asks for a calendar and a page, on a connection that stays and on new ones, until `during` is done. */
export async function beside(port: number, during: Promise<unknown>): Promise<Beside> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const came: Record<string, number> = {};
  const times: number[] = [];
  let ended = false;
  const end = () => {
    ended = true;
  };
  during.then(end, end);
  for (let turn = 0; !ended; turn++) {
    const begun = performance.now();
    const path = turn % 2 === 0 ? "/regions/europe.ics" : "/feeds.json";
    const status = await ask(port, path, turn % 3 === 0 ? false : agent);
    times.push(performance.now() - begun);
    came[status] = (came[status] ?? 0) + 1;
    await sleep(20);
  }
  agent.destroy();
  return { came, p99: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0 };
}

/** The status of the answer to one request; the error where none came. */
export function ask(port: number, path: string, agent: Agent | false = false): Promise<string> {
  return new Promise((resolve) => {
    const sent = get({ port, host: "127.0.0.1", path, agent }, (response) => {
      response.resume();
      response.on("error", ({ message }) => resolve(message));
      response.on("end", () => resolve(String(response.statusCode)));
    });
    sent.on("error", ({ message }) => resolve(message));
  });
}

/** The most memory that a process ever held, in MB of 1,000,000 bytes (Linux). */
export function peakMegabytes(pid: number): number {
  return (Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024) / 1_000_000;
}

/** Connections that the server has, those included that wait to be taken (Linux). */
export function connectionsOf(port: number): number {
  const local = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const lines = readFileSync("/proc/net/tcp", "utf8").split("\n");
  // 01 stands for an established connection.
  return lines.filter((line) => line.trim().split(/\s+/)[1]?.endsWith(local) && line.trim().split(/\s+/)[3] === "01")
    .length;
}
