import { statSync } from "node:fs";
import type { Clock } from "../../ports.ts";

/** What tells one state of a file from another. */
interface Stamp {
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

/**
 * Tells by a look at the files that answers are made of, not into them, whether answers can be other than before: one of them or
 * the day is. `paths` are the data set, the hours, and the folder of drafts where those are served.
 */
export function filesEdition(paths: readonly string[], clock: Clock): () => string {
  let text = "";
  let today = "";
  let stamps: readonly (Stamp | undefined)[] = [];
  return () => {
    const day = clock.today();
    const now = paths.map(look);
    if (day === today && now.every((stamp, at) => isSame(stamp, stamps[at])) && text !== "") return text;
    [today, stamps] = [day, now];
    text = `${today} ${now.map(written).join(" ")}`;
    return text;
  };
}

/** Of one file: another one once it was written or replaced. */
export function stampOf(path: string): string {
  return written(look(path));
}

function look(path: string): Stamp | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function isSame(one: Stamp | undefined, other: Stamp | undefined): boolean {
  return (
    one?.ino === other?.ino &&
    one?.size === other?.size &&
    one?.mtimeMs === other?.mtimeMs &&
    one?.ctimeMs === other?.ctimeMs
  );
}

function written(stamp: Stamp | undefined): string {
  return stamp === undefined ? "none" : `${stamp.ino} ${stamp.size} ${stamp.mtimeMs} ${stamp.ctimeMs}`;
}
