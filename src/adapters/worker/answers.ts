import type { Prepared } from "../../http/answer.ts";
import type { SharedAnswers } from "../../http/snapshot.ts";

/** The part of the Cache API that we use. */
export interface EdgeCache {
  match(address: string): Promise<Response | undefined>;
  put(address: string, response: Response): Promise<void>;
}

/** Responses in the cache of the data center. */
export interface EdgeAnswers extends SharedAnswers {
  /** Resolves when all writes have finished or failed. */
  settled(): Promise<void>;
}

const METADATA = "x-prepared";
/** Cached responses never become outdated, because the key contains the version. */
const KEPT = "public, max-age=604800, immutable";

/**
 * Stores responses in `cache` under addresses of the site `origin`. `release` distinguishes releases of the program, which may
 * render the same data differently.
 */
export function edgeAnswers(cache: EdgeCache, origin: string, release: string): EdgeAnswers {
  const writing = new Set<Promise<void>>();
  const address = (key: string) => `${origin}/.answers/${encodeURIComponent(`${release} ${key}`)}`;
  return {
    async get(key) {
      const kept = await cache.match(address(key));
      const metadata = kept?.headers.get(METADATA);
      if (kept === undefined || !metadata) return undefined;
      const { length, ...prepared }: Metadata = JSON.parse(metadata);
      const body = new Uint8Array(await kept.arrayBuffer());
      return body.length === length ? { ...prepared, body } : undefined;
    },
    set(key, { body, ...prepared }) {
      const metadata: Metadata = { ...prepared, length: body.length };
      const headers = {
        "cache-control": KEPT,
        "content-type": "application/octet-stream",
        [METADATA]: ascii(metadata),
      };
      const written = cache
        .put(address(key), new Response(body, { headers }))
        .catch(() => undefined)
        .finally(() => writing.delete(written));
      writing.add(written);
    },
    settled: async () => void (await Promise.all(writing)),
  };
}

interface Metadata extends Omit<Prepared, "body"> {
  readonly length: number;
}

/** JSON as ASCII, for a header. */
function ascii(metadata: Metadata): string {
  return JSON.stringify(metadata).replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
