import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import { problem } from "../../http/problem.ts";
import { putOff } from "./pace.ts";
import type { Unsent } from "./unsent.ts";

/** A body of no more bytes is sent at once: it waits for none of the larger ones. */
const WHOLE = 256 * 1024;

/** So many bytes of a larger one are sent at a time, the next when these are taken… */
const PIECE = 128 * 1024;

/** …within so many milliseconds: who takes less is cut. */
const PIECE_MS = 10_000;

/** Seconds after which one may ask again for what cannot be sent now. */
const RETRY_SECONDS = 15;

/** An answer as the app gave it. */
export interface Given {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  /** Shared with all who get the same; null for none. */
  readonly body: Uint8Array | null;
}

/**
 * A response whose body is shared, not copied, is sent as fast as the client takes it, and is refused with 503 while too many
 * bytes wait already. It is given by `writeHead` and `end`.
 */
export class Outgoing<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  /** Counts what waits. */
  unsent: Unsent | undefined;
  /** Is told what was given, if it is given whole. */
  given: ((answer: Given) => void) | undefined;
  /** By when the client has to take what was sent last: milliseconds as `performance.now()` counts them. */
  due = Number.POSITIVE_INFINITY;
  #status = 200;
  #headers: OutgoingHttpHeaders = {};
  #isBegun = false;
  #isEnded = false;
  #held: Uint8Array | null = null;

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
    // Most are taken at once. Who is gone holds nothing, as nothing would release it.
    const { socket } = this.req;
    if (body !== null && (body.length > WHOLE || socket.writableLength > 0) && !socket.destroyed) {
      this.unsent?.hold(body);
      this.#held = body;
    }
    return this;
  }

  /** To be called when all is sent, or the client is gone. */
  release(): void {
    if (this.#held !== null) this.unsent?.release(this.#held);
    this.#held = null;
  }

  #begin(): void {
    if (this.#isBegun) return;
    this.#isBegun = true;
    super.writeHead(this.#status, this.#headers);
  }

  /** Sends `body` from `at`. */
  #send(body: Uint8Array | null, at: number): void {
    const end = at + (body !== null && body.length <= WHOLE ? WHOLE : PIECE);
    if (body === null) super.end();
    else if (end >= body.length) super.end(at === 0 ? body : body.subarray(at));
    // Others have their turn in between.
    else super.write(body.subarray(at, end), (error) => error || putOff(() => this.#send(body, end)));
    if (this.req.socket.writableLength > 0) this.due = performance.now() + PIECE_MS;
  }

  #refuse(): this {
    const headers = { "retry-after": String(RETRY_SECONDS) };
    const response = problem(503, "too much is being sent at the moment; try again later", { headers });
    this.#isEnded = false;
    this.given = undefined;
    this.writeHead(response.status, Object.fromEntries(response.headers));
    void response.text().then((text) => this.end(text));
    return this;
  }
}
