import { join } from "node:path";
import type { Log } from "../../ports.ts";
import { ownFolder } from "../own-folder.ts";
import { readRegular } from "../regular-file.ts";
import { replaceFile } from "../replace-file.ts";
import { fileStore } from "../store/file.ts";
import { timesPath } from "../times/file.ts";

/** Beside the own data set: the version that it began as. */
const ORIGIN = "events.origin";

/**
 * The data set's file that a server without `--data` keeps up to date: one of its own in `folder`, so that what came with the
 * program stays as it came. It begins as that at `embedded`, and anew once that is another and has no older issues than the
 * own one, or with `anew`; hours that were read stay. Null where `folder` cannot be written, or could be by other users.
 */
export async function ownData(
  folder: string,
  embedded: string,
  log: Pick<Log, "warn">,
  anew = false,
): Promise<string | null> {
  try {
    ownFolder(folder);
    return await begun(folder, embedded, anew);
  } catch (error) {
    log.warn(`${folder}: cannot be written, so nothing new is taken in: ${(error as Error).message}`);
    return null;
  }
}

async function begun(folder: string, embedded: string, anew: boolean): Promise<string> {
  const path = join(folder, "events.json");
  const origin = join(folder, ORIGIN);
  const [own, came] = [await versionAt(path), await versionAt(embedded)];
  const began = String(ifThere(origin));
  const isNewer = came !== null && came !== began && newestIn(came) >= newestIn(own ?? "");
  if (!anew && own !== null && !isNewer) return path;
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

/** Null where there is none. Only the beginning of the file is read. */
async function versionAt(path: string): Promise<string | null> {
  return fileStore(path)
    .version()
    .catch(() => null);
}

/** Day of the newest issue, with which every version begins. */
function newestIn(version: string): string {
  return version.slice(0, 10);
}
