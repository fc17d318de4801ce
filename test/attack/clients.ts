import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { type Agent, get } from "node:http";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { Beside } from "./beside.ts";

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

/** A client that behaves, in a process of its own, until `during` is done. */
export async function beside(port: number, during: () => Promise<unknown>): Promise<Beside> {
  const program = join(import.meta.dirname, "beside.ts");
  const child = spawn(process.execPath, [program, String(port)], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  await lines.next();
  await during().finally(() => child.stdin.end());
  const { value } = await lines.next();
  return JSON.parse(value ?? "");
}

/** The status of the response to one request, or the error. */
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

/** Peak memory of a process, in MB of 1,000,000 bytes (Linux). */
export function peakMegabytes(pid: number): number {
  return (Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024) / 1_000_000;
}

/** Connections that the server has, those included that wait to be taken (Linux). */
export function connectionsOf(port: number): number {
  const local = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const lines = readFileSync("/proc/net/tcp", "utf8").split("\n");
  // 01 means an established connection.
  return lines.filter((line) => line.trim().split(/\s+/)[1]?.endsWith(local) && line.trim().split(/\s+/)[3] === "01")
    .length;
}
