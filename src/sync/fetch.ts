import type { FetchedIssue } from "../pipeline.ts";
import type { IssueFile, IssueSource, Log } from "../ports.ts";

/** Number of issues fetched at the same time. */
const AT_ONCE = 8;

/**
 * Returns files with their bytes, in order, and fetches each only once. Rejects if one cannot be read, and then stops fetching.
 */
export function createFetcher(
  source: IssueSource,
  log: Pick<Log, "progress">,
): (files: readonly IssueFile[]) => Promise<FetchedIssue[]> {
  const fetched = new Map<string, Uint8Array>();
  const key = ({ name, blob }: IssueFile) => `${name} ${blob}`;
  return async (files) => {
    const missing = files.filter((file) => !fetched.has(key(file)));
    const waiting = missing.values();
    let done = 0;
    let failed = false;
    const work = async () => {
      for (const file of waiting) {
        if (failed) return;
        const bytes = await source.read(file).catch((error: unknown) => {
          failed = true;
          throw error;
        });
        fetched.set(key(file), bytes);
        log.progress(++done, missing.length, "issues read");
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return files.map((file) => ({ ...file, text: fetched.get(key(file)) ?? "" }));
  };
}
