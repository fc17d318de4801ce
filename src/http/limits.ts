import { problem } from "./problem.ts";

/** What a request may have at most; whoever asks by hand or by program stays far below. */
export const MOST = {
  /** Bytes of path and parameters. */
  target: 8_192,
  parameters: 100,
  headers: 100,
  /** Bytes of names and values together. */
  headerBytes: 16_384,
} as const;

/** 414, 431 or 400 for a request that has more than it may, saying how much it may; null when all is well. */
export function refuseExcess(request: Request): Response | null {
  const { url, headers } = request;
  const target = url.slice(url.indexOf("/", url.indexOf("//") + 2));
  if (target.length > MOST.target) return tooLongTarget();
  const parameters = target.split("&").length;
  if (parameters > MOST.parameters)
    return problem(400, `the request has ${parameters} parameters`, {
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
  return problem(414, "the path with its parameters is too long", { members: allowed(MOST.target, "bytes") });
}

/** 431. */
export function tooLargeHeaders(): Response {
  return problem(431, "the request's headers are too many or too large", {
    members: { allowed: [`at most ${MOST.headers} headers`, `at most ${MOST.headerBytes} bytes in all`] },
  });
}

function allowed(most: number, what: string) {
  return { allowed: [`at most ${most} ${what}`] };
}
