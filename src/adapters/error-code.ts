/** Error codes of runtimes and systems: `ECONNREFUSED`. */
const CODE = /^[A-Z][A-Z0-9_]{2,60}$/;

interface Coded {
  readonly code?: unknown;
  readonly cause?: { readonly code?: unknown } | null;
}

/**
 * The code of an error, or of its cause; null if it has none. Of errors that are not ours only the code may be published, as the
 * message may contain secrets.
 */
export function codeOf(error: unknown): string | null {
  const { code, cause } = Object(error) as Coded;
  const inner = code ?? cause?.code;
  return typeof inner === "string" && CODE.test(inner) ? inner : null;
}

/** The message of a system error without the local path; the complete message of an error without a code. */
export function systemText(error: Error): string {
  return codeOf(error) === null ? error.message : error.message.replace(/, \w+(?: '.*)?$/s, "");
}
