import type { Mode } from "../../model/listing.ts";
import { distance } from "./typo.ts";

// `YouTube HQ, San Bruno, CA, US` is a house: what stands before a comma is no room.
// None of these patterns knows case beyond ASCII: with the flag `u`, signs that are not meant cost milliseconds to compile.
const VIRTUAL =
  /\b(?:virtual(?:ly|e)?|virtuel(?:le?)?|virtuell|en ligne|en l[ií]nea|virtal|virutal|vitual|online|on-line|remote(?:ly)?|digital|webinar|live ?-?stream(?:ed|ing)?|streamed|internet|zoom|discord|twitch|(?:youtube(?: live)?|jitsi(?: meet)?|google meet|(?:ms|microsoft) teams|webex|skype|big ?blue ?button|gather\.?town)(?![^()]*,))\b/gi;
const HYBRID = /\b(?:hybride?|h[ií]brid[ao]|ibrid[ao]|hybird|hybrib|mixed mode)\b/gi;
const PERSON =
  /\b(?:in[ -]?person|inperson|on[ -]?site|onsite|in real life|irl|face[ -]to[ -]face|offline|physical(?:ly)?|presential|presencial)\b/gi;
const PERSON_OR_HYBRID = new RegExp(`${HYBRID.source}|${PERSON.source}`, "i");
const ANY_MODE = new RegExp([VIRTUAL, HYBRID, PERSON].map(({ source }) => source).join("|"), "i");
const FILLER = String.raw`\b(?:events?|meetups?|meetings?|conference|only|fully|also|format|edition|mode|session|attendance|option(?:al)?|available|possible)\b`;
const JOINER = String.raw`(?:\+|&|\/|;|\||\band\b|\bor\b|\bund\b|\bplus\b|\bas well as\b|\bwith\b)`;

/** Stand for words of a mode in a text, one letter of the private use area each. */
const V = "\uE000";
const H = "\uE001";
const P = "\uE002";
const MARK = `[${V}${H}${P}]`;
const MARKS = `${MARK}(?:[\\s,:(\\u2013\\u2014-]*(?:${JOINER})?[\\s(]*${MARK})*`;

const BESIDE = new RegExp(
  `${V}[\\s)]*${JOINER}[\\s(]*[^\\s${V}${H}${P}]|[^\\s(${V}${H}${P}][\\s)]*${JOINER}[\\s(]*${V}|\\(\\s*${JOINER}\\s*${V}`,
  "i",
);
const BESIDE_MARK = new RegExp(`(${MARK})(?:\\s+${FILLER})+|(?:${FILLER}\\s+)+(${MARK})`, "gi");
const WITH_JOINERS = new RegExp(`${JOINER}?\\s*${MARKS}\\s*${JOINER}?`, "gi");
const EDGE = String.raw`[\s,:;+&|/\u2013\u2014-]`;

/** A place column without its words for the mode, and the mode that they tell; null when there are none. */
export interface ModeWords {
  readonly mode: Mode | null;
  readonly rest: string;
}

function modeOf(marked: string): Mode | null {
  const [virtual, hybrid, person] = [V, H, P].map((mark) => marked.includes(mark));
  if (hybrid || (virtual && (person || BESIDE.test(marked)))) return "hybrid";
  return virtual ? "virtual" : person ? "in-person" : null;
}

/** Brackets without a partner, around the whole, or empty; what joined a word that is gone. Applied until nothing changes. */
const LEFTOVERS: readonly (readonly [RegExp, string])[] = [
  [/[([{]\s*[)\]}]/g, " "],
  [new RegExp(`([([{])${EDGE}+`, "gu"), "$1"],
  [new RegExp(`${EDGE}+([)\\]}])`, "gu"), "$1"],
  [new RegExp(`^${EDGE}+|${EDGE}+$`, "gu"), ""],
  [/^[([{]([^()[\]{}]*)[)\]}]$/, "$1"],
  [/(?<=^[^([{]*)[)\]}]/g, ""],
  [/[([{](?=[^)\]}]*$)/g, " "],
];

/** A text that has none of those. */
const TIDY = new RegExp(`^(?!${EDGE})[^()[\\]{}]+(?<!${EDGE})$`, "u");

function tidy(text: string): string {
  let tidied = text;
  for (let before = ""; before !== tidied && !TIDY.test(tidied); ) {
    before = tidied;
    for (const [leftover, kept] of LEFTOVERS) tidied = tidied.replace(leftover, kept);
  }
  return tidied.replace(/\s+/g, " ").replace(/ ,/g, ",").trim();
}

function withoutAt(place: string): string {
  return place.replace(/^(?:hosted )?(?:in|at|from|near|by|@) (?=.)/i, "");
}

/** `Rust Fjords Discord`: no place, however it is called. */
const CHAT = /^(?:[^\s,;:()/+&|]+ ){1,4}(?:zoom|discord|twitch)$/i;
const JOINED = new RegExp(JOINER, "i");

/** `Virual (Oslo, NO)`: the word before a bracket, one slip of the pen away from a mode's; a longer or shorter one is none. */
const BEFORE_BRACKET = /^([a-z]{5,8}) ?\(/i;

/** The text with its first word mended, where that is one slip away from a mode's. */
function mended(text: string): string {
  const [, word] = BEFORE_BRACKET.exec(text) ?? [];
  const meant = word && ["virtual", "hybrid"].find((mode) => distance(word.toLowerCase(), mode, 1) <= 1);
  return meant ? `${meant}${text.slice(word.length)}` : text;
}

/** Where `Virtual (Oslo, NO) + Hybrid (Bergen, NO)` falls apart. */
const BETWEEN_BRACKETS = new RegExp(`\\)\\s*(?:${JOINER}|,)?\\s*(?=[^\\s()][^()]*\\([^()]{2,}\\))`, "i");

/** The modes and places of a column in which several modes have places of their own; null for any other. */
function takeModes(text: string): ModeWords | null {
  const pieces = text.split(BETWEEN_BRACKETS);
  if (pieces.length < 2 || !pieces.every((piece) => ANY_MODE.test(piece.split("(")[0]!))) return null;
  const taken = pieces.map(takeMode);
  const modes = new Set(taken.map(({ mode }) => mode));
  return { mode: modes.size === 1 ? taken[0]!.mode : "hybrid", rest: taken.map(({ rest }) => rest).join("; ") };
}

/** Takes the words for the mode out of a place column: `Munich, DE + Virtual` → hybrid, `Munich, DE`. */
export function takeMode(column: string): ModeWords {
  const printed = column
    .replace(/[\uE000-\uE003]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/([()])\1+/g, "$1");
  const text = ANY_MODE.test(printed) ? printed : mended(printed);
  if (text === printed && !ANY_MODE.test(text)) return { mode: null, rest: tidy(text) };
  if (CHAT.test(text) && !JOINED.test(text) && !PERSON_OR_HYBRID.test(text)) return { mode: "virtual", rest: "" };
  const several = takeModes(text);
  if (several !== null) return several;
  const words = text.replace(HYBRID, H).replace(PERSON, P).replace(VIRTUAL, V);
  const marked = words.replace(BESIDE_MARK, "$1$2");
  const mode = modeOf(marked);
  if (mode === null) return { mode, rest: tidy(text) };
  const rest = marked
    .replace(WITH_JOINERS, (_, offset: number) => (offset === 0 ? " " : " \uE003"))
    .replace(/\s*\uE003\s*(?=,|$|\))/g, "")
    .replace(/\s*\uE003\s*/g, " ");
  return { mode, rest: withoutAt(tidy(rest)) };
}
