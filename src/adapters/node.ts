import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";

/** What answers requests: a Hono app. */
export interface Answering {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

export interface StartOptions {
  /** 0 picks a free port. */
  readonly port: number;
  /** `127.0.0.1` unless told: `0.0.0.0` or `::` open it to the network. */
  readonly hostname?: string;
}

export interface RunningServer {
  readonly hostname: string;
  /** The port that was really taken. */
  readonly port: number;
  /** Answers what is under way, for at most `graceMilliseconds` (5,000 unless told), then ends. */
  close(graceMilliseconds?: number): Promise<void>;
}

/** Serves `app` over HTTP. Resolves once it listens; rejects with Node's error when it cannot (`EADDRINUSE`, `EACCES`). */
export async function startServer(app: Answering, options: StartOptions): Promise<RunningServer> {
  const hostname = options.hostname ?? "127.0.0.1";
  const server = createAdaptorServer({ fetch: (request) => app.fetch(request), hostname });
  if (!("closeIdleConnections" in server)) throw new TypeError("expected a server of node:http");
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, hostname, () => {
      server.off("error", reject);
      resolve();
    });
  });
  let closing: Promise<void> | undefined;
  return {
    hostname,
    port: (server.address() as AddressInfo).port,
    close(graceMilliseconds = 5_000) {
      closing ??= new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
        const idle = setInterval(() => server.closeIdleConnections(), 50);
        server.close((error) => {
          clearTimeout(late);
          clearInterval(idle);
          if (error) reject(error);
          else resolve();
        });
      });
      return closing;
    },
  };
}
