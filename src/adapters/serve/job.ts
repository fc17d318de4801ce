import type { SyncState } from "../../ports.ts";
import type { SourceValues } from "../cli/source.ts";

/** What the process of one sync is told. */
export interface SyncJob {
  /** The data set's file. */
  readonly path: string;
  readonly source: SourceValues;
  /** What the run before came to. */
  readonly before: SyncState | null;
}
