/** Shorter texts occur in too many words, and are not masked. */
const LEAST = 6;

/** Masks `secret` in `text`, including its URL-encoded and JSON-escaped forms; undefined means no secret. */
export function masked(text: string, secret: string | undefined): string {
  return spellings(secret).reduce((rest, spelling) => rest.replaceAll(spelling, "***"), text);
}

/** Whether `text` contains `secret` in one of these forms. */
export function reveals(text: string, secret: string | undefined): boolean {
  return spellings(secret).some((spelling) => text.includes(spelling));
}

function spellings(secret = ""): readonly string[] {
  const plain = secret.trim().toWellFormed();
  return plain.length < LEAST ? [] : [plain, encodeURIComponent(plain), JSON.stringify(plain).slice(1, -1)];
}
