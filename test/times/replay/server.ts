import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, send } from "./answer.ts";

/** A request as it came in. */
export interface Request {
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
  readonly host: string;
  /** With its query. */
  readonly path: string;
  readonly userAgent: string;
  readonly headers: IncomingHttpHeaders;
}

/** Plays any number of hosts, on a port of this machine. */
export interface Replay {
  /** What `via` takes: `https://HOST/PATH` is asked at `via/HOST/PATH`. */
  readonly via: string;
  /** Every request, in order. */
  readonly log: Request[];
  /** Sets the response of `url`. Without a query, it also applies to every query without its own response. */
  set(url: string, answer: Answer | ((request: Request) => Answer)): void;
  /** For the next requests for `url`, one each, before what was `set`. */
  next(url: string, ...answers: readonly Answer[]): void;
  /** Forgets all answers, not the log. */
  clear(): void;
  /** Connections that are open now. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

const NOT_FOUND: Answer = { status: 404, headers: { "content-type": "text/plain" }, body: "Not Found" };

/** Starts a local server that responds with 404 until a response is set. */
export async function replay(): Promise<Replay> {
  const always = new Map<string, (request: Request) => Answer>();
  const soon = new Map<string, Answer[]>();
  const log: Request[] = [];

  const server = createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    const request = requestOf(incoming);
    log.push(request);
    const whole = `https://${request.host}${request.path}`;
    const bare = whole.split("?", 1)[0]!;
    const answer =
      soon.get(whole)?.shift() ??
      soon.get(bare)?.shift() ??
      (always.get(whole) ?? always.get(bare))?.(request) ??
      NOT_FOUND;
    send(answer, outgoing, via);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const via = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    via,
    log,
    set(url, answer) {
      always.set(new URL(url).href, typeof answer === "function" ? answer : () => answer);
    },
    next(url, ...answers) {
      const { href } = new URL(url);
      soon.set(href, [...(soon.get(href) ?? []), ...answers]);
    },
    clear() {
      always.clear();
      soon.clear();
    },
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function requestOf({ url = "", headers }: IncomingMessage): Request {
  const [, host = "", path = ""] = /^\/([^/?]*)(.*)$/.exec(url) ?? [];
  return { at: performance.now(), host, path, userAgent: headers["user-agent"] ?? "", headers };
}
