import { isUtf8 } from "node:buffer";
import { MOST, tooLongTarget } from "../../http/limits.ts";
import { moved } from "../../http/moved.ts";
import { uri } from "../../render/uri.ts";

/** GET and HEAD of a path with letters beyond ASCII, escaped; nothing that would end a header. */
const LINE = /^(GET|HEAD) (\/[!"$-~]*) HTTP\/1\.[01]\r?$/;

/**
 * 301 to the address that is meant by a request line with letters as they are, `GET /events.ics?q=Zürich`, in UTF-8 or else
 * Latin-1, which Node's parser refuses: the line around byte `at` of `packet`. 414 where that is too long; null where
 * that is no such line, or no whole one.
 */
export function leadToEscaped(packet: Buffer, at: number): Response | null {
  const start = packet.lastIndexOf("\n", at) + 1;
  const end = packet.indexOf("\n", at);
  const bytes = packet.subarray(start, end < 0 ? start : end);
  const [, method, written] =
    LINE.exec(bytes.toString(isUtf8(bytes) ? "utf8" : "latin1").replace(/[^\0-\x7f]/gu, encodeURIComponent)) ?? [];
  if (written === undefined) return null;
  if (written.length > MOST.target) return tooLongTarget();
  // Two slashes would lead to another host.
  const response = moved(uri(written.replace(/^[/\\]+/, "/")));
  return method === "HEAD" ? new Response(null, response) : response;
}
