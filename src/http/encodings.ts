import type { Bytes } from "../render/bytes.ts";
import { createByteCache } from "./cache.ts";

/** Maximum size of the cache of compressed bodies, in bytes. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Supported content encodings, preferred first. */
const NAMES = ["br", "gzip"] as const;

type Encoding = (typeof NAMES)[number];

/** Compresses bodies. Encodings that a runtime does not support are missing. */
export type Encoders = Readonly<Partial<Record<Encoding, (bytes: Bytes) => Bytes | Promise<Bytes>>>>;

/** A cache of compressed bodies. */
export interface Encodings {
  /** Content encodings with an encoder, preferred first. */
  readonly available: readonly string[];
  /**
   * Compresses `body` with one of {@link available}; bodies with the same `etag` share the result. Rejects if the encoder fails.
   */
  encode(etag: string, encoding: string, body: Bytes): Promise<Bytes>;
}

/** Caches what `encoders` return, up to 8 MB; concurrent calls for the same body share one compression. */
export function createEncodings(encoders: Encoders): Encodings {
  const cache = createByteCache<Bytes>(MOST_BYTES);
  const pending = new Map<string, Promise<Bytes>>();

  async function compress(key: string, encoding: string, body: Bytes): Promise<Bytes> {
    try {
      const encoder = encoders[encoding as Encoding];
      if (encoder === undefined) throw new RangeError(`there is no encoder for ${encoding}`);
      const bytes = await encoder(body);
      cache.set(key, bytes, bytes.length + key.length + 256);
      return bytes;
    } finally {
      pending.delete(key);
    }
  }

  return {
    available: NAMES.filter((name) => encoders[name] !== undefined),
    async encode(etag, encoding, body) {
      const key = `${encoding} ${etag}`;
      const cached = cache.get(key);
      if (cached !== undefined) return cached;
      const result = pending.get(key) ?? compress(key, encoding, body);
      pending.set(key, result);
      return result;
    },
  };
}

/**
 * The one of `available` (preferred first) that an Accept-Encoding header prefers; null for no compression. Malformed items are
 * ignored; if nothing acceptable is left, the body is sent uncompressed, never 406.
 */
export function chooseEncoding(header: string | null, available: readonly string[]): string | null {
  if (header === null || available.length === 0) return null;
  const qualities = qualitiesOf(header);
  const identity = qualities.get("identity") ?? 0;
  const wildcard = qualities.get("*") ?? 0;
  let best: string | null = null;
  let most = 0;
  for (const encoding of available) {
    // A client that accepts anything supports gzip, but not necessarily Brotli.
    const quality = qualities.get(encoding) ?? (encoding === "gzip" ? wildcard : 0);
    if (quality > most && quality >= identity) [best, most] = [encoding, quality];
  }
  return best;
}

/** Parses `gzip;q=0.5, br` into qualities, 0 to 1; if an encoding is repeated, its last quality counts. */
function qualitiesOf(header: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const item of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = item.split(";").map((part) => part.trim());
    const quality = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, "") ?? "1";
    if (name !== "" && /^(?:0(?:\.\d*)?|1(?:\.0*)?|\.\d+)$/.test(quality))
      found.set(name === "x-gzip" ? "gzip" : name, Number(quality));
  }
  return found;
}
