import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import { problem } from "../../http/problem.ts";
import { putOff } from "./pace.ts";
import type { Unsent } from "./unsent.ts";

/** Bodies up to this size, in bytes, are sent at once, without waiting for larger ones. */
const WHOLE = 256 * 1024;

/** Larger bodies are sent in pieces of this size, each after the client has received the previous one… */
const PIECE = 128 * 1024;

/** …within this time, in milliseconds; slower clients are disconnected. */
const PIECE_MS = 10_000;

/** `Retry-After` for responses that cannot be sent now, in seconds. */
const RETRY_SECONDS = 15;

/** A response of the app. */
export interface Given {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  /** Shared by all identical responses; null for none. */
  readonly body: Uint8Array | null;
}

/**
 * A response whose body is shared instead of copied and sent as fast as the client receives it. Rejected with 503 while too many
 * bytes are waiting to be sent. Written with `writeHead` and `end`.
 */
export class Outgoing<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  /** Counts bytes that are waiting to be sent. */
  unsent: Unsent | undefined;
  /** Called with the response if it is written as a whole. */
  given: ((answer: Given) => void) | undefined;
  /** Deadline for the client to receive the last piece, as a time of `performance.now()`. */
  due = Number.POSITIVE_INFINITY;
  #status = 200;
  #headers: OutgoingHttpHeaders = {};
  #isBegun = false;
  #isEnded = false;
  #counted: Uint8Array | null = null;

  override writeHead(status: number, ...rest: unknown[]): this {
    const headers = rest.at(-1);
    this.#status = status;
    if (typeof headers === "object") this.#headers = headers as OutgoingHttpHeaders;
    return this;
  }

  override flushHeaders(): void {
    this.#begin();
    super.flushHeaders();
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#begin();
    return super.write(chunk, ...(rest as []));
  }

  override end(content?: unknown): this {
    if (this.#isEnded) return this;
    this.#isEnded = true;
    const body = typeof content === "string" ? Buffer.from(content) : ((content as Uint8Array | undefined) ?? null);
    if (!this.#isBegun) this.given?.({ status: this.#status, headers: this.#headers, body });
    if (body !== null && this.unsent?.hasRoom(body) === false) return this.#refuse();
    this.#begin();
    if (body !== null && body.length > WHOLE) putOff(() => this.#send(body, 0));
    else this.#send(body, 0);
    // Most bodies are sent immediately. Nothing is counted for closed connections, as it would never be released.
    const { socket } = this.req;
    if (body !== null && (body.length > WHOLE || socket.writableLength > 0) && !socket.destroyed) {
      this.unsent?.hold(body);
      this.#counted = body;
    }
    return this;
  }

  /** To be called when everything is sent, or the client has disconnected. */
  release(): void {
    if (this.#counted !== null) this.unsent?.release(this.#counted);
    this.#counted = null;
  }

  #begin(): void {
    if (this.#isBegun) return;
    this.#isBegun = true;
    super.writeHead(this.#status, this.#headers);
  }

  /** Sends `body`, starting at byte `at`. */
  #send(body: Uint8Array | null, at: number): void {
    const end = at + PIECE;
    if (body === null) super.end();
    else if (body.length <= WHOLE) super.end(body);
    else if (end >= body.length) super.end(body.subarray(at));
    // Lets other connections proceed in between.
    else super.write(body.subarray(at, end), (error) => error || putOff(() => this.#send(body, end)));
    if (this.req.socket.writableLength > 0) this.due = performance.now() + PIECE_MS;
  }

  #refuse(): this {
    const headers = { "retry-after": String(RETRY_SECONDS) };
    const response = problem(503, "the server is overloaded; try again later", { headers });
    this.#isEnded = false;
    this.given = undefined;
    this.writeHead(response.status, Object.fromEntries(response.headers));
    void response.text().then((text) => this.end(text));
    return this;
  }
}
