import { memo } from "../../model/memo.ts";
import { wordsOf } from "../../model/words.ts";

/** Words that many groups' names share: they tell no two groups apart. */
const GENERIC = new Set(
  (
    "rust rustlang lang language programming meetup meetups meet up group groups user users usergroup community communities " +
    "developer developers dev devs the of and in at for de la el a an club society rustacean rustaceans hack learn hackers " +
    "study night network tech conf conference online virtual part rs rug"
  ).split(" "),
);

/** Letters of a slug, at most. */
const LONG = 48;

/** A printed name without markup, addresses and stray white space: `[Rust Luzern](https://…` → `Rust Luzern`. */
export const cleanName = memo((name) => {
  const bare = name
    .replace(/^\[?(.*?)\]\(.*$/, "$1")
    .replace(/\(*https?:\/\/\S*/g, "")
    .replaceAll("**", "");
  return bare.replace(/\s+/g, " ").trim();
});

/** The words of a name that last, a space between: case, accents, punctuation and years do not count. */
const nameKey = memo((name) => lastingWords(name).join(" "));

/** The words of a name that tell it from other groups' names: places, mostly. */
export function distinctive(name: string): readonly string[] {
  return nameKey(name)
    .split(" ")
    .filter((word) => word.length > 1 && !GENERIC.has(word));
}

/** Whether two names may mean one group: equal, or a telling word or the initials of one stand in the other. */
export function akin(a: string, b: string): boolean {
  return speaksOf(a, b) || speaksOf(b, a);
}

/** Whether the name speaks of the other one: a telling word of it, its abbreviation or the initials of all stand there. */
export function speaksOf(name: string, other: string): boolean {
  const squashed = squash(other);
  return squash(name) === squashed || sharesWord(name, squashed);
}

/** `rust-berlin`: lower-case letters, digits and hyphens; years left out, long names cut between words. */
export const slugify = memo((name) => {
  const words = lastingWords(name).map((word) => word.replace("++", "pp").replace("#", "sharp"));
  const slug = words.join("-");
  return slug.length <= LONG
    ? slug
    : slug
        .slice(0, LONG + 1)
        .replace(/-[^-]*$/, "")
        .slice(0, LONG);
});

/** A name made of an address: `meetup.com/rust-paris` → `Rust Paris`. */
export const titleOf = memo((key) => {
  const tail = key.split("/").at(-1) ?? "";
  return tail
    .split(/[-_]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
});

function sharesWord(name: string, squashed: string): boolean {
  const words = nameKey(name).split(" ");
  const initials = words.map((word) => word.charAt(0)).join("");
  const bare = squashed.replace(/^rust|rust$|rs$/g, "");
  return (
    (initials.length > 2 && squashed.includes(initials)) ||
    distinctive(name).some(
      (word) => abbreviates(bare, word) || (word.length > 2 ? squashed.includes(word) : squashed.endsWith(word)),
    )
  );
}

/** `sthlm` of `stockholm`, `cph` of `copenhagen`: some of its letters in order, its first among them. */
function abbreviates(short: string, word: string): boolean {
  if (short.length < 3 || short[0] !== word[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at++;
  return at === short.length;
}

/** Whether both a name and an address are called after Rust: `Rust Fjord` and `rustox`, `fj.rs`. */
export function namesRust(name: string, key: string): boolean {
  return /rust/i.test(name) && /rust|\.rs$/.test(key);
}

/** Equal for all spellings of one name, `PDX Rust` and `PDXRust` as well. */
export function squash(name: string): string {
  return nameKey(name).replaceAll(" ", "");
}

function lastingWords(name: string): readonly string[] {
  const words = wordsOf(name);
  const lasting = words.filter((word) => !/^((19|20)\d\d|\d\d)$/.test(word));
  return lasting.length === 0 ? words : lasting;
}
