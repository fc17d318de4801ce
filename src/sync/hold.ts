import type { DataSet, IssueRef } from "../model/event.ts";
import type { Pipeline } from "./take-in.ts";

/** An issue that is not published: it lists so few events that its form may have changed. */
export interface Held {
  readonly ref: IssueRef;
  /** Listings of the median issue before it. */
  readonly usual: number;
}

/** What is usual is learned from so many issues, and from no fewer than half of them. */
const LEARNED_FROM = 8;

/**
 * The newest issues of `data` that `before` does not have and of which each lists less than half of what is usual, oldest
 * first. An issue that a later one follows with the usual number of events was merely a thin one, and is not held; nor is
 * one that `publish` names.
 */
export function heldOf(data: DataSet, before: DataSet, publish: Pipeline["publish"]): readonly Held[] {
  const known = new Set(before.issues.map(({ file, blob }) => `${file} ${blob}`));
  const held: Held[] = [];
  for (const [at, ref] of data.issues.entries()) {
    const usual = median(data.issues.slice(Math.max(0, at - LEARNED_FROM), at).map(({ listings }) => listings));
    const isNew = !known.has(`${ref.file} ${ref.blob}`);
    if (isNew && usual !== null && ref.listings * 2 < usual && !publish?.has(ref.issue)) held.push({ ref, usual });
    else held.length = 0;
  }
  return held;
}

function median(counts: readonly number[]): number | null {
  if (counts.length < LEARNED_FROM / 2) return null;
  return counts.toSorted((a, b) => a - b)[Math.floor((counts.length - 1) / 2)] ?? null;
}
