import { memo } from "../model/memo.ts";
import { wordsOf } from "../model/words.ts";

/** What a title says, for comparison. */
interface Shape {
  /** All words as one: equal for titles that differ in case, accents, signs and blanks only. */
  readonly squashed: string;
  /** Words without fillers, numbers and dates. */
  readonly words: ReadonlySet<string>;
  /** Editions and other numbers: `#26`, `2024 / 1`, `24th`. */
  readonly numbers: ReadonlySet<string>;
  /** Months and their days: `June`, `Jan 3`. */
  readonly dates: ReadonlySet<string>;
}

/** Months by every name, `m1` to `m12`. */
const MONTHS: ReadonlyMap<string, string> = new Map(
  "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september|oct october|nov november|dec december"
    .split("|")
    .flatMap((names, at) => names.split(" ").map((name) => [name, `m${at + 1}`] as const)),
);
/** Words that come and go while the event stays the same. */
const FILLERS = new Set(
  "a an the of and at in on for to with by from tbd tba virtual virtually online remote hybrid person onsite livestream stream rescheduled moved postponed cancelled canceled new date english edition".split(
    " ",
  ),
);
/** Words that titles of different events share. */
const COMMON = new Set(
  (
    "rust rustlang meetup meetups meeting meet monthly weekly biweekly hack learn night talk talks lunch social study group session sessions " +
    "intro introduction getting started book club reading coding dojo workshop community call mixer user users programming language lightning " +
    "show tell project projects hour hangout hang out open office hours beginner rustaceans rustacean developers code codes event conference " +
    "coffee morning evening afternoon breakfast brunch drinks beer first second third fourth last mid month monday tuesday wednesday thursday friday saturday sunday"
  ).split(" "),
);

/** Equal for titles that differ in spelling only. */
export function squashedTitle(title: string): string {
  return shape(title).squashed;
}

/** How alike two titles are: 2 when they differ in spelling only, 1 when they may name one event, else 0. */
export function alikeness(a: string, b: string): 0 | 1 | 2 {
  if (a === b) return 2;
  const [one, other] = [shape(a), shape(b)];
  return one.squashed === other.squashed ? 2 : mayBeOne(one, other) ? 1 : 0;
}

/** Whether two titles hold the same words in another order: `Night (online & on site)`, `Night (on site & online)`. */
export function sameWords(a: string, b: string): boolean {
  const inOrder = (title: string) => [...wordsOf(title)].sort().join(" ");
  return inOrder(a) === inOrder(b);
}

/** What a title is about. `words` are those that hardly any other event bears. */
interface Subject {
  readonly squashed: string;
  readonly words: readonly string[];
}

/** What a title says before its number, comma or colon, if that is more than two words: `Monthly Ferris Call #7`. */
export const subjectOf = memo((title): Subject | null => {
  const head = title.replace(/[#,:;(–—\d].*$/su, "");
  const words = telling(head);
  return words.length === 0 || wordsOf(head).length < 3 ? null : { squashed: squashedTitle(head), words };
});

/** The months that a text names, 1 to 12. */
export function monthsOf(text: string): ReadonlySet<number> {
  const months = wordsOf(text).map((word) => MONTHS.get(word)?.slice(1));
  return new Set(months.filter((month) => month !== undefined).map(Number));
}

/** Whether each of the two names a month, or a day of it, that the other does not. */
export function otherMonth(a: string, b: string): boolean {
  return differ(shape(a).dates, shape(b).dates);
}

/** One title spells the other out, or most words agree, and no number speaks against it. */
function mayBeOne(one: Shape, other: Shape): boolean {
  const common = count(one.words, other.words);
  const [fewer, all] = [Math.min(one.words.size, other.words.size), one.words.size + other.words.size - common];
  const agree = common > 1 ? common === fewer || common / all >= 0.55 : common === 1 && all === 1;
  return (agree || alike(one.squashed, other.squashed)) && !differ(one.numbers, other.numbers);
}

/** Whether two titles name the same edition of a series: `2024 / 1`, `#53`, `June Talks`. */
export function sameEdition(a: string, b: string): boolean {
  const [one, other] = [shape(a), shape(b)];
  const named = (count(one.numbers, other.numbers) > 0 || count(one.dates, other.dates) > 0) && alikeness(a, b) > 0;
  return named && !differ(one.numbers, other.numbers) && !differ(one.dates, other.dates);
}

/** Whether a title names its edition: what `sameEdition` compares. */
export function namesEdition(title: string): boolean {
  const { numbers, dates } = shape(title);
  return numbers.size + dates.size > 0;
}

/** Whether a title names a day, a month or an edition that the other does not: `Lunch, Jan 3` and `Lunch, Feb 7`, `Course` and `Course, lesson 2`. */
export function otherEdition(a: string, b: string): boolean {
  const [one, other] = [shape(a), shape(b)];
  const numbers = count(one.numbers, other.numbers);
  return differ(one.dates, other.dates) || numbers < Math.max(one.numbers.size, other.numbers.size);
}

/** Whether a title says more than that Rust people meet, so that no other event nearby is likely to bear it. */
export function distinctiveTitle(title: string): boolean {
  return telling(title).length >= 2;
}

/** Whether a title has a word of its own: `FerrisWeek`, but not `Hack Night`. */
export function tellingTitle(title: string): boolean {
  return telling(title).length >= 1;
}

/** Whether a title is that of one talk, not of a series: `Chess Engines from Scratch`. */
export function talkTitle(title: string): boolean {
  return telling(title).length >= 3;
}

/** Whether two near-same titles agree in a word that hardly any other event bears, and one of them says more yet. */
export function sharesSubject(a: string, b: string): boolean {
  const [one, other] = [telling(a), telling(b)];
  return Math.max(one.length, other.length) >= 2 && one.some((word) => other.includes(word)) && alikeness(a, b) > 0;
}

function telling(title: string): readonly string[] {
  return [...shape(title).words].filter((word) => word.length > 3 && !COMMON.has(word));
}

const shape = memo((title): Shape => {
  const all = wordsOf(title.replace(/(\d)[\u2019']?(st|nd|rd|th)\b/gi, "$1"));
  const [words, numbers, dates] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const [at, word] of all.entries()) {
    const month = MONTHS.get(word);
    if (month !== undefined) dates.add(month);
    else if (/\d/.test(word)) (isDayOfMonth(at, all) ? dates : numbers).add(word);
    else if (!FILLERS.has(word)) words.add(word);
  }
  return { squashed: all.join(""), words, numbers, dates };
});

function isDayOfMonth(at: number, words: readonly string[]): boolean {
  return /^\d{1,2}$/.test(words[at]!) && (MONTHS.has(words[at - 1] ?? "") || MONTHS.has(words[at + 1] ?? ""));
}

/** Each has something that the other lacks. */
function differ(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const common = count(a, b);
  return common < a.size && common < b.size;
}

function count(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const item of a) if (b.has(item)) common++;
  return common;
}

/** Whether nearly all pairs of neighbouring letters agree: a typo or two in a longer text. */
function alike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 8 || Math.abs(a.length - b.length) > 3) return false;
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < a.length; at++) pairs.set(a.slice(at, at + 2), (pairs.get(a.slice(at, at + 2)) ?? 0) + 1);
  let common = 0;
  for (let at = 0; at + 1 < b.length; at++) {
    const pair = b.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) common++;
    if (left > 0) pairs.set(pair, left - 1);
  }
  return (2 * common) / (a.length + b.length - 2) >= 0.85;
}
