import type { RefusedParameter } from "../query/query.ts";
import { EVERY_ANSWER } from "./cors.ts";

const TITLES = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  413: "Content Too Large",
  414: "URI Too Long",
  417: "Expectation Failed",
  431: "Request Header Fields Too Large",
  500: "Internal Server Error",
  503: "Service Unavailable",
} as const;

/** Methods that every path supports. */
export const METHODS = "GET, HEAD, OPTIONS";

const encoder = new TextEncoder();

export const PROBLEM_TYPE = "application/problem+json";

/** The body of an error response. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Paths that may have been meant. */
  readonly near?: readonly string[];
  /** What is accepted instead. */
  readonly allowed?: readonly string[];
  readonly errors?: readonly RefusedParameter[];
}

export interface ProblemOptions {
  /** Extension members (RFC 9457, 3.2). */
  readonly members?: Pick<Problem, "near" | "allowed" | "errors">;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error response, `application/problem+json` (RFC 9457), with `type`, `title`, `status`, `detail` and extension members. */
export function problem(status: keyof typeof TITLES, detail: string, options: ProblemOptions = {}): Response {
  const body = { type: "about:blank", title: TITLES[status], status, detail, ...options.members };
  const bytes = encoder.encode(`${JSON.stringify(body, null, 2)}\n`);
  return new Response(bytes, {
    status,
    headers: {
      "content-type": PROBLEM_TYPE,
      "content-length": String(bytes.length),
      "cache-control": "no-store",
      vary: "Accept",
      ...EVERY_ANSWER,
      ...options.headers,
    },
  });
}

/** 405 with the supported methods. */
export function methodNotAllowed(detail: string): Response {
  return problem(405, detail, { members: { allowed: METHODS.split(", ") }, headers: { allow: METHODS } });
}

/** 400 for rejected parameters; `errors` lists each with its allowed values. */
export function refusal(refused: readonly RefusedParameter[]): Response {
  return problem(400, refused.map(({ detail }) => detail).join("; "), { members: { errors: refused } });
}
