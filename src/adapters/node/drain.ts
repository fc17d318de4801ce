import type { Server } from "node:http";
import { Server as NetServer } from "node:net";
import type { Connection, Connections } from "./connections.ts";

/** Number of rounds in which open connections may send another request, and the time between rounds. */
const LAST_TURNS = 16;
const TURN_MS = 50;

/** Stops accepting connections after this time, even if more are waiting. */
const MOST_WAITING_MS = 1_000;

/** Stops a server without losing requests. */
export interface Drain {
  /** To be called before each response starts. */
  begins(connection: Connection): void;
  /**
   * Accepts no new connections, answers open requests and those that arrive on open connections, with `Connection: close`. Closes
   * the remaining connections after `graceMilliseconds`.
   */
  end(server: Server, connections: Connections, graceMilliseconds: number): Promise<void>;
}

/** For one server, before its first response. */
export function createDrain(): Drain {
  let ending = false;
  return {
    begins(connection) {
      if (ending) sayLast(connection);
    },
    async end(server, connections, graceMilliseconds) {
      await takeWaiting(server);
      let turns = 0;
      const late = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
      const idle = setInterval(async () => {
        turns += 1;
        // Read pending requests first: Node counts a connection with an unread request as idle.
        await polled();
        if (turns >= LAST_TURNS) server.closeIdleConnections();
      }, TURN_MS);
      // close() of an HTTP server immediately closes idle connections, with the requests that are on their way.
      const ended = new Promise<Error | undefined>((resolve) => NetServer.prototype.close.call(server, resolve));
      // Not earlier: clients that receive `Connection: close` open a new connection.
      ending = true;
      for (const connection of connections.all()) sayLast(connection);
      const error = await ended;
      clearTimeout(late);
      clearInterval(idle);
      connections.end();
      // Stops the timer for slow requests.
      server.close();
      if (error) throw error;
    },
  };
}

/** Adds `Connection: close` to the response in progress, unless requests are waiting behind it. */
function sayLast({ current, waiting }: Connection): void {
  if (waiting.length === 0 && current?.headersSent === false) current.setHeader("connection", "close");
}

/**
 * Resolves when no connection is waiting to be accepted, as the system would reset it; each turn of the event loop accepts one.
 */
async function takeWaiting(server: Server): Promise<void> {
  let quiet = 0;
  const taken = () => {
    quiet = 0;
  };
  server.on("connection", taken);
  const begun = performance.now();
  while (quiet++ < 2 && performance.now() - begun < MOST_WAITING_MS) await polled();
  server.off("connection", taken);
}

/** Resolves after the event loop has polled the system once more. */
function polled(): Promise<void> {
  return new Promise((resolve) => setTimeout(() => setImmediate(resolve), 0));
}
