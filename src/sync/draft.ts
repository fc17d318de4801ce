import type { DataSet, IssueRef } from "../model/event.ts";
import type { Problem } from "../model/problem.ts";
import type { DraftStore, IssueSource, Log } from "../ports.ts";
import { createFetcher } from "./fetch.ts";
import type { Pipeline } from "./take-in.ts";

/** What became of the coming issue's draft. */
export interface Laid {
  /** The draft that is kept now; null when there is none. */
  readonly file: string | null;
  /** What this run took in of it; null when it was known, and when there is none. */
  readonly ref: IssueRef | null;
  readonly problems: readonly Problem[];
  /** Why it is not taken in; what was kept before is as it was. Null when all is well. */
  readonly failed: string | null;
}

interface Means {
  readonly source: IssueSource;
  readonly drafts: DraftStore;
  readonly pipeline: () => Promise<Pipeline>;
  readonly log: Log;
  /** Lay it anew, whether it changed or not. */
  readonly rebuild?: boolean;
}

/**
 * Lays the draft of the next issue that `source` listed on top of `data`, the stored data set of the version `base`, which
 * it leaves alone, and keeps what comes of it; where there is no draft, nothing is kept. Never rejects: a draft may be odd.
 */
export async function layDraft(means: Means, data: DataSet, base: string): Promise<Laid> {
  const { source, drafts, pipeline, log, rebuild = false } = means;
  const file = source.drafts?.()[0] ?? null;
  const none: Laid = { file: null, ref: null, problems: [], failed: null };
  try {
    if (file === null) {
      await drafts.replace(base, null);
      return none;
    }
    const kept = await drafts.of(base);
    if (!rebuild && kept?.file === file.name && kept.blob === file.blob) return { ...none, file: file.name };
    const issues = await createFetcher(source, log)([file]);
    const { data: next, problems } = (await pipeline()).add(data, issues);
    await drafts.replace(base, next);
    return { file: file.name, ref: next.issues.at(-1) ?? null, problems, failed: null };
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    log.warn(`${file?.name ?? "no draft"} is not laid on top, what was there stays: ${failed}`);
    return { ...none, failed };
  }
}
