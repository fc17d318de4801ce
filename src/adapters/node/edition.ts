import { statSync } from "node:fs";
import type { Clock } from "../../ports.ts";

/**
 * Tells by a look at the data set's file, not into it, whether answers can be other than before: the file or the day is, or
 * the folder of drafts where those are served.
 */
export function fileEdition(path: string, clock: Clock, drafts?: string): () => string {
  return () => `${clock.today()} ${stampOf(path)}${drafts === undefined ? "" : ` ${stampOf(drafts)}`}`;
}

function stampOf(path: string): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}
