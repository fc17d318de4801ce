import { type IncomingMessage, request } from "node:http";
import type { Ask } from "./checks.ts";

/** Asks the server at `url`: no header is added, and nothing is decoded. */
export function askOver(url: string): Ask {
  return async ({ method, path, headers }) => {
    const { hostname, port } = new URL(url);
    const came = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request({ hostname, port, method, path, headers }, resolve);
      sent.on("error", reject);
      sent.end();
    });
    const parts: Buffer[] = [];
    for await (const part of came) parts.push(part);
    const status = came.statusCode ?? 0;
    const named = new Headers();
    for (let at = 0; at < came.rawHeaders.length; at += 2)
      named.append(String(came.rawHeaders[at]), String(came.rawHeaders[at + 1]));
    return new Response(status === 204 || status === 304 ? null : Buffer.concat(parts), { status, headers: named });
  };
}
