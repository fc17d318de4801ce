import { statSync } from "node:fs";
import type { Clock } from "../../ports.ts";

/**
 * Tells by a look at the files that answers are made of, not into them, whether answers can be other than before: one of them or
 * the day is. `paths` are the data set, the hours, and the folder of drafts where those are served.
 */
export function filesEdition(paths: readonly string[], clock: Clock): () => string {
  return () => `${clock.today()} ${paths.map(stampOf).join(" ")}`;
}

/** Of one file: another one once it was written or replaced. */
export function stampOf(path: string): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}
