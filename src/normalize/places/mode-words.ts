import type { Rewrite } from "../rewrite.ts";

/** Stand for words of a mode in a text, one letter of the private use area each: virtual, hybrid, in person. */
export const V = "\uE000";
export const H = "\uE001";
export const P = "\uE002";
export const MARK = `[${V}${H}${P}]`;

/** What stands between two of modes and places. */
export const JOINER = String.raw`(?:\+|&|\/|;|\||\band\b|\bor\b|\bund\b|\bplus\b|\bas well as\b|\bwith\b)`;
const JOINED = new RegExp(JOINER, "i");

/** Words for a mode in a place column, each of which becomes its mark. */
export const MODE_WORDS: readonly Rewrite[] = [
  {
    rule: "hybrid",
    says: "A word for online and in person, in whatever language.",
    example: ["Híbrido (Girona, ES)", `${H} (Girona, ES)`],
    from: /\b(?:h[ií]brid[ao]|ibrid[ao]|hybride?|mixed mode)\b/gi,
    to: H,
  },
  {
    rule: "in-person",
    says: "A word for in person.",
    example: ["In-Person (Oslo, NO)", `${P} (Oslo, NO)`],
    from: /\b(?:in[ -]?person|on[ -]?site|offline|in real life|irl|face[ -]to[ -]face|physical(?:ly)?|presencial)\b/gi,
    to: P,
  },
  {
    rule: "chat-by-name",
    says: "A few words before the name of a chat are what it is called.",
    example: ["Rust Fjords Discord", V],
    outside: "groups name their chats: test/normalize/places",
    from: /^(?:[^\s,;:()/+&|\uE001\uE002]+ ){1,4}(?:zoom|discord|twitch)$/i,
    to: ([text = ""]) => (JOINED.test(text) ? null : V),
  },
  {
    rule: "virtual",
    says: "A word for online, in whatever language.",
    example: ["Virtual (Oslo, NO)", `${V} (Oslo, NO)`],
    from: /\b(?:virtual(?:ly)?|virtuelle?|virtuell|online|on-line|remote(?:ly)?|digital|webinar|live ?-?stream(?:ed|ing)?|en ligne|en l[ií]nea)\b/gi,
    to: V,
  },
  {
    rule: "room-for-video",
    says: "The name of a service for video; before a comma it may be a house: `YouTube HQ, San Bruno, CA, US`.",
    example: ["Oslo, NO + Zoom", `Oslo, NO + ${V}`],
    outside: "groups print where they stream: test/normalize/places",
    from: /\b(?:zoom|discord|twitch|youtube(?: live)?|jitsi(?: meet)?|google meet|(?:ms|microsoft) teams|webex|skype|big ?blue ?button|gather\.?town)\b(?![^()]*,)/gi,
    to: V,
  },
];

const EDGE = String.raw`[\s,:;+&|/\u2013\u2014-]`;

/** What is mended where a word for the mode is gone, until nothing changes. */
export const MODE_LEFTOVERS: readonly Rewrite[] = [
  {
    rule: "punctuation-at-edge",
    says: "Punctuation that begins or ends the whole or a bracket goes.",
    example: ["(: Oslo, NO, ) -", "(Oslo, NO)"],
    from: new RegExp(`(?<=^|[([{])${EDGE}+|${EDGE}+(?=$|[)\\]}])`, "g"),
    to: "",
  },
  {
    rule: "bracket-around",
    says: "Brackets around the whole go.",
    example: ["(Oslo, NO)", "Oslo, NO"],
    from: /^[([{]([^()[\]{}]*)[)\]}]$/,
    to: "$1",
  },
  {
    rule: "bracket-unpaired",
    says: "A bracket that is empty, not opened or not closed goes.",
    example: ["Oslo, NO)", "Oslo, NO"],
    from: /[([{]\s*[)\]}]|(?<=^[^([{]*)[)\]}]|[([{](?=[^)\]}]*$)/g,
    to: " ",
  },
];
