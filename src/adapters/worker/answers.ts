import type { Prepared } from "../../http/answer.ts";
import type { SharedAnswers } from "../../http/snapshot.ts";

/** As much of the Cache API as we use. */
export interface EdgeCache {
  match(address: string): Promise<Response | undefined>;
  put(address: string, response: Response): Promise<void>;
}

/** Answers in the cache of the place where the Worker runs. */
export interface EdgeAnswers extends SharedAnswers {
  /** Resolves when all that was given to keep is kept, or given up. */
  settled(): Promise<void>;
}

const SAID = "x-prepared";
/** What is kept never becomes wrong: its key names the version. */
const KEPT = "public, max-age=604800, immutable";

/**
 * Keeps answers in `cache` under addresses of the site `origin`. `release` tells those of one release of the program from
 * those of another, which may render the same data in another way.
 */
export function edgeAnswers(cache: EdgeCache, origin: string, release: string): EdgeAnswers {
  const writing = new Set<Promise<void>>();
  const address = (key: string) => `${origin}/.answers/${encodeURIComponent(`${release} ${key}`)}`;
  return {
    async get(key) {
      const kept = await cache.match(address(key));
      const said = kept?.headers.get(SAID);
      if (kept === undefined || !said) return undefined;
      const { length, ...prepared }: Said = JSON.parse(said);
      const body = new Uint8Array(await kept.arrayBuffer());
      return body.length === length ? { ...prepared, body } : undefined;
    },
    set(key, { body, ...prepared }) {
      const said: Said = { ...prepared, length: body.length };
      const headers = { "cache-control": KEPT, "content-type": "application/octet-stream", [SAID]: ascii(said) };
      const written = cache
        .put(address(key), new Response(body, { headers }))
        .catch(() => undefined)
        .finally(() => writing.delete(written));
      writing.add(written);
    },
    settled: async () => void (await Promise.all(writing)),
  };
}

interface Said extends Omit<Prepared, "body"> {
  readonly length: number;
}

/** JSON that a header can hold. */
function ascii(said: Said): string {
  return JSON.stringify(said).replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
