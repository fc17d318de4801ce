import { EVERY_ANSWER } from "./cors.ts";

const encoder = new TextEncoder();

/** 301 to the canonical path, with a body for clients that do not follow redirects. Unlike 308, every old client supports 301. */
export function moved(location: string): Response {
  const body = encoder.encode(`Moved to ${location}\n`);
  return new Response(body, {
    status: 301,
    headers: {
      location,
      "content-type": "text/plain; charset=utf-8",
      "content-length": String(body.length),
      "cache-control": "public, max-age=86400",
      ...EVERY_ANSWER,
    },
  });
}
