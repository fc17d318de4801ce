import type { Ask } from "../../times/ask.ts";
import { type AskOptions, askBy, type Reply, type Send } from "./follow.ts";
import { NoAnswer } from "./no-answer.ts";

/** Asks hosts by the runtime's `fetch`, where that leads to the public internet alone: on Workers. */
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

/** What runtimes decompress by themselves. */
const DECODED = new Set(["", "identity", "gzip", "x-gzip", "deflate", "br"]);

async function* decoded({ headers, body }: Response): AsyncGenerator<Uint8Array> {
  const coding = headers.get("content-encoding")?.trim().toLowerCase() ?? "";
  if (!DECODED.has(coding)) throw new NoAnswer("undecodable", `Content-Encoding: ${coding.slice(0, 40)}`);
  if (body !== null) yield* body;
}
