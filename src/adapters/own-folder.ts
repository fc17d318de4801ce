import { lstatSync, readdirSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "./make-folder.ts";

/**
 * Creates the folder at `path` if it is missing, accessible only to this user. Throws an error with the reason if another user,
 * except for the superuser, controls its contents: owns it, or the link to it, or, if it is world-writable, one of its files.
 * A world-writable folder with links is rejected, too.
 */
export function ownFolder(path: string): void {
  makeFolder(path, 0o700);
  const found = statSync(path);
  for (const each of [lstatSync(path), found]) if (!isOurs(each)) throw new Error("it belongs to another user");
  if ((found.mode & 0o002) === 0) return;
  for (const name of readdirSync(path)) {
    const entry = lstatSync(join(path, name));
    if (!isOurs(entry) || entry.isSymbolicLink())
      throw new Error(`it is world-writable, and ${name} ${isOurs(entry) ? "is a link" : "belongs to another user"}`);
  }
}

/** Always true on systems without owners (Windows). */
function isOurs({ uid }: Stats): boolean {
  return uid === 0 || uid === (process.getuid?.() ?? uid);
}
