import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { MOST } from "../http/limits.ts";
import { createDrain } from "./node/drain.ts";
import { type Answering, keepAnswers } from "./node/kept.ts";
import { boundBody, refuseBroken, refuseFailed, refuseOdd } from "./node/refuse.ts";

export type { Answering };

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
}

/** How long clients may take, in milliseconds, and how many there may be. */
const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 2_000,
  /** Longer than proxies keep their connections to us, so that it is they who close them. */
  keepAliveTimeout: 65_000,
  /** Without a byte read or written, an answer that is not taken included. */
  timeout: 60_000,
  maxConnections: 2_048,
} as const;

export interface RunningServer {
  readonly hostname: string;
  /** The port that was really taken. */
  readonly port: number;
  /**
   * Takes no new connections, answers what is under way and what comes on open ones, for at most `graceMilliseconds` (5,000
   * unless told), then ends. Every answer from then on says that it is its connection's last, so that no client sends a
   * request that is lost.
   */
  close(graceMilliseconds?: number): Promise<void>;
}

/** Serves `app` over HTTP. Resolves once it listens; rejects with Node's error when it cannot (`EADDRINUSE`, `EACCES`). */
export async function startServer(app: Answering, options: StartOptions): Promise<RunningServer> {
  const hostname = options.hostname ?? "127.0.0.1";
  const listener = listenerOf(app, hostname, options.edition);
  const drain = createDrain();
  let closing: Promise<void> | undefined;
  const server = createServer(
    {
      ...PATIENCE,
      // The app refuses what is long, with a problem; this is where it does not come to the app.
      maxHeaderSize: MOST.target + 1.5 * MOST.headerBytes,
      requireHostHeader: false,
      optimizeEmptyRequests: true,
    },
    (incoming, outgoing) => {
      drain.begin(outgoing);
      listener(incoming, outgoing);
      if (!outgoing.writableEnded) drain.goesOn(outgoing);
    },
  );
  server.timeout = PATIENCE.timeout;
  server.maxConnections = PATIENCE.maxConnections;
  server.maxHeadersCount = 0;
  refuseBroken(server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, hostname, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return {
    hostname,
    port: (server.address() as AddressInfo).port,
    close(graceMilliseconds = 5_000) {
      closing ??= drain.end(server, graceMilliseconds);
      return closing;
    },
  };
}

function listenerOf(app: Answering, hostname: string, edition: (() => string) | undefined): RequestListener {
  const listener = getRequestListener(
    (request, env) => refuseOdd((env as HttpBindings).incoming) ?? app.fetch(request),
    { hostname, errorHandler: refuseFailed },
  );
  const other: RequestListener = (incoming, outgoing) => {
    boundBody(incoming);
    // "OPTIONS *" asks about the server as a whole.
    if (incoming.url === "*" && incoming.method === "OPTIONS") incoming.url = "/";
    void listener(incoming, outgoing);
  };
  return edition === undefined ? other : keepAnswers(app, edition, other, PATIENCE.keepAliveTimeout / 1_000);
}
