import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import ipaddr from "ipaddr.js";
import { isPublic } from "../times/public-address.ts";
import type { Outgoing } from "./outgoing.ts";

/** Maximum number of connections in total, and of one public IP address. */
const MOST_CONNECTIONS = 2_048;
const SHARE = 256;

/** Interval between checks for slow clients, in milliseconds. */
const LOOK_MS = 1_000;

/** One connection of a client. */
export interface Connection {
  readonly socket: Socket;
  /** Client for the connection limit; null if many clients share the address, as behind a proxy. */
  readonly address: string | null;
  /** The response in progress. */
  current: Outgoing | null;
  /** Sequence number of the last start or end of a response. */
  since: number;
  /** Pipelined requests that wait for the current response. */
  waiting: Waiting[];
  /** The last request read. */
  incoming: IncomingMessage | null;
  /** Ends the connection after all previous responses were sent. */
  last: (() => void) | null;
  /** Called when a response was sent. */
  readonly sent: () => void;
}

/** A request with its handler. */
export interface Waiting {
  readonly incoming: IncomingMessage;
  readonly outgoing: Outgoing;
  readonly answer: Listener;
}

/** Answers one request. */
export type Listener = (incoming: IncomingMessage, outgoing: Outgoing) => void;

/** The open connections of a server. */
export interface Connections {
  /** Adds a new connection; if there are too many, closes the one that has been idle longest. */
  open(socket: Socket): void;
  of(socket: Socket): Connection | undefined;
  /** To be called when a response starts on a connection, or, with null, when none is in progress any more. */
  begins(connection: Connection, outgoing: Outgoing | null): void;
  /** Closes it immediately. */
  cut(connection: Connection): void;
  all(): Iterable<Connection>;
  /** Stops checking for slow clients. */
  end(): void;
}

/** Events of connections. */
export interface ConnectionEvents {
  /** A response was sent. */
  sent(connection: Connection): void;
  /** The connection was closed. */
  closed(connection: Connection): void;
}

/** Tracks connections, initially none. */
export function createConnections(events: ConnectionEvents, share = shareOf): Connections {
  const open = new Map<Socket, Connection>();
  const shares = new Map<string, number>();
  let count = 0;

  function drop(connection: Connection): void {
    const { socket, address } = connection;
    if (!open.delete(socket)) return;
    if (address !== null) {
      const others = (shares.get(address) ?? 1) - 1;
      if (others === 0) shares.delete(address);
      else shares.set(address, others);
    }
    connection.current?.release();
    events.closed(connection);
    socket.destroy();
  }

  /** Closes the connection that has been idle longest, or else the one with the oldest response; only of `address` if given. */
  function makeRoom(address?: string): void {
    let longest: Connection | undefined;
    for (const connection of open.values()) {
      if (address !== undefined && connection.address !== address) continue;
      if (longest === undefined || isLonger(connection, longest)) longest = connection;
    }
    if (longest !== undefined) drop(longest);
  }

  const looking = setInterval(() => {
    const now = performance.now();
    for (const connection of open.values()) if ((connection.current?.due ?? now) < now) drop(connection);
  }, LOOK_MS).unref();

  return {
    open(socket) {
      const address = share(socket.remoteAddress ?? "");
      const others = address === null ? 0 : (shares.get(address) ?? 0);
      if (address !== null && others >= SHARE) makeRoom(address);
      if (open.size >= MOST_CONNECTIONS) makeRoom();
      const connection: Connection = {
        socket,
        address,
        current: null,
        since: count++,
        waiting: [],
        incoming: null,
        last: null,
        sent: () => events.sent(connection),
      };
      open.set(socket, connection);
      if (address !== null) shares.set(address, (shares.get(address) ?? 0) + 1);
      socket.once("close", () => drop(connection));
      // Node removes its own error listener when a client sends CONNECT.
      socket.on("error", () => drop(connection));
    },
    of: (socket) => open.get(socket),
    begins(connection, outgoing) {
      connection.current = outgoing;
      connection.since = count++;
    },
    cut: drop,
    all: () => open.values(),
    end: () => clearInterval(looking),
  };
}

function isLonger(one: Connection, other: Connection): boolean {
  const [isIdle, isOtherIdle] = [one.current === null, other.current === null];
  return isIdle === isOtherIdle ? one.since < other.since : isIdle;
}

/** A public IP address, or for IPv6 its /64 network, as each client has a whole network; null for other addresses. */
export function shareOf(address: string): string | null {
  if (!isPublic(address)) return null;
  const ip = ipaddr.process(address);
  if (ip instanceof ipaddr.IPv4) return ip.toString();
  return ip.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":");
}
