import { memo } from "../../model/memo.ts";
import type { Rule } from "../../model/rule.ts";
import { oneTypoApart } from "../../model/typo.ts";
import { wordsOf as plainWords } from "../../model/words.ts";

/** What a name has that is an organiser's. */
interface GroupName extends Rule {
  readonly is: (name: string, url: string | null) => boolean;
}

/** A group's name is no longer than this, if no link is like it. */
const MOST_WORDS = 5;
const GROUP_WORD =
  /\b(?:society|user group|users? group|usergroup|meetup|meet-up|rustaceans|community|group|club|school|guild|foundation|reading group)$/i;
/** Words of one gathering, no group: `Rust Workshop`, `RustFest 2017`, `San Diego Rust May Meetup`, `Monthly Meetup`. */
const ONE_EVENT =
  /^(?:rust|mozilla) (?:workshop|(?:lang )?meetup|day|conference|talks?|activate|festival|roadshow)$|\b20\d\d\b|\b(?:monthly|anniversary|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;
/** Of those words the ones that are told with a typo: `Rust Workhsop`, `Monhtly Meetup`. */
const GATHERINGS = ["workshop", "meetup", "conference", "festival", "roadshow"];
const TIMES = [
  "monthly",
  "anniversary",
  "january",
  "february",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** Whether a name is that of one gathering. */
export function isOneEvent(name: string): boolean {
  if (ONE_EVENT.test(name)) return true;
  const words = name.toLowerCase().split(" ");
  const known = words.length === 2 && words[0] === "rust" ? [...GATHERINGS, ...TIMES] : TIMES;
  return words.some((word) => word.length > 4 && known.some((one) => oneTypoApart(one, word)));
}

/** The surest first. */
export const GROUP_NAMES: readonly GroupName[] = [
  {
    rule: "name-like-link",
    says: "The organiser's part of the link spells the name.",
    example: ["Rust DC, https://www.meetup.com/RustDC/events/1/", "Rust DC"],
    is: likeLink,
  },
  {
    rule: "name-like-domain",
    says: "A name like an address, of a town that the link names.",
    example: ["Berline.rs, https://www.meetup.com/some-school-berlin/events/1/", "Berline.rs"],
    is: (name, url) => /^[\p{L}\p{N}-]{4,}\.[A-Za-z]{2,4}$/u.test(name) && namesTown(url, name),
  },
  {
    rule: "rust-and-town",
    says: "Rust and one word with a capital.",
    example: ["Rust Lisbon", "Rust Lisbon"],
    is: (name) => /^Rust \p{Lu}[\p{L}/-]+$/u.test(name),
  },
  {
    rule: "word-for-group",
    says: "A word for a group at the end, if not after a topic (`Study Group`).",
    example: ["Columbus Rust Society", "Columbus Rust Society"],
    is: (name) => GROUP_WORD.test(name) && name.split(" ").length > 2,
  },
  {
    rule: "mozilla-and-country",
    says: "Mozilla and one word with a capital.",
    example: ["Mozilla Brasil", "Mozilla Brasil"],
    is: (name) => /^Mozilla \p{Lu}\p{Ll}+$/u.test(name),
  },
  {
    rule: "user-group-of-town",
    says: "A user group and its town.",
    example: ["Rust User Group Cologne", "Rust User Group Cologne"],
    is: (name) => / Users? (?:Group|Team) \p{Lu}[\p{L}/-]+$/u.test(name),
  },
  {
    rule: "name-begins-link",
    says: "The name of a group on Meetup begins with it.",
    example: ["South Florida Rust, https://www.meetup.com/South-Florida-Rust-Meetup/events/1/", "South Florida Rust"],
    is: beginsLink,
  },
  {
    rule: "town-and-rust",
    says: "A town that the link names, and Rust.",
    example: ["impl Zagreb for Rust, https://www.meetup.com/zagreb-rust/events/1/", "impl Zagreb for Rust"],
    is(name, url) {
      const [, town, other] = /^(?:(\p{Lu}[\p{L}/-]{2,})|impl (\p{Lu}[\p{L}/-]{2,}) for) Rust$/u.exec(name) ?? [];
      return namesTown(url, town ?? other ?? null);
    },
  },
];

/** The rule by which a name is a group's; undefined when none says so. */
export function groupRule(name: string, url: string | null): string | undefined {
  if (isOneEvent(name)) return undefined;
  const isLong = name.split(" ").length > MOST_WORDS;
  return GROUP_NAMES.find(({ rule, is }) => (!isLong || rule.startsWith("name-like")) && is(name, url))?.rule;
}

/** Whether a link names the same town, as far as the first letters tell. */
function namesTown(url: string | null, town: string | null): boolean {
  const letters = town?.toLowerCase().slice(0, 4);
  return letters !== undefined && url?.toLowerCase().includes(letters) === true;
}

/** The words of the names that the organiser's part of a link may spell: `meetup.com/RustDC/…`, `rustfest.example`. */
const organisersOf = memo((url): readonly (readonly string[])[] => {
  const link = /^https?:\/\/(?:www\.)?([^/?#]+)(?:\/+(?:[a-z]{2}(?:-[A-Z]{2})?\/)?([^/?#]+))?/.exec(url);
  if (!link?.[1]) return [];
  if (/(?:^|\.)meetup\.com$/.test(link[1])) return [wordsOf(decoded(link[2] ?? ""))];
  return [wordsOf(link[1].replace(/\.[a-z]+$/, "")), wordsOf(link[1])];
});

/** Addresses leave `&` out. */
const wordsOf = memo((text) => plainWords(text.replaceAll("&", " ")));

/** Letters that two spellings of one name have at least, where one has a typo. */
const LETTERS = 6;

/** Whether the words spell the same, but for a typo; a number or the plural is none. */
function isTypo(ours: readonly string[], theirs: readonly string[]): boolean {
  const [one, other] = [ours.join(""), theirs.join("")];
  if (Math.max(one.length, other.length) < LETTERS || one.replace(/\D/g, "") !== other.replace(/\D/g, "")) return false;
  const single = (words: readonly string[]) => words.map((word) => word.replace(/s$/, "")).join("");
  return oneTypoApart(one, other) && single(ours) !== single(theirs);
}

/** Whether a name says the same as the organiser's part of a link, but for a typo: `Rust DC` and `meetup.com/RustDC/…`. */
export function likeLink(name: string, url: string | null): boolean {
  if (url === null) return false;
  const ours = wordsOf(name);
  return organisersOf(url).some((theirs) => {
    if (ours.join("") === theirs.join("")) return ours.length > 0;
    if (isTypo(ours, theirs)) return true;
    return (
      ours.length > 1 && ours.length === theirs.length && ours.toSorted().join(" ") === theirs.toSorted().join(" ")
    );
  });
}

/** What the name of a group on Meetup has behind it. */
const BEHIND_NAME = ["meetup", "user", "users", "group", "community"];

/** `South Florida Rust` with …/South-Florida-Rust-Meetup/…, `OpenTechSchool` with …/opentechschool-berlin/…. */
function beginsLink(name: string, url: string | null): boolean {
  if (url === null || !url.includes("meetup.com/")) return false;
  const [ours, theirs] = [wordsOf(name), organisersOf(url)[0] ?? []];
  if (ours.length === 0) return false;
  const isBehind = (word: string) => BEHIND_NAME.some((known) => oneTypoApart(word, known));
  const length = ours.length === 1 ? theirs.length - 1 : theirs.findLastIndex((word) => !isBehind(word)) + 1;
  const begin = theirs.slice(0, length);
  return (
    (ours.length > 1 || (length === 1 && name.length > 7)) && (begin.join("") === ours.join("") || isTypo(ours, begin))
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
