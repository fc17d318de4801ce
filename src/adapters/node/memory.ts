import { setFlagsFromString } from "node:v8";

/** All V8 options of this program. They can be set at run time, so no special command line is needed. */
const SMALL_YOUNG = "--semi-space-growth-factor=1";

/**
 * Regular expressions are compiled to machine code at once, not after a first run in the interpreter: the tables of rules have
 * 150 of them, and nearly all run again. Adding one issue takes a sixth less time.
 */
const COMPILED_PATTERNS = "--no-regexp-tier-up";

/** Available since Node 24; older versions print unknown options to standard error. */
const SMALL_STEPS = Number.parseInt(process.versions.node, 10) >= 24 ? ["--memory-saver-mode"] : [];

/**
 * For programs that build a data set, to be called before reading: limits the young generation of the heap to 1 MB instead of
 * up to 128 MB. Most objects survive, so a larger young generation only uses more memory: a fifth of the memory of a rebuild.
 * Compiles regular expressions at once.
 */
export function buildLean(): void {
  for (const flag of [SMALL_YOUNG, COMPILED_PATTERNS]) setFlagsFromString(flag);
}

/**
 * For servers: also keeps the young generation small, and lets the old generation grow in small steps. Responses are stored
 * outside the heap, but are released only by a garbage collection. Slows down programs that allocate a lot.
 */
export function stayLean(): void {
  for (const flag of [SMALL_YOUNG, ...SMALL_STEPS]) setFlagsFromString(flag);
}
