import { oneTypoApart } from "../../model/typo.ts";
import { outside, type Rewrite } from "../rewrite.ts";

/** Words of which names of groups are made. */
const WORDS = ["Rust", "Society", "Users", "User", "Group", "Meetup", "Rustaceans", "Community", "Mozilla"];
/** Words that are a letter away from one of those. */
const OTHER_WORDS =
  /^(?:just|must|dust|trust|bust|rest|rush|russ|ruse|runs?|crust|groups|used|uses|meetups|rustacean)$/;
const TORN = WORDS.map((word) => [...word].join(" ?")).join("|");

/** What a title in which no group is found is searched for again with. */
export const NAME_TYPOS: readonly Rewrite[] = outside("typos in lines of 2016 to 2020: npm run bench:typos", [
  {
    rule: "letter-torn-at-dash",
    says: "A letter beside a dash or a colon belongs to the word on its other side.",
    example: ["Rust Atlant a- Boats -R ust:O slo", "Rust Atlanta - Boats - Rust: Oslo"],
    from: / (\p{L})(-) |(?<=\p{Ll}):(\p{Ll}) (?=\p{L})|([-:])(\p{L}) (?=\p{Ll})/gu,
    to: ([, before, dash, last, mark, behind]) =>
      before !== undefined ? `${before} ${dash} ` : last !== undefined ? `${last}: ` : `${mark} ${behind}`,
  },
  {
    rule: "dash-misspelt",
    says: "A dash or colon without a space, or with one too many, and other punctuation for a dash are dashes.",
    example: ["Rust Oslo -Boats- Fjords = Rust :Rain", "Rust Oslo - Boats - Fjords - Rust - Rain"],
    from: /\s+(?:--|=|[-–—:])\s*|(?<=\p{L})[-–—]\s+|(?<=\p{L}):(?=\p{L})/gu,
    to: " - ",
  },
  {
    rule: "word-of-group-torn",
    says: "A word of groups' names that has a space in it, or none beside it.",
    example: ["R ust Oslo Rus tAtlanta ColumbusRust", "Rust Oslo Rust Atlanta Columbus Rust"],
    from: new RegExp(String.raw`(?<=^|\s|(\p{Ll}))(?:${TORN})(?=$|[\s-]|(\p{Lu}))`, "gu"),
    to: ([text = "", before, behind]) =>
      behind !== undefined && !text.includes(" ")
        ? null
        : `${before ? " " : ""}${text.replaceAll(" ", "")}${behind ? " " : ""}`,
  },
  {
    rule: "word-of-group-misspelt",
    says: "A word that is a typo away from one of groups' names is that word.",
    example: ["Rsut Columbus Socity", "Rust Columbus Society"],
    from: /(?<=^|\s)\p{L}{3,11}(?=$|[\s-])/gu,
    to: ([text = ""]) =>
      OTHER_WORDS.test(text.toLowerCase())
        ? null
        : (WORDS.find((word) => oneTypoApart(word.toLowerCase(), text.toLowerCase())) ?? null),
  },
]);
