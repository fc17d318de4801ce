import type { Bytes } from "../render/bytes.ts";
import { createByteCache } from "./cache.ts";

/** Bytes of coded bodies that are kept. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Codings that we can be asked for, best first. */
const CODINGS = ["br", "gzip"] as const;

type Coding = (typeof CODINGS)[number];

/** Makes coded bodies; what a runtime cannot make is left out. */
export type Encoders = Readonly<Partial<Record<Coding, (bytes: Bytes) => Bytes | Promise<Bytes>>>>;

/** Coded bodies, each made once. */
export interface Encodings {
  /** Those that there is an encoder for, best first. */
  readonly codings: readonly string[];
  /** `body` in one of {@link codings}. `etag` tells bodies apart: equal ones share the coded bytes. Rejects as the encoder does. */
  encode(etag: string, coding: string, body: Bytes): Promise<Bytes>;
}

/** Keeps what `encoders` make, up to 8 MB; who asks for what is being made waits for it. */
export function createEncodings(encoders: Encoders): Encodings {
  const kept = createByteCache<Bytes>(MOST_BYTES);
  const making = new Map<string, Promise<Bytes>>();

  async function make(key: string, coding: string, body: Bytes): Promise<Bytes> {
    try {
      const encoder = encoders[coding as Coding];
      if (encoder === undefined) throw new RangeError(`there is no encoder for ${coding}`);
      const bytes = await encoder(body);
      kept.set(key, bytes, bytes.length + key.length + 256);
      return bytes;
    } finally {
      making.delete(key);
    }
  }

  return {
    codings: CODINGS.filter((coding) => encoders[coding] !== undefined),
    async encode(etag, coding, body) {
      const key = `${coding} ${etag}`;
      const ready = kept.get(key);
      if (ready !== undefined) return ready;
      const made = making.get(key) ?? make(key, coding, body);
      making.set(key, made);
      return made;
    },
  };
}

/**
 * The one of `codings` (best first) that an Accept-Encoding header likes most, null for the body as it is. What cannot be
 * understood is passed over; a header that leaves nothing is answered with the body as it is, never with 406.
 */
export function chooseCoding(header: string | null, codings: readonly string[]): string | null {
  if (header === null || codings.length === 0) return null;
  const liking = likings(header);
  const plain = liking.get("identity") ?? 0;
  const others = liking.get("*") ?? 0;
  let best: string | null = null;
  let most = 0;
  for (const coding of codings) {
    // Who takes anything surely takes gzip.
    const like = liking.get(coding) ?? (coding === "gzip" ? others : 0);
    if (like > most && like >= plain) [best, most] = [coding, like];
  }
  return best;
}

/** `gzip;q=0.5, br` → how much each is liked, 0 to 1; the last word on a coding counts. */
function likings(header: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const item of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = item.split(";").map((part) => part.trim());
    const quality = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, "") ?? "1";
    if (name !== "" && /^(?:0(?:\.\d*)?|1(?:\.0*)?|\.\d+)$/.test(quality))
      found.set(name === "x-gzip" ? "gzip" : name, Number(quality));
  }
  return found;
}
