import { SourceUnreachable } from "../../ports.ts";
import { codeOf } from "../error-code.ts";

/** Limits of retries. */
export interface Patience {
  /** Maximum number of tries, including the first. */
  readonly tries: number;
  /** Wait after the first failure, in milliseconds; it doubles after each further failure. */
  readonly firstWaitMs: number;
  /** Time limit of one try, until the last byte of the response. */
  readonly tryMs: number;
  /** Deadline for everything, as a time of `performance.now()`. */
  readonly endsAt: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** Maximum size of a response, in bytes: the listing of the newsletter has a few hundred kilobytes. */
const MOST_BYTES = 32_000_000;

/** Longest wait that is reported. */
const LONGEST_WAIT_MS = 86_400_000;

/** Reason phrases: those in responses may contain anything. */
const WORDS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  408: "Request Timeout",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 5;

/** A temporary error that is worth a retry; `waitMs` is the wait that the server asked for, if any. */
class Passing extends Error {
  readonly waitMs: number | null;
  constructor(message: string, waitMs: number | null = null) {
    super(message);
    this.waitMs = waitMs;
  }
}

/**
 * GETs `url` until a response with status 200 or 304 passes `check`, which returns the error of an invalid body. Retries after
 * network errors, 408, 429, 5xx, an exceeded rate limit and a failed check, with exponential backoff, or longer if the server
 * asks for it. Throws {@link SourceUnreachable} if tries or time run out, and immediately for any other status; with the wait
 * that the server asked for, if any.
 */
export async function request(
  url: string,
  headers: Readonly<Record<string, string>>,
  patience: Patience,
  check: (answer: Answer) => string | null | Promise<string | null>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await once(url, headers, patience);
      const wrong = await check(answer);
      if (wrong !== null) throw new Passing(wrong);
      return answer;
    } catch (error) {
      const tries = attempt === 1 ? "" : ` (tried ${attempt} times)`;
      const failed = `${url}: ${(error as Error).message}${tries}`;
      if (!(error instanceof Passing)) throw new SourceUnreachable(failed);
      if (attempt >= patience.tries) throw new SourceUnreachable(failed, error.waitMs);
      const wait = Math.max(error.waitMs ?? 0, patience.firstWaitMs * 2 ** (attempt - 1));
      if (performance.now() + wait >= patience.endsAt) {
        const late = `${failed}, and no time left to wait ${Math.ceil(wait / 1000)} s for a retry`;
        throw new SourceUnreachable(late, error.waitMs);
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

async function once(url: string, headers: Readonly<Record<string, string>>, patience: Patience): Promise<Answer> {
  const limit = Math.max(0, Math.ceil(Math.min(patience.tryMs, patience.endsAt - performance.now())));
  const signal = AbortSignal.timeout(limit);
  try {
    const response = await follow(new URL(url), headers, signal);
    if (response.status === 200 || response.status === 304) {
      return { status: response.status, headers: response.headers, bytes: await body(response) };
    }
    await response.body?.cancel();
    const said = `HTTP ${response.status} ${WORDS[response.status] ?? ""}`.trim();
    if (isPassing(response)) throw new Passing(said, await waitAskedFor(response.headers));
    throw new SourceUnreachable(said);
  } catch (error) {
    if (error instanceof Passing || error instanceof SourceUnreachable) throw error;
    throw new Passing(reason(error, limit));
  }
}

/** GETs `url` and follows redirects; sends `authorization` only to the original origin. */
async function follow({ href, origin }: URL, headers: Readonly<Record<string, string>>, signal: AbortSignal) {
  const { authorization: _, ...others } = headers;
  let url: URL | null = new URL(href);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await fetch(url, {
      headers: url.origin === origin ? headers : others,
      signal,
      redirect: "manual",
    });
    const location = REDIRECTS.has(response.status) ? response.headers.get("location") : null;
    if (location === null) return response;
    await response.body?.cancel();
    url = URL.parse(location, url);
    if (url === null || !/^https?:$/.test(url.protocol)) throw new SourceUnreachable("redirects to an invalid address");
  }
  throw new SourceUnreachable(`redirects more than ${MOST_REDIRECTS} times`);
}

async function body(response: Response): Promise<Uint8Array> {
  let length = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      length += chunk.length;
      if (length > MOST_BYTES) throw new SourceUnreachable(`the response is larger than ${MOST_BYTES} bytes`);
      controller.enqueue(chunk);
    },
  });
  return new Uint8Array(await new Response(response.body?.pipeThrough(limit)).arrayBuffer());
}

function isPassing({ status, headers }: Response): boolean {
  const limited = headers.has("retry-after") || headers.get("x-ratelimit-remaining") === "0";
  return status === 408 || status === 429 || status >= 500 || (status === 403 && limited);
}

/** The wait in `Retry-After`, or else until GitHub's rate limit is reset, at most a day; null if neither is given. */
async function waitAskedFor(headers: Headers): Promise<number | null> {
  // Loaded on demand, as few responses need it.
  const { retryAfterMs } = await import("../times/retry-after.ts");
  const reset = headers.get("x-ratelimit-remaining") === "0" ? headers.get("x-ratelimit-reset") : null;
  const until = reset !== null && /^\d+$/.test(reset) ? Math.max(0, Number(reset) * 1000 - Date.now()) : null;
  const wait = retryAfterMs(headers.get("retry-after"), Date.now()) ?? until;
  return wait === null ? null : Math.min(wait, LONGEST_WAIT_MS);
}

/** Description of an error, without its message, which may quote the request. */
function reason(error: unknown, limitMs: number): string {
  if ((error as Error).name === "TimeoutError") return `no complete response within ${Math.round(limitMs) / 1000} s`;
  const code = codeOf(error);
  return code === null ? "fetch failed" : `fetch failed (${code})`;
}
