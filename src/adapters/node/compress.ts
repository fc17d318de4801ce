import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Encoders } from "../../http/encodings.ts";
import type { Bytes } from "../../render/bytes.ts";

/** So many bodies are compressed at a time, off the main thread: an encoder holds megabytes while it works, and C's
 * memory for each thread is not given back. */
const AT_ONCE = 2;

/** With so many waiting already, a body is sent as it is: nobody waits long, even in a flood of different questions. */
const MOST_WAITING = 8;

const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;

/** gzip at its best; brotli at 5, which is as fast and a quarter smaller, where 11 would take a hundred times as long, in a window that keeps its encoder small. */
export function nodeEncoders(): Encoders {
  const inTurn = createQueue(AT_ONCE);
  return {
    gzip: (bytes) => inTurn(async () => plain(await promisify(gzip)(bytes, { level: 9 }))),
    br: (bytes) =>
      inTurn(async () => {
        const params = { [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_LGWIN]: 18, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
        return plain(await promisify(brotliCompress)(bytes, { params }));
      }),
  };
}

/** Bytes of their own: a small buffer may be a part of a large one that it would keep alive. */
function plain(buffer: Buffer): Bytes {
  const { buffer: whole, byteLength } = buffer;
  return whole instanceof ArrayBuffer && whole.byteLength === byteLength
    ? new Uint8Array(whole)
    : new Uint8Array(buffer);
}

/** Runs what it is given, `most` at a time, in order; rejects while {@link MOST_WAITING} wait. */
function createQueue(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (waiting.length >= MOST_WAITING) throw new Error("too much to compress at the moment");
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // Whoever is next takes over this place.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
