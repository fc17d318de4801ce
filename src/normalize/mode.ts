import type { Mode } from "../model/listing.ts";
import type { Rule } from "../model/rule.ts";
import { NO_TRACE, type Trace } from "../model/trace.ts";
import { takeMode } from "./places/mode.ts";

/** Where in a title a word for the mode may stand; inside a running title it is a subject: `Virtual Filesystem with Rust`. */
interface ModeMark extends Rule {
  readonly mark: RegExp;
}

const WORD = "online|on-line|virtual|remote|hybrid";
const EVENT =
  "meet-?ups?|meetings?|events?|gatherings?|conf(?:erence)?|talks?|hack(?:athon|ing|night)?|workshops?|editions?|sessions?|book club|study group|hangout|treffen|stammtisch";
const BETWEEN = String.raw`(?:rust\w*|(?:bi-?)?weekly|monthly|\d{4}|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*)`;
const OTHER_PLACES = "places of words that organisers may choose: test/normalize/mode.test.ts";

export const MODE_MARKS: readonly ModeMark[] = [
  {
    rule: "mode-in-bracket",
    says: "Alone in brackets.",
    example: ["(Hybrid - in person & online) Crab night", "hybrid"],
    mark: /[[(][^\][()]{4,40}[\])]/g,
  },
  {
    rule: "mode-last",
    says: "Last, behind punctuation.",
    example: ["Rust Fjord 2024 / 3 - hybrid", "hybrid"],
    mark: /[-–—:|,]\s[^-–—:|,()]{4,40}$/g,
  },
  {
    rule: "mode-first",
    says: "First, before punctuation.",
    example: ["Online: Boats and crabs", "virtual"],
    outside: OTHER_PLACES,
    mark: /^[^-–—:|,()]{4,20}(?:[:|]|\s[-–—]\s)/g,
  },
  {
    rule: "mode-of-event",
    says: "Before a word for an event.",
    example: ["Virtual Rust Meetup", "virtual"],
    mark: new RegExp(String.raw`\b(?:${WORD})(?=(?: ${BETWEEN}){0,3} (?:${EVENT})\b)`, "gi"),
  },
  {
    rule: "mode-behind-name",
    says: "Behind a name of at most three words, perhaps with a number.",
    example: ["Rust Fjord online #7", "virtual"],
    mark: new RegExp(String.raw`(?<=^(?:\S+ ){1,3})(?:${WORD})(?=(?: ?#?\d+)?$)`, "gi"),
  },
];

/** Words for what is online besides: `(also on Zoom)`, `with live stream`. */
const ADDED = /\b(?:also|with|plus|and|too|as well|option(?:al)?)\b|[+&]/i;

/** The mode online or hybrid that a title states; null where none does. */
export function modeInTitle(title: string, trace: Trace = NO_TRACE): Mode | null {
  for (const { rule, mark } of MODE_MARKS) {
    for (const text of title.match(mark) ?? []) {
      const { mode, rest } = takeMode(text.replace(/^[\P{L}]+|[\P{L}]+$/gu, ""));
      if (rest !== "" || (mode !== "virtual" && mode !== "hybrid")) continue;
      trace(rule, title);
      return ADDED.test(text) ? "hybrid" : mode;
    }
  }
  return null;
}

/** Places where people meet by text or video. */
const CHAT_WORD =
  /\b(?:irc|discord|zoom|jitsi|mattermost|zulip|telegram|webinar)\b|#rust-|\bonline\b|\bvirtual\b|\bremote\b/i;
const CHAT_LINK =
  /^ircs?:|^https?:\/\/(?:chat\.mibbit\.com|discord\.(?:gg|com)|t\.me|meet\.jit\.si|(?:[\w-]+\.)?zoom\.us|meet\.google\.com|teams\.microsoft\.com|gather\.town|twitch\.tv|(?:www\.)?youtube\.com|youtu\.be)\b/i;

/** The mode of a place; without one, a chat or video room is virtual; null where neither title nor address tells. */
export function modeOf(column: Mode | null, title: string, url: string | null): Mode | null {
  return column ?? (CHAT_WORD.test(title) || (url !== null && CHAT_LINK.test(url)) ? "virtual" : null);
}
