import { lstatSync, readdirSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "./make-folder.ts";

/**
 * Makes the folder at `path` where it is missing, for this user alone. Throws an error that says why where another user, but for the
 * superuser, has a say in what is there: owns it, or the link that leads there, or, where every user may write in it, one of its
 * files. Links in such a folder lead nobody knows where, and are refused.
 */
export function ownFolder(path: string): void {
  makeFolder(path, 0o700);
  const found = statSync(path);
  for (const each of [lstatSync(path), found]) if (!isOurs(each)) throw new Error("it belongs to another user");
  if ((found.mode & 0o002) === 0) return;
  for (const name of readdirSync(path)) {
    const entry = lstatSync(join(path, name));
    if (!isOurs(entry) || entry.isSymbolicLink())
      throw new Error(
        `every user may write in it, and ${name} ${isOurs(entry) ? "is a link" : "belongs to another one"}`,
      );
  }
}

/** Always where the system knows no owners (Windows). */
function isOurs({ uid }: Stats): boolean {
  return uid === 0 || uid === (process.getuid?.() ?? uid);
}
