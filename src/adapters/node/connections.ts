import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import ipaddr from "ipaddr.js";
import { isPublic } from "../times/public-address.ts";
import type { Outgoing } from "./outgoing.ts";

/** Most connections at a time, in all and of one address on the internet. */
const MOST_CONNECTIONS = 2_048;
const SHARE = 256;

/** How often slow clients are looked for, in milliseconds. */
const LOOK_MS = 1_000;

/** One connection of a client. */
export interface Connection {
  readonly socket: Socket;
  /** Whose share it counts for; null where clients share an address, as those behind a proxy do. */
  readonly address: string | null;
  /** The answer that is under way. */
  current: Outgoing | null;
  /** Larger than that of whatever began, or came to rest, before. */
  since: number;
  /** Requests that came while one was answered. */
  waiting: Waiting[];
  /** The request that was read last. */
  incoming: IncomingMessage | null;
  /** What ends the connection once all answers before are sent. */
  last: (() => void) | null;
  /** Is called when an answer is sent. */
  readonly sent: () => void;
}

/** A request, and what answers it. */
export interface Waiting {
  readonly incoming: IncomingMessage;
  readonly outgoing: Outgoing;
  readonly answer: Listener;
}

/** Answers one request. */
export type Listener = (incoming: IncomingMessage, outgoing: Outgoing) => void;

/** The open connections of a server. */
export interface Connections {
  /** Takes in a new one; where there are too many, the one that has been idle for longest is closed for it. */
  open(socket: Socket): void;
  of(socket: Socket): Connection | undefined;
  /** To be called when an answer begins on a connection, or, with null, when none is under way any more. */
  begins(connection: Connection, outgoing: Outgoing | null): void;
  /** Closes it at once. */
  cut(connection: Connection): void;
  all(): Iterable<Connection>;
  /** Looks for slow clients no more. */
  end(): void;
}

/** What is told of connections. */
export interface Told {
  /** An answer is sent. */
  sent(connection: Connection): void;
  /** It is no more. */
  closed(connection: Connection): void;
}

/** None yet. */
export function createConnections(told: Told, share = shareOf): Connections {
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
    told.closed(connection);
    socket.destroy();
  }

  /** Closes the one that is idle for longest, or else has been answered for longest, of `address` if told. */
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
        sent: () => told.sent(connection),
      };
      open.set(socket, connection);
      if (address !== null) shares.set(address, (shares.get(address) ?? 0) + 1);
      socket.once("close", () => drop(connection));
      // Node listens no more once a client asks for a tunnel.
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

/** An address of the internet, or the network of one in IPv6, where each client has a whole one; null for any other. */
export function shareOf(address: string): string | null {
  if (!isPublic(address)) return null;
  const ip = ipaddr.process(address);
  if (ip instanceof ipaddr.IPv4) return ip.toString();
  return ip.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":");
}
