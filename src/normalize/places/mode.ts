import type { Mode } from "../../model/listing.ts";
import { NO_TRACE, type Trace } from "../../model/trace.ts";
import { rewrite } from "../rewrite.ts";
import { H, JOINER, MARK, MODE_LEFTOVERS, MODE_WORDS, P, V } from "./mode-words.ts";
import { COLUMN_REWRITES } from "./rewrites.ts";

/** A place column without its words for the mode, and the mode that they tell; null when there are none. */
export interface ModeWords {
  readonly mode: Mode | null;
  readonly rest: string;
}

const FILLER = String.raw`\b(?:events?|meetups?|meetings?|conference|only|fully|also|format|edition|mode|session|attendance|option(?:al)?|available|possible)\b`;
const MARKS = `${MARK}(?:[\\s,:(\\u2013\\u2014-]*(?:${JOINER})?[\\s(]*${MARK})*`;
/** A word for online beside a place: `+ V`, `V and Oslo`. */
const BESIDE = new RegExp(
  `${V}[\\s)]*${JOINER}[\\s(]*[^\\s${V}${H}${P}]|[^\\s(${V}${H}${P}][\\s)]*${JOINER}[\\s(]*${V}|\\(\\s*${JOINER}\\s*${V}`,
  "i",
);
const BESIDE_MARK = new RegExp(`(${MARK})(?:\\s+${FILLER})+|(?:${FILLER}\\s+)+(${MARK})`, "gi");
const WITH_JOINERS = new RegExp(`${JOINER}?\\s*${MARKS}\\s*${JOINER}?`, "gi");
/** Where `Virtual (Oslo, NO) + Hybrid (Bergen, NO)` falls apart. */
const BETWEEN_BRACKETS = new RegExp(`\\)\\s*(?:${JOINER}|,)?\\s*(?=[^\\s()][^()]*\\([^()]{2,}\\))`, "i");
const HAS_MARK = new RegExp(MARK);

/** Without punctuation at its edges, and without brackets that are not paired or stand around the whole. */
export function tidy(text: string, trace: Trace): string {
  let tidied = text;
  for (let before = ""; before !== tidied; ) {
    before = tidied;
    tidied = rewrite(MODE_LEFTOVERS, tidied, trace, null);
  }
  return tidied.replace(/\s+(?=[\s,])/g, "").trim();
}

function modeOf(marked: string): Mode {
  const [virtual, hybrid, person] = [V, H, P].map((mark) => marked.includes(mark));
  if (hybrid || (virtual && (person || BESIDE.test(marked)))) return "hybrid";
  return virtual ? "virtual" : "in-person";
}

/** Mode and places of a column whose words for modes are marked. */
function takeMarked(marked: string, trace: Trace): ModeWords {
  const pieces = marked.split(BETWEEN_BRACKETS);
  if (pieces.length > 1 && pieces.every((piece) => HAS_MARK.test(piece.split("(")[0]!))) {
    const taken = pieces.map((piece) => takeMarked(piece, trace));
    const modes = new Set(taken.map(({ mode }) => mode));
    return { mode: modes.size === 1 ? taken[0]!.mode : "hybrid", rest: taken.map(({ rest }) => rest).join("; ") };
  }
  const bare = marked.replace(BESIDE_MARK, "$1$2");
  const rest = bare
    .replace(WITH_JOINERS, (_, offset: number) => (offset === 0 ? " " : " \uE003"))
    .replace(/\s*\uE003\s*(?=,|$|\))/g, "")
    .replace(/\s*\uE003\s*/g, " ");
  // `Virtual (hosted in Oslo, NO)`
  const place = tidy(rest, trace).replace(/^(?:hosted )?(?:in|at|from|near|by|@) (?=.)/i, "");
  return { mode: modeOf(bare), rest: place };
}

/** Takes the words for the mode out of a place column: `Munich, DE + Virtual` → hybrid, `Munich, DE`. */
export function takeMode(column: string, trace: Trace = NO_TRACE): ModeWords {
  const text = rewrite(COLUMN_REWRITES, column, trace, null);
  const marked = rewrite(MODE_WORDS, text, trace, null);
  return HAS_MARK.test(marked) ? takeMarked(marked, trace) : { mode: null, rest: tidy(text, trace) };
}
