import type { Span } from "./inline.ts";

/** The runs of a line, with room for what was worked out from them. */
export interface Runs {
  readonly spans: readonly Span[];
  /** By number of the {@link remembered} function. */
  readonly memory: unknown[];
}

let functions = 0;

/** A function of a line's runs that is worked out once for each line read. */
export function remembered<T extends object>(make: (spans: readonly Span[]) => T): (runs: Runs) => T {
  const number = functions++;
  return ({ spans, memory }) => {
    memory[number] ??= make(spans);
    return memory[number] as T;
  };
}

/** Runs of which nothing is known yet. */
export function runsOf(spans: readonly Span[]): Runs {
  return { spans, memory: new Array(functions) };
}
