import { problem } from "./problem.ts";

/** Limits of a request; ordinary requests stay far below. */
export const MOST = {
  /** Bytes of the path with the query string. */
  target: 8_192,
  parameters: 100,
  headers: 100,
  /** Total bytes of names and values. */
  headerBytes: 16_384,
} as const;

/** 414, 431 or 400 for a request that exceeds a limit, with that limit; null for other requests. */
export function refuseExcess(request: Request): Response | null {
  const { url, headers } = request;
  const target = url.slice(url.indexOf("/", url.indexOf("//") + 2));
  if (target.length > MOST.target) return tooLongTarget();
  const parameters = target.split("&").length;
  if (parameters > MOST.parameters)
    return problem(400, `the request has too many parameters: ${parameters}`, {
      members: allowed(MOST.parameters, "parameters"),
    });
  let count = 0;
  let bytes = 0;
  for (const [name, value] of headers) {
    count += 1;
    bytes += name.length + value.length;
  }
  return count > MOST.headers || bytes > MOST.headerBytes ? tooLargeHeaders() : null;
}

/** 414. */
export function tooLongTarget(): Response {
  return problem(414, "the path with its query string is too long", { members: allowed(MOST.target, "bytes") });
}

/** 431. */
export function tooLargeHeaders(): Response {
  return problem(431, "the request has too many or too large headers", {
    members: { allowed: [`at most ${MOST.headers} headers`, `at most ${MOST.headerBytes} bytes in all`] },
  });
}

function allowed(most: number, what: string) {
  return { allowed: [`at most ${most} ${what}`] };
}
