import type { NoHostAnswer } from "../../times/ask.ts";

/** Thrown on the way to an answer that will not come; what it says is handed on as it is. */
export class NoAnswer extends Error {
  readonly why: NoHostAnswer["why"];
  constructor(why: NoHostAnswer["why"], message: string) {
    super(message);
    this.why = why;
  }
}

interface Coded {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: Coded;
}

/** Codes of zlib and Brotli; runtimes without codes say it in words. */
const DECODING = /^(Z_|ERR__|ERR_BROTLI|ERR_PADDING|ERR_TRAILING_JUNK)/;
const DECODING_WORDS = /decompress|incorrect header check|brotli|gzip/i;

/** What an error on the way says of the answer. */
export function noAnswerOf(error: unknown, isLate: boolean, limitMs: number): NoHostAnswer {
  if (error instanceof NoAnswer) return { kind: "none", why: error.why, message: error.message };
  if (isLate) return { kind: "none", why: "timeout", message: `no whole answer within ${limitMs / 1000} s` };
  const { code, message, cause } = error as Coded;
  const inner = code ?? cause?.code;
  const said = inner === undefined ? String(message) : `${message} (${inner})`;
  const decoding =
    inner === undefined ? DECODING_WORDS.test(`${message} ${cause?.message ?? ""}`) : DECODING.test(String(inner));
  return { kind: "none", why: decoding ? "undecodable" : "unreachable", message: said };
}
