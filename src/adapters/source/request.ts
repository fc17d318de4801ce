import { SourceUnreachable } from "../../ports.ts";
import { codeOf } from "../error-code.ts";

/** How patient requests are. */
export interface Patience {
  /** Tries in all, the first included. */
  readonly tries: number;
  /** Wait after the first failure; it doubles from try to try. */
  readonly firstWaitMs: number;
  /** Time for one try, until the last byte of its answer. */
  readonly tryMs: number;
  /** Nothing goes on after this time of `performance.now()`. */
  readonly endsAt: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** No answer is larger: the whole newsletter's listing has a few hundred kilobytes. */
const MOST_BYTES = 32_000_000;

/** What is asked for longer than a day is not waited for, but told. */
const LONGEST_WAIT_MS = 86_400_000;

/** Words for statuses: those of an answer may quote anything. */
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

/** Worth another try; `waitMs` when the other side said how long to wait. */
class Passing extends Error {
  readonly waitMs: number | null;
  constructor(message: string, waitMs: number | null = null) {
    super(message);
    this.waitMs = waitMs;
  }
}

/**
 * GETs `url` until an answer with status 200 or 304 passes `check`, which gives a reason when the body is not what it
 * should be. Tries again after network errors, 408, 429, 5xx, a spent rate limit and a failed check, and waits as long as
 * the server asks, and no shorter than it would by itself. Throws {@link SourceUnreachable} when tries or time run out, and at once for any other status; with the wait
 * that the server asked for, if it did.
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
        const late = `${failed}, and no time is left to wait ${Math.ceil(wait / 1000)} s and try again`;
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

/** GETs `url` and what that leads to; another host than its own is never told who asks. */
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
    if (url === null || !/^https?:$/.test(url.protocol)) throw new SourceUnreachable("redirects to no address");
  }
  throw new SourceUnreachable(`redirects more than ${MOST_REDIRECTS} times`);
}

async function body(response: Response): Promise<Uint8Array> {
  let length = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      length += chunk.length;
      if (length > MOST_BYTES) throw new SourceUnreachable(`answers more than ${MOST_BYTES} bytes`);
      controller.enqueue(chunk);
    },
  });
  return new Uint8Array(await new Response(response.body?.pipeThrough(limit)).arrayBuffer());
}

function isPassing({ status, headers }: Response): boolean {
  const limited = headers.has("retry-after") || headers.get("x-ratelimit-remaining") === "0";
  return status === 408 || status === 429 || status >= 500 || (status === 403 && limited);
}

/** What `Retry-After` says, else the time until GitHub's rate limit starts anew: a day at most; null when neither is given. */
async function waitAskedFor(headers: Headers): Promise<number | null> {
  // Few answers need it.
  const { retryAfterMs } = await import("../times/retry-after.ts");
  const reset = headers.get("x-ratelimit-remaining") === "0" ? headers.get("x-ratelimit-reset") : null;
  const until = reset !== null && /^\d+$/.test(reset) ? Math.max(0, Number(reset) * 1000 - Date.now()) : null;
  const wait = retryAfterMs(headers.get("retry-after"), Date.now()) ?? until;
  return wait === null ? null : Math.min(wait, LONGEST_WAIT_MS);
}

/** In our words: those of an error may quote the request. */
function reason(error: unknown, limitMs: number): string {
  if ((error as Error).name === "TimeoutError") return `no whole answer within ${Math.round(limitMs) / 1000} s`;
  const code = codeOf(error);
  return code === null ? "fetch failed" : `fetch failed (${code})`;
}
