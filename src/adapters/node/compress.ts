import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Encoders } from "../../http/encodings.ts";
import type { Bytes } from "../../render/bytes.ts";

/** Number of bodies compressed at the same time, off the main thread: encoders use megabytes of memory, and the allocator keeps
 * the memory of each thread. */
const AT_ONCE = 2;

/** If this many bodies are waiting, further ones are sent uncompressed, so that nobody waits long under load. */
const MOST_WAITING = 8;

const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;

/**
 * gzip at the best level; brotli at level 5, which is as fast and a quarter smaller (11 would take a hundred times as long),
 * with a small window to limit memory.
 */
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

/** Copies the bytes if the buffer is part of a larger one, which it would keep alive. */
function plain(buffer: Buffer): Bytes {
  const { buffer: whole, byteLength } = buffer;
  return whole instanceof ArrayBuffer && whole.byteLength === byteLength
    ? new Uint8Array(whole)
    : new Uint8Array(buffer);
}

/** Runs tasks in order, `most` at a time; rejects while {@link MOST_WAITING} are waiting. */
function createQueue(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (waiting.length >= MOST_WAITING) throw new Error("too many bodies to compress");
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // The next task takes this slot.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
