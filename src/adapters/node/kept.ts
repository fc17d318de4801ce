import type { IncomingMessage } from "node:http";
import { MOST } from "../../http/limits.ts";
import type { Listener } from "./connections.ts";
import type { Given } from "./outgoing.ts";

/** Maximum size of the responses that are cached for a second; further ones are not cached. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Approximate memory of a cached response besides its body and its key. */
const OVERHEAD = 2_048;

const PLAIN_HOST = /^[\w.-]+(?::\d{1,5})?$/;
const PLAIN_TARGET = /^\/[!$&-;=?-[\]_a-z~]*$/;

/**
 * Answers simple GET and HEAD requests with the response of `other` to the same request, within the same edition and the same
 * second; passes all others to `other`. Checks `edition` at most once per millisecond, so that a change is visible to the next
 * request.
 */
export function keepAnswers(edition: () => string, other: Listener): Listener {
  let kept = new Map<string, Given>();
  let bytes = 0;
  let second = 0;
  let current = "";
  let looked = 0;

  function look(now: number): void {
    looked = now;
    const text = edition();
    if (second === Math.floor(now / 1_000) && text === current) return;
    [second, current, kept, bytes] = [Math.floor(now / 1_000), text, new Map(), 0];
  }

  return (incoming, outgoing) => {
    const key = keyOf(incoming);
    if (key === null) return other(incoming, outgoing);
    const now = Date.now();
    if (now !== looked) look(now);
    const there = kept.get(key);
    if (there !== undefined) return void outgoing.writeHead(there.status, there.headers).end(there.body);
    const into = kept;
    outgoing.given = (answer) => {
      look(Date.now());
      const size = OVERHEAD + key.length + (answer.body?.length ?? 0);
      if (into !== kept || bytes + size > MOST_BYTES || !isLasting(answer)) return;
      into.set(key, answer);
      bytes += size;
    };
    other(incoming, outgoing);
  };
}

/** Cache key of a simple request; null for any other request. */
function keyOf({ method, url = "", httpVersion, rawHeaders }: IncomingMessage): string | null {
  if (httpVersion !== "1.1") return null;
  if ((method !== "GET" && method !== "HEAD") || url.length > MOST.target || rawHeaders.length > 2 * MOST.headers)
    return null;
  let bytes = 0;
  let host: string | null = null;
  let encoding = "";
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
        if (encoding !== "") return null;
        encoding = value;
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
  return `${method} ${url}\n${encoding}\n${tags}\n${since}`;
}

/** Whether a response can be reused: it has an ETag, and varies only by headers in the key. */
function isLasting({ status, headers }: Given): boolean {
  if ((status !== 200 && status !== 304) || headers.etag === undefined) return false;
  const { vary } = headers;
  return vary === undefined || String(vary).toLowerCase() === "accept-encoding";
}
