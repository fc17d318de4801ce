import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Log } from "../../ports.ts";
import { replaceFile } from "../replace-file.ts";
import { fileStore } from "../store/file.ts";
import { timesPath } from "../times/file.ts";

/**
 * The data set's file that a server without `--data` keeps up to date: one of its own in `folder`, so that what came with the
 * program stays as it came. It begins as that at `embedded`, and anew whenever that is newer, or with `anew`. Null where
 * `folder` cannot be written.
 */
export async function ownData(
  folder: string,
  embedded: string,
  log: Pick<Log, "warn">,
  anew = false,
): Promise<string | null> {
  const path = join(folder, "events.json");
  const [own, came] = [await newestOf(path), await newestOf(embedded)];
  if (!anew && own !== null && (came === null || own >= came)) return path;
  try {
    await replaceFile(path, await readFile(embedded));
    const times = await readFile(timesPath(embedded)).catch(() => null);
    if (times !== null) await replaceFile(timesPath(path), times);
    return path;
  } catch (error) {
    log.warn(`${folder}: cannot be written, so nothing new is taken in: ${(error as Error).message}`);
    return null;
  }
}

/** Day of the newest issue, with which every version begins; null where there is none. Only the beginning of the file is read. */
async function newestOf(path: string): Promise<string | null> {
  const version = await fileStore(path)
    .version()
    .catch(() => null);
  return version?.slice(0, 10) ?? null;
}
