import { EVERY_ANSWER } from "./cors.ts";

const encoder = new TextEncoder();

/** 301 to the one path of what was asked for; the body says so to those who do not follow. Programs of any age know it. */
export function moved(location: string): Response {
  const body = encoder.encode(`The address is ${location}\n`);
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
