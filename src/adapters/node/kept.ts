import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type ByteCache, createByteCache } from "../../http/cache.ts";
import { MOST } from "../../http/limits.ts";

/** Bytes of whole answers that are kept, for a second. */
const MOST_BYTES = 16 * 1024 * 1024;

const PLAIN_HOST = /^[\w.-]+(?::\d{1,5})?$/;
const PLAIN_TARGET = /^\/[!$&-;=?-[\]_a-z~]*$/;

/** What answers requests: a Hono app. */
export interface Answering {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

interface KeptAnswer {
  readonly status: number;
  /** Name, value, name, value, as node:http takes them. */
  readonly headers: string[];
  readonly body: Buffer | null;
}

/** What an answer can depend on, and the request as the app takes it. */
interface Plain {
  readonly key: string;
  readonly host: string;
}

/**
 * Answers GET and HEAD requests in plain form with what the app answered to the same request before, in the same edition
 * and the same second; what it does not have it asks the app for, and `other` requests go their own way. `edition` is
 * looked at once in each turn of the event loop that has requests: a new one is seen by the next request.
 */
export function keepAnswers(app: Answering, edition: () => string, other: RequestListener): RequestListener {
  let kept: ByteCache<KeptAnswer> = createByteCache(MOST_BYTES);
  let current = "";
  let looked = false;

  function look(): void {
    if (looked) return;
    looked = true;
    setImmediate(() => {
      looked = false;
    });
    lookAgain();
  }

  function lookAgain(): string {
    const now = `${Math.floor(Date.now() / 1_000)} ${edition()}`;
    if (now !== current) [current, kept] = [now, createByteCache(MOST_BYTES)];
    return current;
  }

  async function ask(plain: Plain, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const before = current;
    const into = kept;
    const answer = await wholeAnswer(await app.fetch(requestOf(incoming, plain.host)));
    send(answer, outgoing);
    if (!isLasting(answer) || lookAgain() !== before) return;
    const headers = answer.headers.reduce((sum, text) => sum + text.length, 0);
    into.set(plain.key, answer, plain.key.length + headers + (answer.body?.length ?? 0) + 1_024);
  }

  return (incoming, outgoing) => {
    const plain = plainOf(incoming);
    if (plain === null) return other(incoming, outgoing);
    look();
    const answer = kept.get(plain.key);
    if (answer !== undefined) return send(answer, outgoing);
    ask(plain, incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
  };
}

/** What the answer to a request in plain form depends on; null for any other form. */
function plainOf({ method, url = "", rawHeaders }: IncomingMessage): Plain | null {
  if ((method !== "GET" && method !== "HEAD") || url.length > MOST.target || rawHeaders.length > 2 * MOST.headers)
    return null;
  let bytes = 0;
  let host: string | null = null;
  let coding = "";
  let tags = "";
  let since = "";
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    const value = rawHeaders[at + 1] as string;
    bytes += name.length + value.length;
    switch (name.toLowerCase()) {
      case "host":
        if (host !== null) return null;
        host = value;
        break;
      case "accept-encoding":
        if (coding !== "") return null;
        coding = value;
        break;
      case "if-none-match":
        if (tags !== "") return null;
        tags = value;
        break;
      case "if-modified-since":
        if (since !== "") return null;
        since = value;
        break;
      case "content-length":
      case "transfer-encoding":
      case "expect":
      case "upgrade":
        return null;
    }
  }
  if (host === null || bytes > MOST.headerBytes || !PLAIN_HOST.test(host) || !PLAIN_TARGET.test(url)) return null;
  return { key: `${method} ${url}\n${coding}\n${tags}\n${since}`, host };
}

function requestOf({ method = "GET", url = "/", rawHeaders }: IncomingMessage, host: string): Request {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(String(rawHeaders[at]), String(rawHeaders[at + 1]));
  return new Request(`http://${host}${url}`, { method, headers });
}

async function wholeAnswer(response: Response): Promise<KeptAnswer> {
  const body = response.body === null ? null : Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: [...response.headers].flat(), body };
}

function send({ status, headers, body }: KeptAnswer, outgoing: ServerResponse): void {
  outgoing.writeHead(status, headers);
  if (body === null) outgoing.end();
  else outgoing.end(body);
}

/** Whether the same request gets the same answer again: it has a tag, and depends on no header but those of the key. */
function isLasting({ status, headers }: KeptAnswer): boolean {
  const value = (name: string) => headers[headers.indexOf(name) + 1];
  if ((status !== 200 && status !== 304) || !headers.includes("etag")) return false;
  return !headers.includes("vary") || value("vary")?.toLowerCase() === "accept-encoding";
}
