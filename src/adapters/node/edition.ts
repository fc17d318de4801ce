import { statSync } from "node:fs";
import type { Clock } from "../../ports.ts";

/** Tells by a look at the data set's file, not into it, whether answers can be other than before: the file or the day is. */
export function fileEdition(path: string, clock: Clock): () => string {
  return () => `${clock.today()} ${stampOf(path)}`;
}

function stampOf(path: string): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}
