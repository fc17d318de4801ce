/** Scripts in which U+200C and U+200D between two letters decide how these are written. */
const JOINED = String.raw`[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]`;
/** Of a picture that is made of several: U+200D stands between them. */
const PICTURE = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]`;

/** Soft hyphens, zero-width spaces and joiners, byte order marks, marks and overrides of direction. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const JOINER = String.raw`(?<=${JOINED})[\u200c\u200d](?=${JOINED})|(?<=${PICTURE})\u200d(?=${PICTURE})`;
const EACH = new RegExp(`(?<joiner>${JOINER})|${INVISIBLE.source}`, "gu");

/** A text without characters that nobody sees, `Ru\u00adst` → `Rust`; joiners stay in scripts and pictures that need them. */
export function visible(text: string): string {
  return INVISIBLE.test(text) ? text.replace(EACH, (_, joiner = "") => joiner) : text;
}
