import { SourceUnreachable } from "../../ports.ts";

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
 * the server asks. Throws {@link SourceUnreachable} when tries or time run out, and at once for any other status; with the wait
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
      const wait = error.waitMs ?? patience.firstWaitMs * 2 ** (attempt - 1);
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
    const response = await fetch(url, { headers, signal });
    if (response.status === 200 || response.status === 304) {
      return { status: response.status, headers: response.headers, bytes: await body(response) };
    }
    await response.body?.cancel();
    const said = `answers ${response.status} ${response.statusText}`.trim();
    if (isPassing(response)) throw new Passing(said, waitAskedFor(response.headers));
    throw new SourceUnreachable(said);
  } catch (error) {
    if (error instanceof Passing || error instanceof SourceUnreachable) throw error;
    throw new Passing(reason(error as Error, limit));
  }
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

/** `Retry-After` in seconds or as a date, else the time when GitHub's rate limit starts anew; null when neither is given. */
function waitAskedFor(headers: Headers): number | null {
  const after = headers.get("retry-after");
  const reset = headers.get("x-ratelimit-remaining") === "0" ? headers.get("x-ratelimit-reset") : null;
  const until =
    after !== null && !/^\d+$/.test(after) ? Date.parse(after) : reset !== null ? Number(reset) * 1000 : null;
  if (after !== null && /^\d+$/.test(after)) return Number(after) * 1000;
  return until === null || Number.isNaN(until) ? null : Math.max(0, until - Date.now());
}

/** `fetch failed` says nothing: its cause does. */
function reason(error: Error, limitMs: number): string {
  if (error.name === "TimeoutError") return `no whole answer within ${Math.round(limitMs) / 1000} s`;
  const cause = error.cause as { readonly code?: string } | undefined;
  return cause?.code ? `${error.message} (${cause.code})` : error.message;
}
