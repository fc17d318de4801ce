import type { LocalDate } from "./model/date.ts";
import type { DataSet, IssueRef } from "./model/event.ts";
import type { TimesData } from "./model/times.ts";

/** Where the data set is kept. */
export interface EventStore {
  /**
   * The whole data set, validated. Rejects with {@link DataSetMissing} when nothing is stored, with
   * {@link DataSetBroken} when what is stored is no data set: never a part of one.
   */
  read(): Promise<DataSet>;
  /** Version of what is stored, without reading it whole; null when nothing is stored. */
  version(): Promise<string | null>;
  /**
   * The newest data set that is still kept from before an issue of the day `issue`, or a later one, was taken in; null
   * when there is none. Only stores that keep older ones have it.
   */
  readBefore?(issue: LocalDate): Promise<DataSet | null>;
  /**
   * Puts `next` in the place of what is stored: wholly or, when it rejects, not at all. With `over`, the version that `next`
   * was made from (null: there was none), it rejects with {@link Overtaken} when another is stored by now. Gives the version
   * under which `next` is stored.
   */
  replace(next: DataSet, over?: string | null): Promise<string>;
}

/**
 * Keeps data sets beside the stored one: each the same as one version of it, with the coming issue's draft on top. Whoever
 * asks for drafts reads the one that was made from the version at hand, or that version itself.
 */
export interface DraftStore {
  /** The draft in what is kept for the version `base`; null when nothing is. */
  of(base: string): Promise<Pick<IssueRef, "file" | "blob"> | null>;
  /** Puts `next`, made from the version `base`, in the place of all that is kept; null when there is no draft. */
  replace(base: string, next: DataSet | null): Promise<void>;
}

/** Where what organisers' calendars say is kept, beside the data set. */
export interface TimesStore {
  /** All of it, validated; null when nothing is stored. Rejects with {@link TimesBroken}. */
  read(): Promise<TimesData | null>;
  /** Puts `next`, which was made from `over`, in the place of what is stored. Rejects with {@link Overtaken}. */
  replace(next: TimesData, over: TimesData | null): Promise<void>;
}

/** One issue that a source offers. */
export interface IssueFile {
  /** File name in the newsletter's `content/` folder, it begins with the date: `2025-01-08-this-week-in-rust.md`. */
  readonly name: string;
  /** The date in its name. */
  readonly issue: LocalDate;
  /** Git blob id (SHA-1, hex) of its bytes. */
  readonly blob: string;
  /** Not published yet; its name is that in the newsletter's `draft/` folder. */
  readonly draft?: true;
}

/** Where issues come from. */
export interface IssueSource {
  /** Every issue there is, oldest first. Rejects with {@link SourceUnreachable}. */
  list(): Promise<readonly IssueFile[]>;
  /** Drafts of issues to come, newer than all that `list` gave when it was last called; the next issue first. */
  drafts?(): readonly IssueFile[];
  /** The bytes of one issue, UTF-8, whose blob id was compared. Rejects with {@link SourceUnreachable}. */
  read(file: IssueFile): Promise<Uint8Array>;
}

/** What the runs of a sync that nobody watches came to. Instants are UTC, `2025-01-08T12:00:00.000Z`. */
export interface SyncState {
  /** When the last run began. */
  readonly begun: string;
  /** When it ended; null while it runs, and for ever when it was cut off. All below is from the last run that ended. */
  readonly ended: string | null;
  /** Null while no run has ended. */
  readonly outcome: SyncOutcome | null;
  /** Names of the issues that it took in. */
  readonly took: readonly string[];
  /** End of the last run that did not fail; null when there was none yet. */
  readonly lastSuccess: string | null;
  /** Of what is stored; null when that is not known. */
  readonly version: string | null;
  readonly newestIssue: LocalDate | null;
  /** New issues that are not published: each lists less than half of `usual`. */
  readonly held: readonly HeldIssue[];
  /** Issues edited after publication, or come late, that only a build from all issues can take in; null when there are none. */
  readonly left: { readonly files: readonly string[]; readonly because: string } | null;
  /** Why the last run failed: the message begins with the place, an address or a key. Null when it did not. */
  readonly error: { readonly name: string; readonly message: string } | null;
  /** When the first run of those that failed one after the other up to now ended. */
  readonly failingSince: string | null;
  /** The source wants to be left alone until then. */
  readonly notBefore: string | null;
  /** Stands for what was stored and what was offered when there was nothing more to do; null when there was. */
  readonly settled: string | null;
}

/**
 * `held`, `left`: nothing was taken in but what is held or left, which other outcomes may have, too; `overtaken`: another run
 * was faster; `waited`: it is before `notBefore`.
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
  /** Listings of the median issue before it. */
  readonly usual: number;
}

/** Where the state of a sync is kept between runs. A failure is the caller's to bear. */
export interface SyncBook {
  /** Null before the first run. */
  load(): Promise<SyncState | null>;
  /** A run begins. */
  begin(at: string): Promise<void>;
  end(state: SyncState): Promise<void>;
}

/** The one way to learn the date. */
export interface Clock {
  /** Today's date in UTC. */
  today(): LocalDate;
}

/** What a person who watches a program may want to know. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  /** `done` of `total` steps are behind us. */
  progress(done: number, total: number, what: string): void;
}

/** Nothing is stored yet. */
export class DataSetMissing extends Error {
  override readonly name = "DataSetMissing";
}

/** What is stored is no data set; the message names where it is and the line that is wrong. */
export class DataSetBroken extends Error {
  override readonly name = "DataSetBroken";
}

/** What is stored of organisers' calendars cannot be used; the message names where it is and what is wrong. */
export class TimesBroken extends Error {
  override readonly name = "TimesBroken";
}

/** Something else was stored since the data set was read that the next one was made from. */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
}

/** A store gave no answer, or took nothing; the message names the key or the file. */
export class StoreUnreachable extends Error {
  override readonly name = "StoreUnreachable";
}

/** A source gave no answer, or none that can be used, after all tries. */
export class SourceUnreachable extends Error {
  override readonly name = "SourceUnreachable";
  /** How long it wants to be left alone; null when it did not say. */
  readonly waitMs: number | null;
  constructor(message: string, waitMs: number | null = null) {
    super(message);
    this.waitMs = waitMs;
  }
}

/** A setting from outside cannot be used; the message names it and what is allowed, and never tells its value. */
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

/** Whether an error is one of these: everybody may read its name and its message. Texts of others may quote anything. */
export function isOurs(error: unknown): error is InstanceType<(typeof OURS)[number]> {
  return OURS.some((kind) => error instanceof kind);
}

/** All that an error and its causes say, for logs alone. */
export function inFull(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${inFull(error.cause)}`;
}
