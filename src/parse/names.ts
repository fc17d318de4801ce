import { collapse, trimOf } from "../model/collapse.ts";

/** `Oslo, NO`, `Virtual (Oslo, NO)`: unmistakably a place. */
export const PLACE = /^[^|]{2,80}, ?(?:[A-Z]{2}|USA)\)?$/;
/** `Rust Oslo, NO`, `Women in Rust, US`: an organiser, however much of a place is in the name. */
const ORGANISER = /\b(?:rust\w*|women|meetup|group|club|society|community)\b/i;
const MODE = "(?:virtual|online|remote|hybrid|in[- ]person)";
/** `Virtual (Oslo, NO)`: a place that begins with how to attend, which no organiser's name is. */
export const MODES = new RegExp(
  String.raw`^\W{0,3}${MODE}(?:[\s+/&-]{1,3}(?:(?:and|or) )?${MODE}){0,2}\s{0,3}(?:\(|$)`,
  "i",
);

/** Whether a text is a place and no organiser's name. */
export function isPlace(text: string): boolean {
  return PLACE.test(text) && !ORGANISER.test(text);
}

/** A place column without the punctuation around it, `| Oslo, NO: [Fjord Rust](…)`; null when nothing remains. */
export function placeName(text: string): string | null {
  const name = trimOf(text, " ,:;.|/\\]}–—-", " ,;:|/\\}–—-");
  // `l Oslo, NO l`: letters that look like a bar.
  return name.replace(/^[lI!] (?=\S)|(?<=\S) [lI!]$/g, "") || null;
}

/** An organiser's name without the punctuation around it. */
export function groupName(text: string): string {
  const name = trimOf(text, " ]})|*_-", " [({|*_").replace(/^\[([^[\]]+)\]?$/, "$1");
  return name.includes("[") ? name : trimOf(name, "", " ]");
}

/** What is joined to organisers and is none: `Hosted by …`, `+ Online`, `and Friends`. */
const NO_NAME =
  /^(?:online|virtual|hybrid|remote|in[- ]person|friends?|others?|more|guests?|(?:co-?)?hosted|organi[sz]ed|sponsored|presented|with|by)\b/i;

/**
 * The organiser without a link that is joined to one with a link; null when there is none.
 *
 *     Fjord Rust + [Oslo Rust](…)        [Oslo Rust](…) & Fjord Rust
 *     ^--------^ before                                   ^--------^ behind
 */
export function joinedName(text: string, side: "before" | "behind"): string | null {
  const joined = side === "before" ? /^(.+?)\s?(?:[+&]|\band)$/ : /^(?:[+&]|and\b)\s?(.+?)(?:\s?[+&]|\sand)?$/;
  const name = joined.exec(text)?.[1] ?? "";
  return /^\p{Lu}/u.test(name) && !NO_NAME.test(name) ? name : null;
}

/** A title without stray punctuation: `***Fjord Meetup*`, `[Fjord Meetup]` → `Fjord Meetup`; `[Hybrid] Fjord Meetup` stays. */
export function titleText(text: string): string {
  return trimOf(text, " *_|", " *_|").replace(/^\[([^[\]]*)\]$/, (_, title: string) => collapse(title));
}
