import type { Ask, Asked, HostAnswer } from "../../times/ask.ts";
import { startOfText, tooLarge, wholeText } from "./body.ts";
import { NoAnswer, noAnswerOf } from "./no-answer.ts";
import { plainHttps } from "./public-host.ts";
import { MOST_REDIRECTS, redirectOf } from "./redirect.ts";
import { retryAfterMs } from "./retry-after.ts";
import { DIRECT, type Route, routeVia } from "./route.ts";

export interface AskOptions {
  /** Sent as `User-Agent`. */
  readonly userAgent: string;
  /** Address of a server that stands in for all hosts: `https://HOST/PATH` is requested at `via/HOST/PATH`. */
  readonly via?: string | undefined;
  /** Time limit for the complete response, including redirects and body, in milliseconds. Default: 10,000. */
  readonly limitMs?: number;
}

/** One response as it arrives. */
export interface Reply {
  readonly status: number;
  /** The value of a header; null if it is missing. */
  header(name: string): string | null;
  /** Decompressed; reading throws if decompression fails. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Releases a body that is not read. */
  discard(): void;
}

/** Sends one request without following redirects; `signal` aborts it in any state. */
export type Send = (to: URL, asked: Asked, signal: AbortSignal) => Promise<Reply>;

/** Creates an {@link Ask} that uses `send`, within the limits of {@link AskOptions}. Throws a TypeError for an invalid `via`. */
export function askBy(send: Send, { via, limitMs = 10_000 }: AskOptions): Ask {
  const route = via === undefined ? DIRECT : routeVia(via);
  return async (asked) => {
    const whole = new AbortController();
    const timer = setTimeout(() => whole.abort(), limitMs);
    try {
      return await follow(send, route, asked, whole.signal);
    } catch (error) {
      return noAnswerOf(error, whole.signal.aborted, limitMs);
    } finally {
      clearTimeout(timer);
      whole.abort();
    }
  };
}

async function follow(send: Send, route: Route, asked: Asked, signal: AbortSignal): Promise<HostAnswer> {
  let url = plainHttps(asked.url);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const reply = await send(route.to(url), asked, signal);
    const next = redirectOf(reply.status, reply.header("location"), url, route);
    if (next === null) return answerOf(reply, url, asked);
    reply.discard();
    if (asked.mayFollow && !(await asked.mayFollow(next.href)))
      throw new NoAnswer("redirected-away", `${asked.url} redirects to ${next.href}, which must not be requested`);
    url = next;
  }
  throw new NoAnswer("redirected-away", `${asked.url} redirects more than ${MOST_REDIRECTS} times`);
}

async function answerOf(reply: Reply, url: URL, { mostBytes }: Asked): Promise<HostAnswer> {
  const { status, body } = reply;
  const isGood = status >= 200 && status < 300;
  if (isGood && Number(reply.header("content-length")) > mostBytes) throw tooLarge(mostBytes);
  return {
    kind: "answer",
    status,
    url: url.href,
    type: reply.header("content-type")?.toLowerCase() ?? "",
    body: await (isGood ? wholeText(body, mostBytes) : startOfText(body, mostBytes)),
    retryAfterMs: retryAfterMs(reply.header("retry-after"), Date.now()),
  };
}
