import type { IncomingMessage } from "node:http";
import type { Connection, Connections, Listener, Waiting } from "./connections.ts";
import type { Outgoing } from "./outgoing.ts";
import { putOff } from "./pace.ts";

/** Maximum number of waiting requests on all connections; each uses two kilobytes. */
const MOST_WAITING = 8_192;

/** Answers the requests of each connection one at a time, each after the previous response was sent. */
export interface Turns {
  /** Calls `answer` after all previous requests of the connection were answered. */
  take(incoming: IncomingMessage, outgoing: Outgoing, answer: Listener): void;
  /** Calls `end` after all previous requests were answered; accepts no more requests. */
  takeLast(connection: Connection, end: () => void): void;
  /** To be called when a response was sent, and when a connection was closed. */
  sent(connection: Connection): void;
  closed(connection: Connection): void;
  waiting(): number;
}

/** For `connections`; calls `begins` before each response. */
export function createTurns(connections: Connections, begins: (connection: Connection) => void): Turns {
  let total = 0;

  function begin(connection: Connection, incoming: IncomingMessage, outgoing: Outgoing, answer: Listener): void {
    connections.begins(connection, outgoing);
    outgoing.on("finish", connection.sent);
    begins(connection);
    answer(incoming, outgoing);
  }

  /** Lets other connections proceed first. */
  function beginSoon(connection: Connection, { incoming, outgoing, answer }: Waiting): void {
    putOff(() => {
      if (connections.of(connection.socket) === connection) begin(connection, incoming, outgoing, answer);
    });
  }

  function cutLongest(): void {
    let longest: Connection | undefined;
    for (const connection of connections.all())
      if (connection.waiting.length > (longest?.waiting.length ?? 0)) longest = connection;
    if (longest !== undefined) connections.cut(longest);
  }

  return {
    take(incoming, outgoing, answer) {
      const connection = connections.of(incoming.socket);
      if (connection === undefined || connection.last !== null) return;
      const before = connection.incoming;
      connection.incoming = incoming;
      if (connection.current === null) {
        if (before === null || !hasBody(before)) return begin(connection, incoming, outgoing, answer);
        // node:http may deliver many at once, each as soon as its body is read.
        connections.begins(connection, outgoing);
        return beginSoon(connection, { incoming, outgoing, answer });
      }
      connection.waiting.push({ incoming, outgoing, answer });
      stopReading(connection);
      total += 1;
      if (total > MOST_WAITING) cutLongest();
    },
    takeLast(connection, end) {
      if (connection.last !== null) return;
      connection.last = end;
      if (connection.current === null) end();
    },
    sent(connection) {
      connection.current?.release();
      // The connection is closing.
      if (!connection.socket.writable) return;
      const next = connection.waiting.shift();
      if (next !== undefined) {
        total -= 1;
        if (connection.waiting.length > 0) stopReading(connection);
        else connection.socket.resume();
        beginSoon(connection, next);
      } else {
        connections.begins(connection, null);
        connection.last?.();
      }
    },
    closed(connection) {
      total -= connection.waiting.length;
      connection.waiting = [];
    },
    waiting: () => total,
  };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined;
}

/** Stops reading from a client, after everything that resumes reading in this turn of the event loop. */
function stopReading({ socket, waiting }: Connection): void {
  process.nextTick(() => {
    if (waiting.length > 0) socket.pause();
  });
}
