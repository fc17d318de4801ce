/** Codes as runtimes and systems have them: `ECONNREFUSED`. */
const CODE = /^[A-Z][A-Z0-9_]{2,60}$/;

interface Coded {
  readonly code?: unknown;
  readonly cause?: { readonly code?: unknown } | null;
}

/** The code of an error, or of what caused it: all that may be told of one that is not ours, as its text may quote anything. Null for none. */
export function codeOf(error: unknown): string | null {
  const { code, cause } = Object(error) as Coded;
  const inner = code ?? cause?.code;
  return typeof inner === "string" && CODE.test(inner) ? inner : null;
}

/** What the system says of an error, without the path on this machine that it was about; the whole text of an error without a code. */
export function systemText(error: Error): string {
  return codeOf(error) === null ? error.message : error.message.replace(/, \w+(?: '.*)?$/s, "");
}
