import type { DataSet, IssueRef } from "../model/event.ts";
import type { Problem } from "../model/problem.ts";
import type { DraftStore, IssueSource, Log } from "../ports.ts";
import { createFetcher } from "./fetch.ts";
import type { Pipeline } from "./take-in.ts";

/** The result of applying the draft of the next issue. */
export interface DraftReport {
  /** The stored draft; null if there is none. */
  readonly file: string | null;
  /** The draft as added by this run; null if it was already stored, or if there is none. */
  readonly ref: IssueRef | null;
  readonly problems: readonly Problem[];
  /** Why it could not be applied; the stored draft is unchanged. Null on success. */
  readonly failed: string | null;
}

interface DraftOptions {
  readonly source: IssueSource;
  readonly drafts: DraftStore;
  readonly pipeline: () => Promise<Pipeline>;
  readonly log: Log;
  /** Apply it even if it did not change. */
  readonly rebuild?: boolean;
}

/**
 * Applies the draft of the next issue that `source` listed to a copy of `data`, the stored data set with the version `base`, and
 * stores the result. Without a draft, removes what is stored. Never rejects: a draft may be malformed.
 */
export async function applyDraft(options: DraftOptions, data: DataSet, base: string): Promise<DraftReport> {
  const { source, drafts, pipeline, log, rebuild = false } = options;
  const file = source.drafts?.()[0] ?? null;
  const none: DraftReport = { file: null, ref: null, problems: [], failed: null };
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
    log.warn(`${file?.name ?? "the draft"} is not applied, the previous draft stays: ${failed}`);
    return { ...none, failed };
  }
}
