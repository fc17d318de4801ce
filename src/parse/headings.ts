import { memo } from "../model/memo.ts";
import type { Region } from "../model/region.ts";
import { oneSlipApart } from "../model/slip.ts";

/** Headings under which the newsletter ever grouped events, and words an editor could use for them. */
const REGION_WORDS: readonly (readonly [string, Region])[] = [
  ["virtual", "Virtual"],
  ["online", "Virtual"],
  ["remote", "Virtual"],
  ["virtual online", "Virtual"],
  ["online virtual", "Virtual"],
  ["africa", "Africa"],
  ["asia", "Asia"],
  ["middle east", "Asia"],
  ["asia pacific", "Asia Pacific"],
  ["apac", "Asia Pacific"],
  ["europe", "Europe"],
  ["north america", "North America"],
  ["n america", "North America"],
  ["s america", "South America"],
  ["south america", "South America"],
  ["latin america", "South America"],
  ["oceania", "Oceania"],
  ["australia", "Oceania"],
  ["australia new zealand", "Oceania"],
  ["australia and new zealand", "Oceania"],
];

const NEXT_SECTION =
  /^(?:rust )?jobs?\b|^quotes? of the week|^fn (?:work|main)|^rfcs?\b|^approved rfcs|^new rfcs|^final comment|^updates from|^call for|^cfp|^crate of the week|^what'?s cooking|^this week in (?!rust)|^project updates|^tracking issues|^usage|^contribut|^friend of the tree|^(?:internals )?discussions?$|^(?:notable|prominent|other|meetings|links|blog|news|new contributors|external)\b/i;

/** What is no text of a heading: an address, a tag, an anchor. */
const ADDRESSES = /\]\([^()]*\)|<[^<>]*>|\{#[^{}]*\}/g;

/** Heading text without markup, emoji and closing signs: `## **Oceania:** 🦘` → `oceania`. */
function headingWords(line: string): string {
  return line
    .replace(ADDRESSES, " ")
    .replace(/^[\s#>*_]+/, "")
    .replace(/[^\p{L}\p{N}'()]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** Whether a heading opens the section: `# Upcoming Events`, `## Upcoming Meetups`, `# Meetups`. */
export function opensSection(line: string): boolean {
  return /^(?:upcoming |rusty |rust )*(?:events?|meetups?)(?: (?:(?:and|or) )?(?:events?|meetups?))?$/.test(
    headingWords(line),
  );
}

/** Whether a heading begins a section that is known to follow the events. */
export function opensNextSection(line: string): boolean {
  return NEXT_SECTION.test(headingWords(line));
}

/** The region that a heading names, one slip of the pen allowed (`Eurpoe`); null when it names none. */
export const regionOf = memo((line): Region | null => {
  const words = headingWords(line.replace(/\([^()]*\)/g, " "))
    .replace(/ (?:events?|meetups?)$/, "")
    .replace(/^the /, "");
  const exact = REGION_WORDS.find(([name]) => name === words);
  if (exact) return exact[1];
  const near = REGION_WORDS.find(([name]) => name.length > 5 && oneSlipApart(name, words));
  return near ? near[1] : null;
}, 10_000);
