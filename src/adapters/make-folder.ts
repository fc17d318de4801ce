import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Creates the folder at `path` and missing parents, `path` itself with `mode` (limited by the umask). Creates them one by one,
 * because Node's `recursive` option loops forever where no folder can be created (`/proc`).
 */
export function makeFolder(path: string, mode = 0o777): void {
  if (existsSync(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path, mode);
  } catch (error) {
    // Another process may have created it in the meantime.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST" || !existsSync(path)) throw error;
  }
}
