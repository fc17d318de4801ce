import type { DataSet, IssueRef } from "../model/event.ts";
import type { Pipeline } from "./take-in.ts";

/** An issue that is held back: it lists so few events that its format may have changed. */
export interface Held {
  readonly ref: IssueRef;
  /** Median number of listings of the issues before it. */
  readonly usual: number;
}

/** The median is computed from the last 8 issues, and from at least half as many. */
const MEDIAN_OF = 8;

/**
 * The newest issues of `data` that are not in `before` and that each list less than half of the median number of events, oldest
 * first. An issue is not held back if a later one lists enough events again, or if `publish` contains it.
 */
export function heldOf(data: DataSet, before: DataSet, publish: Pipeline["publish"]): readonly Held[] {
  const known = new Set(before.issues.map(({ file, blob }) => `${file} ${blob}`));
  const held: Held[] = [];
  for (const [at, ref] of data.issues.entries()) {
    const usual = median(data.issues.slice(Math.max(0, at - MEDIAN_OF), at).map(({ listings }) => listings));
    const isNew = !known.has(`${ref.file} ${ref.blob}`);
    if (isNew && usual !== null && ref.listings * 2 < usual && !publish?.has(ref.issue)) held.push({ ref, usual });
    else held.length = 0;
  }
  return held;
}

function median(counts: readonly number[]): number | null {
  if (counts.length < MEDIAN_OF / 2) return null;
  return counts.toSorted((a, b) => a - b)[Math.floor((counts.length - 1) / 2)] ?? null;
}
