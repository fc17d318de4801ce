import { join } from "node:path";
import type { Log } from "../../ports.ts";
import { ownFolder } from "../own-folder.ts";
import { readRegular } from "../regular-file.ts";
import { replaceFile } from "../replace-file.ts";
import { fileStore } from "../store/file.ts";
import { timesPath } from "../times/file.ts";

/** File next to the server's own data set, with the version that it was copied from. */
const ORIGIN = "events.origin";

/**
 * Returns the path of the data set that a server without `--data` keeps up to date: its own copy in `folder`, so that the
 * included one is not modified. It is copied from `embedded` if it is missing, if `embedded` has changed and its newest issue
 * is not older, or with `reset`; start times are kept. Null if `folder` is not writable, or is writable by other users.
 */
export async function ownData(
  folder: string,
  embedded: string,
  log: Pick<Log, "warn">,
  reset = false,
): Promise<string | null> {
  try {
    ownFolder(folder);
    return await ensure(folder, embedded, reset);
  } catch (error) {
    log.warn(`${folder}: cannot be written, so the server does not sync: ${(error as Error).message}`);
    return null;
  }
}

async function ensure(folder: string, embedded: string, reset: boolean): Promise<string> {
  const path = join(folder, "events.json");
  const origin = join(folder, ORIGIN);
  const [own, came] = [await versionAt(path), await versionAt(embedded)];
  const began = String(ifThere(origin));
  const isNewer = came !== null && came !== began && newestIn(came) >= newestIn(own ?? "");
  if (!reset && own !== null && !isNewer) return path;
  await replaceFile(path, readRegular(embedded));
  await replaceFile(origin, Buffer.from(came ?? ""));
  const times = ifThere(timesPath(embedded));
  if (times !== null && ifThere(timesPath(path)) === null) await replaceFile(timesPath(path), times);
  return path;
}

function ifThere(path: string): Buffer | null {
  try {
    return readRegular(path);
  } catch {
    return null;
  }
}

/** The version of a data set; null if there is none. Reads only the start of the file. */
async function versionAt(path: string): Promise<string | null> {
  return fileStore(path)
    .version()
    .catch(() => null);
}

/** The date of the newest issue, which is the start of every version. */
function newestIn(version: string): string {
  return version.slice(0, 10);
}
