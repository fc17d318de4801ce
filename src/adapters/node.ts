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

/** Connections that the system takes before the server does: a client beyond them is heard only a second later. */
const BACKLOG = 1_024;

/** What answers requests: a Hono app. */
export interface Answering {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

export interface StartOptions {
  /** 0 picks a free port. */
  readonly port: number;
  /** `127.0.0.1` unless told: `0.0.0.0` or `::` open it to the network. */
  readonly hostname?: string;
  /**
   * Tells when answers may be other than before: while it gives the same text, the answer to a request may be given again
   * for up to a second. It must be quick. Without it every request goes to the app.
   */
  readonly edition?: () => string;
  /** Whose share of the connections one from an IP address counts for; null for nobody's. {@link shareOf} unless told. */
  readonly share?: (address: string) => string | null;
}

/** How long clients may take, in milliseconds. */
const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 1_000,
  /** None of its own for connections that are idle… */
  keepAliveTimeout: 0,
  /** …but this one, without a byte read or written: longer than proxies keep theirs to us, so that it is they who close them. */
  timeout: 65_000,
} as const;

export interface RunningServer {
  readonly hostname: string;
  /** The port that was really taken. */
  readonly port: number;
  /** What it is busy with: connections, those with an answer under way, requests that wait behind one, bytes not yet taken. */
  load(): { readonly open: number; readonly busy: number; readonly waiting: number; readonly unsent: number };
  /**
   * Takes no new connections, answers what is under way and what comes on open ones, for at most `graceMilliseconds` (5,000
   * unless told), then ends. Every answer from then on says that it is its connection's last, so that no client sends a
   * request that is lost.
   */
  close(graceMilliseconds?: number): Promise<void>;
}

/** Serves `app` over HTTP. Resolves once it listens; rejects with Node's error when it cannot (`EADDRINUSE`, `EACCES`). */
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
      ...PATIENCE,
      // The app refuses what is long, with a problem; this is where it does not come to the app.
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
  server.timeout = PATIENCE.timeout;
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
    // "OPTIONS *" asks about the server as a whole.
    if (incoming.url === "*" && incoming.method === "OPTIONS") incoming.url = "/";
    void listener(incoming, outgoing);
  };
  return edition === undefined ? other : keepAnswers(edition, other);
}
