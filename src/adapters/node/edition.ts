import { statSync } from "node:fs";
import type { Clock } from "../../ports.ts";

/**
 * Returns a function whose text changes whenever one of the files or the day changes, from file metadata only. `paths` are the
 * data set, the times file, and the folder of drafts if they are served.
 */
export function filesEdition(paths: readonly string[], clock: Clock): () => string {
  return () => `${clock.today()} ${paths.map(stampOf).join(" ")}`;
}

/** Metadata of a file as text, which changes when it is written or replaced. */
export function stampOf(path: string): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}
