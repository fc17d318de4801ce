import type { PrintedContent, PrintedListing } from "../model/printed.ts";
import type { Bullet } from "./bullets.ts";
import { datePrefix } from "./date.ts";
import type { Span } from "./inline.ts";
import type { Runs } from "./remembered.ts";

/** A bullet that starts a listing, read; `bullet.at` gives its line. */
export interface Outer {
  readonly bullet: Bullet;
  readonly runs: Runs;
}

/** The listing that a bullet starts; `titleAt` is the 0-based line of its title. */
export function listing({ bullet }: Outer, content: PrintedContent, titleAt = bullet.at, sub?: number): PrintedListing {
  const place = { line: bullet.at + 1, titleLine: titleAt + 1, region: bullet.region, content };
  return sub === undefined ? place : { ...place, sub };
}

/** Whether the first run is plain text that begins with a date. */
export function startsWithDate(spans: readonly Span[]): boolean {
  const first = spans[0];
  return first?.url === null && datePrefix(first.text.replace(/^[\s~*_]+/, "")) !== null;
}
