import { type IncomingMessage, type RequestListener, type ServerResponse, STATUS_CODES } from "node:http";
import { type ByteCache, createByteCache } from "../../http/cache.ts";
import { MOST } from "../../http/limits.ts";

/** Bytes of whole answers that are kept, for a second. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Requests that are remembered, for a second, to know those that come again. */
const MOST_SEEN = 500;

const PLAIN_HOST = /^[\w.-]+(?::\d{1,5})?$/;
const PLAIN_TARGET = /^\/[!$&-;=?-[\]_a-z~]*$/;

/** What answers requests: a Hono app. */
export interface Answering {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

interface WholeAnswer {
  readonly status: number;
  /** Name, value, name, value, as node:http takes them. */
  readonly headers: string[];
  readonly body: Buffer | null;
}

/** Fields of node:http's responses that are not documented, and have been there since its beginning. */
interface Outgoing {
  _header?: string | null;
  _headerSent?: boolean;
  _hasBody?: boolean;
}

/** What an answer can depend on, and the request as the app takes it. */
interface Plain {
  readonly key: string;
  readonly host: string;
}

/**
 * Answers GET and HEAD requests in plain form with what the app answered to the same request before, in the same edition
 * and the same second; keeps what is asked for twice, and lets `other` answer the rest. `edition` is looked at once in each
 * turn of the event loop that has requests: a new one is seen by the next request.
 */
export function keepAnswers(
  app: Answering,
  edition: () => string,
  other: RequestListener,
  keepAliveSeconds: number,
): RequestListener {
  let kept: ByteCache<Buffer> = createByteCache(MOST_BYTES);
  let seen = new Set<string>();
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
    if (now !== current) [current, kept, seen] = [now, createByteCache(MOST_BYTES), new Set()];
    return current;
  }

  async function ask(plain: Plain, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const before = current;
    const into = kept;
    const answer = await wholeAnswer(await app.fetch(requestOf(incoming, plain.host)));
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
    if (!isLasting(answer) || lookAgain() !== before) return;
    const bytes = onTheWire(answer, keepAliveSeconds);
    into.set(plain.key, bytes, plain.key.length + bytes.length + 512);
  }

  return (incoming, outgoing) => {
    const plain = outgoing.shouldKeepAlive && "_header" in outgoing ? plainOf(incoming) : null;
    if (plain === null) return other(incoming, outgoing);
    look();
    const bytes = kept.get(plain.key);
    if (bytes !== undefined) return sendWhole(bytes, outgoing);
    if (seen.has(plain.key)) {
      ask(plain, incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
    } else {
      if (seen.size < MOST_SEEN) seen.add(plain.key);
      other(incoming, outgoing);
    }
  };
}

/** What the answer to a request in plain form depends on; null for any other form. */
function plainOf({ method, url = "", httpVersion, rawHeaders }: IncomingMessage): Plain | null {
  if (httpVersion !== "1.1") return null;
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

async function wholeAnswer(response: Response): Promise<WholeAnswer> {
  const body = response.body === null ? null : Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: [...response.headers].flat(), body };
}

/** The bytes that node:http would send for `answer` in this second on a connection that stays open. */
function onTheWire({ status, headers, body }: WholeAnswer, keepAliveSeconds: number): Buffer {
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`];
  for (let at = 0; at < headers.length; at += 2) lines.push(`${headers[at]}: ${headers[at + 1]}`);
  lines.push(`Date: ${new Date().toUTCString()}`, "Connection: keep-alive", `Keep-Alive: timeout=${keepAliveSeconds}`);
  const head = Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  return body === null ? head : Buffer.concat([head, body]);
}

/** Sends head and body in one piece: node:http believes that the head is out, and keeps the order of answers as always. */
function sendWhole(bytes: Buffer, outgoing: ServerResponse & Outgoing): void {
  outgoing._header = "sent";
  outgoing._headerSent = true;
  outgoing._hasBody = true;
  outgoing.end(bytes);
}

/** Whether the same request gets the same answer again: it has a tag, and depends on no header but those of the key. */
function isLasting({ status, headers }: WholeAnswer): boolean {
  const value = (name: string) => headers[headers.indexOf(name) + 1];
  if ((status !== 200 && status !== 304) || !headers.includes("etag")) return false;
  return !headers.includes("vary") || value("vary")?.toLowerCase() === "accept-encoding";
}
