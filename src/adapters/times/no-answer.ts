import { inFull } from "../../ports.ts";
import type { NoHostAnswer } from "../../times/ask.ts";
import { codeOf } from "../error-code.ts";

/** Thrown on the way to an answer that will not come; what it says is handed on as it is. */
export class NoAnswer extends Error {
  readonly why: NoHostAnswer["why"];
  constructor(why: NoHostAnswer["why"], message: string) {
    super(message);
    this.why = why;
  }
}

/** Codes of zlib and Brotli; runtimes without codes say it in words. */
const DECODING = /^(Z_|ERR__|ERR_BROTLI|ERR_PADDING|ERR_TRAILING_JUNK)/;
const DECODING_WORDS = /decompress|incorrect header check|brotli|gzip/i;

/** What an error on the way says of the answer, in our words. */
export function noAnswerOf(error: unknown, isLate: boolean, limitMs: number): NoHostAnswer {
  if (error instanceof NoAnswer) return { kind: "none", why: error.why, message: error.message };
  if (isLate) return { kind: "none", why: "timeout", message: `no whole answer within ${limitMs / 1000} s` };
  const code = codeOf(error);
  const isDecoding = code === null ? DECODING_WORDS.test(inFull(error)) : DECODING.test(code);
  const said = isDecoding ? "cannot be decoded" : "no connection, or one that was cut off";
  const message = code === null ? said : `${said} (${code})`;
  return { kind: "none", why: isDecoding ? "undecodable" : "unreachable", message };
}
