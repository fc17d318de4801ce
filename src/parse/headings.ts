import type { Region } from "../model/region.ts";
import { oneTypoApart } from "../model/typo.ts";

/** Headings under which the newsletter ever grouped events, and words an editor could use for them. */
const REGIONS: Readonly<Record<Region, readonly string[]>> = {
  Virtual: ["virtual", "online", "remote", "virtual online", "online virtual"],
  Africa: ["africa"],
  Asia: ["asia", "middle east"],
  "Asia Pacific": ["asia pacific", "apac"],
  Europe: ["europe"],
  "North America": ["north america", "n america"],
  "South America": ["south america", "s america", "latin america"],
  Oceania: ["oceania", "australia", "australia new zealand", "australia and new zealand"],
};

const NEXT_SECTION =
  /^(?:rust )?jobs?\b|^quotes? of the week|^fn (?:work|main)|^rfcs?\b|^approved rfcs|^new rfcs|^final comment|^updates from|^call for|^cfp|^crate of the week|^what'?s cooking|^this week in (?!rust)|^project updates|^tracking issues|^usage|^contribut|^friend of the tree|^(?:internals )?discussions?$|^(?:notable|prominent|other|meetings|links|blog|news|new contributors|external)\b/i;

/** What is no text of a heading: an address, a tag, an anchor. */
const ADDRESSES = /\]\([^()]*\)|<[^<>]*>|\{#[^{}]*\}/g;

/** Heading text without markup, emoji and closing punctuation: `## **Oceania:** 🦘` → `oceania`. */
function headingWords(line: string): string {
  return line
    .replace(ADDRESSES, " ")
    .replace(/^[\s#>*_]+/, "")
    .replace(/[^\p{L}\p{N}'()]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** How a heading begins, bold or bare lines included. */
const BEGINNING = /^\s{0,3}[#*_\p{L}]/u;

/** Whether a line opens the section: `# Upcoming Events`, `**Upcoming Meetups**`, `# Meetups`. */
export function opensSection(line: string): boolean {
  if (line.length > 80 || !/event|meetup/i.test(line) || !BEGINNING.test(line)) return false;
  return /^(?:upcoming |rusty |rust )*(?:events?|meetups?)(?: (?:(?:and|or) )?(?:events?|meetups?))?$/.test(
    headingWords(line),
  );
}

/** Whether a heading begins a section that is known to follow the events. */
export function opensNextSection(line: string): boolean {
  return NEXT_SECTION.test(headingWords(line));
}

/** The region that a heading names, one typo allowed (`Eurpoe`); null when it names none. */
export function regionOf(line: string): Region | null {
  const words = headingWords(line.replace(/\([^()]*\)/g, " "))
    .replace(/ (?:events?|meetups?)$/, "")
    .replace(/^the /, "");
  const regions = Object.keys(REGIONS) as Region[];
  const near = (name: string) => name.length > 5 && oneTypoApart(name, words);
  return (
    regions.find((region) => REGIONS[region].includes(words)) ??
    regions.find((region) => REGIONS[region].some(near)) ??
    null
  );
}
