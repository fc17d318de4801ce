import { inFull } from "../../ports.ts";
import type { NoHostAnswer } from "../../times/ask.ts";
import { codeOf } from "../error-code.ts";

/** Thrown when there is no usable response; its message becomes the result. */
export class NoAnswer extends Error {
  readonly why: NoHostAnswer["why"];
  constructor(why: NoHostAnswer["why"], message: string) {
    super(message);
    this.why = why;
  }
}

/** Error codes of zlib and Brotli; other runtimes only have messages. */
const DECODING = /^(Z_|ERR__|ERR_BROTLI|ERR_PADDING|ERR_TRAILING_JUNK)/;
const DECODING_WORDS = /decompress|incorrect header check|brotli|gzip/i;

/** Converts an error of a request, without its message, which may contain secrets. */
export function noAnswerOf(error: unknown, isLate: boolean, limitMs: number): NoHostAnswer {
  if (error instanceof NoAnswer) return { kind: "none", why: error.why, message: error.message };
  if (isLate) return { kind: "none", why: "timeout", message: `no complete response within ${limitMs / 1000} s` };
  const code = codeOf(error);
  const isDecoding = code === null ? DECODING_WORDS.test(inFull(error)) : DECODING.test(code);
  const said = isDecoding ? "cannot be decoded" : "no connection, or connection lost";
  const message = code === null ? said : `${said} (${code})`;
  return { kind: "none", why: isDecoding ? "undecodable" : "unreachable", message };
}
