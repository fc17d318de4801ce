import type { LocalDate } from "./model/date.ts";
import type { DataSet, IssueRef } from "./model/event.ts";
import type { TimesData } from "./model/times.ts";

/** Stores the data set. */
export interface EventStore {
  /**
   * The complete data set, validated. Rejects with {@link DataSetMissing} if nothing is stored, with {@link DataSetBroken} if
   * what is stored is not a complete, valid data set.
   */
  read(): Promise<DataSet>;
  /** Version of the stored data set, without reading all of it; null if nothing is stored. */
  version(): Promise<string | null>;
  /**
   * The newest stored data set without issues of the day `issue` or later; null if there is none. Only implemented by stores
   * that keep older versions.
   */
  readBefore?(issue: LocalDate): Promise<DataSet | null>;
  /**
   * Atomically replaces the stored data set with `next`, and resolves to its new version. `over` is the version that `next` was
   * made from (null: there was none): if another version is stored by now, it rejects with {@link Overtaken}.
   */
  replace(next: DataSet, over?: string | null): Promise<string>;
}

/**
 * Stores data sets with the draft of the next issue, next to the published data set: each is one version of it plus the draft.
 * Readers who want drafts read the one made from the current version, or else that version itself.
 */
export interface DraftStore {
  /** The draft stored for the version `base`; null if there is none. */
  of(base: string): Promise<Pick<IssueRef, "file" | "blob"> | null>;
  /** Replaces everything stored with `next`, made from the version `base`; null removes it. */
  replace(base: string, next: DataSet | null): Promise<void>;
}

/** Stores what was read from organisers' calendars, next to the data set. */
export interface TimesStore {
  /** All readings, validated; null if nothing is stored. Rejects with {@link TimesBroken}. */
  read(): Promise<TimesData | null>;
  /** Replaces what is stored with `next`, which was made from `over`. Rejects with {@link Overtaken}. */
  replace(next: TimesData, over: TimesData | null): Promise<void>;
}

/** One issue that a source offers. */
export interface IssueFile {
  /** File name in the newsletter's `content/` folder, starting with the date: `2025-01-08-this-week-in-rust.md`. */
  readonly name: string;
  /** The date in its name. */
  readonly issue: LocalDate;
  /** Git blob id (SHA-1, hex) of its bytes. */
  readonly blob: string;
  /** Not published yet: a file in the newsletter's `draft/` folder. */
  readonly draft?: true;
}

/** A source of issues. */
export interface IssueSource {
  /** All issues, oldest first. Rejects with {@link SourceUnreachable}. */
  list(): Promise<readonly IssueFile[]>;
  /** Drafts newer than all issues of the last call of `list`; the next issue first. */
  drafts?(): readonly IssueFile[];
  /** The bytes of one issue, UTF-8, verified against its blob id. Rejects with {@link SourceUnreachable}. */
  read(file: IssueFile): Promise<Uint8Array>;
}

/** State of an unattended sync. Instants are in UTC, `2025-01-08T12:00:00.000Z`. */
export interface SyncState {
  /** When the last run began. */
  readonly begun: string;
  /** When it ended; null while it runs, or if it was killed. All fields below are from the last run that ended. */
  readonly ended: string | null;
  /** Null until a run has ended. */
  readonly outcome: SyncOutcome | null;
  /** Names of the issues that it added. */
  readonly took: readonly string[];
  /** End of the last run that did not fail; null if there was none. */
  readonly lastSuccess: string | null;
  /** Version of the stored data set; null if unknown. */
  readonly version: string | null;
  readonly newestIssue: LocalDate | null;
  /** New issues that are held back: each lists less than half of `usual`. */
  readonly held: readonly HeldIssue[];
  /** Edited or late issues that were not applied, because they require a rebuild from all issues; null if there are none. */
  readonly left: { readonly files: readonly string[]; readonly because: string } | null;
  /** Why the last run failed: the message starts with an address or a key. Null if it did not fail. */
  readonly error: { readonly name: string; readonly message: string } | null;
  /** End of the first of the consecutive failed runs; null if the last run did not fail. */
  readonly failingSince: string | null;
  /** The source asked not to be contacted before this time. */
  readonly notBefore: string | null;
  /** Digest of what was stored and what the source offered, if there was nothing more to do; null otherwise. */
  readonly settled: string | null;
}

/**
 * `held`, `left`: nothing was added, and there are issues in `held` or `left` (other outcomes can have these, too); `overtaken`:
 * another run stored a data set first; `waited`: skipped, because it is before `notBefore`.
 */
export type SyncOutcome =
  | "nothing"
  | "added"
  | "redone"
  | "rebuilt"
  | "held"
  | "left"
  | "overtaken"
  | "waited"
  | "failed";

export interface HeldIssue {
  readonly file: string;
  readonly issue: LocalDate;
  readonly listings: number;
  /** Median number of listings of the issues before it. */
  readonly usual: number;
}

/** Stores the state of a sync between runs. Callers handle failures. */
export interface SyncBook {
  /** The stored state; null before the first run. */
  load(): Promise<SyncState | null>;
  /** Notes that a run began at `at`. */
  begin(at: string): Promise<void>;
  /** Stores the state at the end of a run. */
  end(state: SyncState): Promise<void>;
}

/** The only source of the current date. */
export interface Clock {
  /** Today's date in UTC. */
  today(): LocalDate;
}

/** Messages for the person who runs the program. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  /** Reports that `done` of `total` items, such as "issues", are finished. */
  progress(done: number, total: number, what: string): void;
}

/** No data set is stored. */
export class DataSetMissing extends Error {
  override readonly name = "DataSetMissing";
}

/** What is stored is not a valid data set; the message names its location and the line with the error. */
export class DataSetBroken extends Error {
  override readonly name = "DataSetBroken";
}

/** The stored readings of organisers' calendars are invalid; the message names their location and the error. */
export class TimesBroken extends Error {
  override readonly name = "TimesBroken";
}

/** Another version was stored in the meantime. */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
}

/** Reading or writing a store failed; the message names the key or the file. */
export class StoreUnreachable extends Error {
  override readonly name = "StoreUnreachable";
}

/** A source gave no valid response after all retries. */
export class SourceUnreachable extends Error {
  override readonly name = "SourceUnreachable";
  /** How long it asked to wait, in milliseconds; null if it did not. */
  readonly waitMs: number | null;
  constructor(message: string, waitMs: number | null = null) {
    super(message);
    this.waitMs = waitMs;
  }
}

/** A setting is invalid; the message names it and what is allowed, but never contains its value. */
export class SettingRefused extends Error {
  override readonly name = "SettingRefused";
}

const OURS = [
  DataSetMissing,
  DataSetBroken,
  TimesBroken,
  Overtaken,
  StoreUnreachable,
  SourceUnreachable,
  SettingRefused,
] as const;

/** Whether an error is one of these, so that its name and message may be published. Messages of others may contain secrets. */
export function isOurs(error: unknown): error is InstanceType<(typeof OURS)[number]> {
  return OURS.some((kind) => error instanceof kind);
}

/** The messages of an error and its causes, for logs only. */
export function inFull(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${inFull(error.cause)}`;
}
