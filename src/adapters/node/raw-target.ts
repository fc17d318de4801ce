import { isUtf8 } from "node:buffer";
import { MOST, tooLongTarget } from "../../http/limits.ts";
import { moved } from "../../http/moved.ts";
import { uri } from "../../render/uri.ts";

/** GET and HEAD with a path whose non-ASCII characters were escaped; without characters that could end a header. */
const LINE = /^(GET|HEAD) (\/[!"$-~]*) HTTP\/1\.[01]\r?$/;

/**
 * The response to a request line with unescaped characters, `GET /events.ics?q=Zürich`, in UTF-8 or else Latin-1, which Node's
 * parser rejects: the line around byte `at` of `packet`. 301 to the escaped address, or the response of `ask` if that is an
 * error; 414 if it is too long; null if there is no such line, or it is incomplete.
 */
export function answerRaw(
  packet: Buffer,
  at: number,
  ask: (request: Request) => Response | Promise<Response>,
): Promise<Response> | null {
  const start = packet.lastIndexOf("\n", at) + 1;
  const end = packet.indexOf("\n", at);
  const bytes = packet.subarray(start, end < 0 ? start : end);
  const [, method, written] =
    LINE.exec(bytes.toString(isUtf8(bytes) ? "utf8" : "latin1").replace(/[^\0-\x7f]/gu, encodeURIComponent)) ?? [];
  return method === undefined || written === undefined ? null : lead(method, written, ask);
}

async function lead(
  method: string,
  written: string,
  ask: (request: Request) => Response | Promise<Response>,
): Promise<Response> {
  if (written.length > MOST.target) return tooLongTarget();
  // Two slashes would redirect to another host.
  const target = uri(written.replace(/^[/\\]+/, "/"));
  const answer = await ask(new Request(`http://localhost${target}`, { method }));
  if (!answer.ok) return answer;
  const response = moved(target);
  return method === "HEAD" ? new Response(null, response) : response;
}
