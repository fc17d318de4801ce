import type { SyncState } from "../../ports.ts";
import type { ChosenSource } from "../source/chosen.ts";
import type { ReadValues } from "../times/list.ts";

/** The job of a child process that runs one sync. */
export interface SyncJob {
  /** The data set's file. */
  readonly path: string;
  readonly source: ChosenSource;
  /** Whether the coming issue's draft is read, too. */
  readonly draft: boolean;
  /** Where the hours are kept, and whose are read; null for none. */
  readonly times: { readonly path: string; readonly values: ReadValues } | null;
  /** The state after the previous run. */
  readonly before: SyncState | null;
}
