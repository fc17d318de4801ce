import type { Ask } from "../../times/ask.ts";
import { type AskOptions, askBy, type Reply, type Send } from "./follow.ts";
import { NoAnswer } from "./no-answer.ts";

/** Sends requests with the runtime's `fetch`, for Workers, where it can only reach the public internet. */
export function createAsk(options: AskOptions): Ask {
  const send: Send = async (to, { accept }, signal) => {
    const headers = { "user-agent": options.userAgent, accept };
    return replyOf(await fetch(to, { headers, signal, redirect: "manual" }));
  };
  return askBy(send, options);
}

function replyOf(response: Response): Reply {
  return {
    status: response.status,
    header: (name) => response.headers.get(name),
    get body() {
      return decoded(response);
    },
    discard: () => void response.body?.cancel().catch(() => {}),
  };
}

/** Content encodings that runtimes decode automatically. */
const DECODED = new Set(["", "identity", "gzip", "x-gzip", "deflate", "br"]);

async function* decoded({ headers, body }: Response): AsyncGenerator<Uint8Array> {
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() ?? "";
  if (!DECODED.has(encoding)) throw new NoAnswer("undecodable", `Content-Encoding: ${encoding.slice(0, 40)}`);
  if (body !== null) yield* body;
}
