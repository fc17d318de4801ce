import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { MOST } from "../http/limits.ts";
import { createConnections, type Listener, shareOf } from "./node/connections.ts";
import { createDrain } from "./node/drain.ts";
import { keepAnswers } from "./node/kept.ts";
import { Outgoing } from "./node/outgoing.ts";
import { boundBody, refuseBroken, refuseExpectation, refuseFailed, refuseOdd } from "./node/refuse.ts";
import { createTurns } from "./node/turns.ts";
import { createUnsent } from "./node/unsent.ts";

/** Connections that the system accepts before the server does; further clients wait for a second. */
const BACKLOG = 1_024;

/** Handles requests: a Hono app. */
export interface Answering {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

export interface StartOptions {
  /** 0 picks a free port. */
  readonly port: number;
  /** Default: `127.0.0.1`; `0.0.0.0` or `::` open it to the network. */
  readonly hostname?: string;
  /**
   * Changes whenever responses may change: while it returns the same text, the response to a request may be reused for up to a
   * second. It must be fast. Without it every request goes to the app.
   */
  readonly edition?: () => string;
  /** Key of the client whose connection limit an IP address counts for; null for no limit. Default: {@link shareOf}. */
  readonly share?: (address: string) => string | null;
}

/** Time limits for clients, in milliseconds. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 1_000,
  /** Node's limit for idle connections is off… */
  keepAliveTimeout: 0,
  /**
   * …in favour of this one, without a byte read or written. Longer than that of reverse proxies, so that the proxy closes
   * first.
   */
  timeout: 65_000,
} as const;

export interface RunningServer {
  readonly hostname: string;
  /** The actual port. */
  readonly port: number;
  /** Load: open connections, connections with a response in progress, pipelined requests that wait, bytes not yet sent. */
  load(): { readonly open: number; readonly busy: number; readonly waiting: number; readonly unsent: number };
  /**
   * Accepts no new connections, answers open requests and those that arrive on open connections, for at most
   * `graceMilliseconds` (default: 5,000), then stops. From then on every response has `Connection: close`, so that clients do
   * not send requests that would be lost.
   */
  close(graceMilliseconds?: number): Promise<void>;
}

/** Serves `app` over HTTP. Resolves once it listens; rejects with Node's error if it cannot listen (`EADDRINUSE`, `EACCES`). */
export async function startServer(app: Answering, options: StartOptions): Promise<RunningServer> {
  const { port, hostname = "127.0.0.1", edition, share = shareOf } = options;
  const listener = listenerOf(app, hostname, edition);
  const drain = createDrain();
  const unsent = createUnsent();
  const connections = createConnections(
    { sent: (connection) => turns.sent(connection), closed: (connection) => turns.closed(connection) },
    share,
  );
  const turns = createTurns(connections, drain.begins);
  let closing: Promise<void> | undefined;
  const server = createServer(
    {
      ...LIMITS,
      // The app rejects long requests with a problem document; beyond this limit they do not reach the app.
      maxHeaderSize: MOST.target + 1.5 * MOST.headerBytes,
      requireHostHeader: false,
      optimizeEmptyRequests: true,
      ServerResponse: Outgoing,
    },
    (incoming, outgoing) => {
      outgoing.unsent = unsent;
      turns.take(incoming, outgoing, listener);
    },
  );
  server.timeout = LIMITS.timeout;
  server.maxHeadersCount = 0;
  server.on("connection", connections.open);
  server.on("checkExpectation", (incoming, outgoing) => turns.take(incoming, outgoing, refuseExpectation));
  refuseBroken(server, connections, turns, (request) => app.fetch(request));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: hostname, backlog: BACKLOG }, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return {
    hostname,
    port: (server.address() as AddressInfo).port,
    load() {
      const open = [...connections.all()];
      const busy = open.filter(({ current }) => current !== null);
      return { open: open.length, busy: busy.length, waiting: turns.waiting(), unsent: unsent.bytes() };
    },
    close(graceMilliseconds = 5_000) {
      closing ??= drain.end(server, connections, graceMilliseconds);
      return closing;
    },
  };
}

function listenerOf(app: Answering, hostname: string, edition: (() => string) | undefined): Listener {
  const listener = getRequestListener(
    (request, env) => refuseOdd((env as HttpBindings).incoming) ?? app.fetch(request),
    { hostname, errorHandler: refuseFailed },
  );
  const other: Listener = (incoming, outgoing) => {
    boundBody(incoming);
    // "OPTIONS *" is about the server as a whole.
    if (incoming.url === "*" && incoming.method === "OPTIONS") incoming.url = "/";
    void listener(incoming, outgoing);
  };
  return edition === undefined ? other : keepAnswers(edition, other);
}
