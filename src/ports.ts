import type { LocalDate } from "./model/date.ts";
import type { DataSet } from "./model/event.ts";

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
  /** Puts `next` in the place of what is stored: wholly or, when it rejects, not at all. */
  replace(next: DataSet): Promise<void>;
}

/** One issue that a source offers. */
export interface IssueFile {
  /** File name in the newsletter's `content/` folder, it begins with the date: `2025-01-08-this-week-in-rust.md`. */
  readonly name: string;
  /** The date in its name. */
  readonly issue: LocalDate;
  /** Git blob id (SHA-1, hex) of its bytes. */
  readonly blob: string;
}

/** Where issues come from. */
export interface IssueSource {
  /** Every issue there is, oldest first. Rejects with {@link SourceUnreachable}. */
  list(): Promise<readonly IssueFile[]>;
  /** The text of one issue, whose blob id was compared. Rejects with {@link SourceUnreachable}. */
  read(file: IssueFile): Promise<string>;
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

/** A source gave no answer, or none that can be used, after all tries. */
export class SourceUnreachable extends Error {
  override readonly name = "SourceUnreachable";
}
