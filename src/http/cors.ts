/** Headers of every answer: pages of any origin may read it (CORS), and it is of the type that it says. */
export const EVERY_ANSWER: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "x-content-type-options": "nosniff",
};

/** Headers of answers with data: what scripts of other origins may read of their headers. */
export const EXPOSED: Readonly<Record<string, string>> = {
  ...EVERY_ANSWER,
  "access-control-expose-headers": "ETag, Last-Modified, Link",
};

/** Headers of the answer to OPTIONS, with which browsers ask before a request; `methods` are those that there are. */
export function preflight(methods: string): Record<string, string> {
  return {
    ...EVERY_ANSWER,
    allow: methods,
    "access-control-allow-methods": methods,
    "access-control-allow-headers": "*",
    "access-control-max-age": "86400",
  };
}
