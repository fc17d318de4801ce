import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { pipeline, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Ask } from "../../times/ask.ts";
import { tooLarge } from "./body.ts";
import { checkedLookup, type Resolve, systemResolve } from "./checked-lookup.ts";
import { type AskOptions, askBy, type Reply, type Send } from "./follow.ts";
import { NoAnswer } from "./no-answer.ts";

export interface AskNodeOptions extends AskOptions {
  /** Resolves host names. Default: the system resolver. */
  readonly resolve?: Resolve;
}

/** Sends requests from Node, each on a new connection, only to public addresses. */
export function createAsk(options: AskNodeOptions): Ask {
  const { userAgent, via, resolve = systemResolve } = options;
  const direct = via === undefined ? { lookup: checkedLookup(resolve) } : {};
  const send: Send = (to, { accept, mostBytes }, signal) =>
    new Promise((done, failed) => {
      const headers = { "user-agent": userAgent, accept, "accept-encoding": "gzip, deflate, br" };
      const { request } = to.protocol === "https:" ? https : http;
      request(to, { agent: false, headers, signal, ...direct })
        .on("error", failed)
        .on("response", (incoming) => done(replyOf(incoming, mostBytes)))
        .end();
    });
  return askBy(send, options);
}

function replyOf(incoming: IncomingMessage, mostBytes: number): Reply {
  // The reader of the body gets the error, too.
  incoming.on("error", () => {});
  return {
    status: incoming.statusCode ?? 0,
    header: (name) => incoming.headers[name]?.toString() ?? null,
    get body() {
      return decoded(incoming, mostBytes);
    },
    discard: () => incoming.destroy(),
  };
}

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

async function* decoded(incoming: IncomingMessage, mostBytes: number): AsyncGenerator<Uint8Array> {
  const encoding = incoming.headers["content-encoding"]?.trim().toLowerCase() ?? "";
  if (encoding === "" || encoding === "identity") return yield* incoming;
  const decoder = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined;
  if (decoder === undefined) throw new NoAnswer("undecodable", `Content-Encoding: ${encoding.slice(0, 40)}`);
  // The compressed body may be larger than the decompressed one.
  const metered = async function* (chunks: AsyncIterable<Uint8Array>) {
    let length = 0;
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length > mostBytes) throw tooLarge(mostBytes);
      yield chunk;
    }
  };
  // Errors reach the reader of the last stream.
  yield* pipeline(incoming, metered, decoder(), () => {});
}
