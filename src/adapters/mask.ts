/** Shorter texts stand in too many words, and are no secrets. */
const LEAST = 6;

/** `text` without `secret`, as it is and as addresses and JSON spell it; undefined stands for none. */
export function masked(text: string, secret: string | undefined): string {
  return spellings(secret).reduce((rest, spelling) => rest.replaceAll(spelling, "***"), text);
}

/** Whether `text` tells `secret`. */
export function tells(text: string, secret: string | undefined): boolean {
  return spellings(secret).some((spelling) => text.includes(spelling));
}

function spellings(secret = ""): readonly string[] {
  const plain = secret.trim().toWellFormed();
  return plain.length < LEAST ? [] : [plain, encodeURIComponent(plain), JSON.stringify(plain).slice(1, -1)];
}
