/** Headers of every response: scripts of any origin may read it (CORS), and browsers must not guess its media type. */
export const EVERY_ANSWER: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "x-content-type-options": "nosniff",
};

/** Headers of responses with data: scripts of other origins may also read these headers. */
export const EXPOSED: Readonly<Record<string, string>> = {
  ...EVERY_ANSWER,
  "access-control-expose-headers": "ETag, Last-Modified, Link",
};

/** Headers of the response to a preflight request (OPTIONS); `methods` are the allowed ones. */
export function preflight(methods: string): Record<string, string> {
  return {
    ...EVERY_ANSWER,
    allow: methods,
    "access-control-allow-methods": methods,
    "access-control-allow-headers": "*",
    "access-control-max-age": "86400",
  };
}
