import type { Server } from "node:http";
import { Server as NetServer } from "node:net";
import type { Connection, Connections } from "./connections.ts";

/** Turns in which open connections may bring one more request, and the time from one to the next. */
const LAST_TURNS = 16;
const TURN_MS = 50;

/** While connections come faster than they are taken, none are taken after this time. */
const MOST_WAITING_MS = 1_000;

/** Ends a server without a loss. */
export interface Drain {
  /** Every answer goes by here before it is begun. */
  begins(connection: Connection): void;
  /**
   * Takes no new connections, and answers what is under way and what comes on open ones; each of these answers says that it
   * is its connection's last. After `graceMilliseconds` what is left is cut.
   */
  end(server: Server, connections: Connections, graceMilliseconds: number): Promise<void>;
}

/** For one server, none of whose answers has begun. */
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
        // What has come is read first: a connection with an unread request counts as idle.
        await polled();
        if (turns >= LAST_TURNS) server.closeIdleConnections();
      }, TURN_MS);
      // An HTTP server's own way to close cuts idle connections at once, with the requests that are on their way.
      const ended = new Promise<Error | undefined>((resolve) => NetServer.prototype.close.call(server, resolve));
      // Not before: who is told that a connection ends makes a new one.
      ending = true;
      for (const connection of connections.all()) sayLast(connection);
      const error = await ended;
      clearTimeout(late);
      clearInterval(idle);
      connections.end();
      // Ends its timer for slow requests.
      server.close();
      if (error) throw error;
    },
  };
}

/** Makes the answer that is under way say that it is the last, unless requests wait behind it. */
function sayLast({ current, waiting }: Connection): void {
  if (waiting.length === 0 && current?.headersSent === false) current.setHeader("connection", "close");
}

/** Resolves when no connection waits to be taken, as the system would cut it; they are taken one in each turn. */
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

/** Resolves when the system was asked once more for what has come. */
function polled(): Promise<void> {
  return new Promise((resolve) => setTimeout(() => setImmediate(resolve), 0));
}
