/** A line of Markdown mended, and the names of what was mended. */
export interface Repaired {
  readonly text: string;
  readonly repairs: readonly string[];
}

const REPAIRS: readonly (readonly [string, RegExp, string])[] = [
  // [Title] (https://example.org/)
  //        ^
  ["blank between link text and address", /\] {1,3}\((?=https?:\/\/)/g, "]("],
  // [**Title**]https://example.org/)
  //            ^ bracket missing
  ["bracket before the address missing", /\](?=https?:\/\/[^\s()]{1,2000}\))/g, "]("],
  // [Title(https://example.org/)
  //       ^ bracket missing
  [
    "bracket after the link text missing",
    /(?=\(https?:\/\/[^\s()]{1,2000}\)(?![^[\]]*\]\())(?<=\[[^[\]()|]{1,200})/g,
    "]",
  ],
  // [Title](https://example.org/]
  //                             ^
  ["square bracket behind the address", /(\]\(https?:\/\/[^\s()[\]]{1,2000})\](?=$|[ .,|])/g, "$1)"],
  // [Title](https://example.org/
  //                             ^ bracket missing at the end
  ["bracket after the address missing", /(\]\(https?:\/\/[^\s()]{1,2000}?)\.?$/, "$1)"],
  // [Title][https://example.org/]   (Title)[https://example.org/]
  //        ^                    ^
  ["square brackets around the address", /(?<=\])\[(https?:\/\/[^\s[\]]{1,2000})\]/g, "($1)"],
  ["kinds of brackets exchanged", /(?<![\])])\(([^()[\]]{1,300})\)\[(https?:\/\/[^\s[\]]{1,2000})\]/g, "[$1]($2)"],
  // {Title}(https://example.org/)
  // ^     ^
  ["braces around the link text", /\{([^{}[\]()|]{1,200})\}(?=\(https?:\/\/)/g, "[$1]"],
  // [Title]](https://example.org/)
  //        ^
  ["bracket after the link text twice", /(?<=\[[^[\]]{1,300})\]{2,}(?=\(https?:\/\/)/g, "]"],
  // [Titlehttps://example.org/)
  //      ^ brackets missing
  [
    "brackets before the address missing",
    /(?<=\[[^[\]|]{1,300}[^\s[\]|(])(?=https?:\/\/[^\s()[\]]{1,2000}\)(?!\]))/g,
    "](",
  ],
  // Mar 5. Oslo, NO - Title](https://example.org/)   March 5, 2022 | Oslo, NO | **Title** | Group](https://example.org/)
  // ^                                                ^
  [
    "bracket before the link text missing",
    /^(?=(?:[^[\]|]{1,500}|[^[\]]{1,300}\*\*[^[\]]{1,300})\]\(https?:\/\/)/,
    "[",
  ],
  // [March 5, 2022 | Oslo, NO | **Title** | Group(https://example.org/)   … | Grouphttps://example.org/)
  //                                              ^                                 ^
  [
    "bracket behind columns missing",
    /^(\[[^[\]]{1,300}\|[^[\]]{1,300}?)(?=\(https?:\/\/[^\s()]{1,2000}\)[\s.]*$)/,
    "$1]",
  ],
  [
    "brackets behind columns missing",
    /^(\[[^[\]]{1,300}\|[^[\]]{0,300}?[^\s[\]|(])(?=https?:\/\/[^\s()]{1,2000}\)[\s.]*$)/,
    "$1](",
  ],
  // [Title]((https://example.org/)
  //        ^
  ["bracket before the address twice", /\]\(\((?=https?:\/\/)/g, "]("],
  // [Title]{https://example.org/}
  //        ^                    ^
  ["braces around the address", /\]\{(https?:\/\/[^\s{}]{1,2000})[})]/g, "]($1)"],
  // [Title](hhttps://example.org/)   [Title](ttps://…)   [Title](https:/example.org)   [Title](https//…)   [Title](https: //…)
  ["scheme misspelt", /\]\((?:hhttps|htttps|httpss|ttps|htps|htpps):\/\/?(?=\w)/g, "](https://"],
  ["scheme misspelt", /\]\((https?)(?::\/|\/\/|:? :?\/\/|[;.]\/\/|:\/\/\/)(?=\w)/g, "]($1://"],
  ["scheme misspelt", /\]\((?:http:s|:)?\/\/(?=\w)/g, "](https://"],
  ["scheme twice", /\]\((?:https?:\/\/)+(?=https?:\/\/)/g, "]("],
  // [Mar 5. Oslo, NO - `Hack and Meet](…)
  //                    ^ nothing to pair with
  ["stray backtick", /^([^`]*)`([^`]*)$/, "$1$2"],
  // 2025-10-08 ¦ Oslo, NO ¦ [Group](…)
  //            ^
  ["another sign for |", /[¦｜│❘∣]/g, "|"],
  // * $[**Title**](…)
  //   ^
  ["stray sign before the link", /^[$%^~]\s{0,2}(?=\[)/, ""],
];

const SUSPECT = new RegExp(
  [
    /[¦｜│❘∣]|\][ h{[\]]|\)\[|\}\(|^[^[]*\]\(|^[$%^~]/,
    /(?<!\])\(https?:|[^\s(<"=/]https?:\/\/|\]\((?!https?:\/\/\w)|\]\(https?:\/\/https?:|\]\([^()[\]]*\]/,
  ]
    .map(({ source }) => source)
    .join("|"),
);
const NONE: readonly string[] = [];

/** Mends the slips of the pen that cost a link: kinds that occurred, and the ones beside them that a hand makes as easily. */
export function repairLinks(line: string): Repaired {
  if (!SUSPECT.test(line) && !line.includes("`") && (line.endsWith(")") || !line.includes("](", line.lastIndexOf(")"))))
    return { text: line, repairs: NONE };
  let text = line;
  const repairs: string[] = [];
  for (const [name, pattern, replacement] of REPAIRS) {
    const mended = text.replace(pattern, replacement);
    if (mended !== text) repairs.push(name);
    text = mended;
  }
  return { text, repairs };
}

const DEFINITION = /^ {0,3}\[([^\]]{1,200})\]:\s{0,4}<?([^\s>]{1,2000})>?/;

/** The link definitions of an issue, `[calendar]: https://…`, by folded label. */
export function definitionsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const match = line.includes("]:") ? DEFINITION.exec(line) : null;
    const label = match?.[1]?.trim().toLowerCase();
    if (label && match?.[2] && !found.has(label)) found.set(label, match[2]);
  }
  return found;
}

/** A bracket that closes no inline link. */
const REFERENCE = /\](?!\()/;

/** Reference links made inline: `[Rust NY][ny]` → `[Rust NY](<http://…>)`. Unknown labels stay as they are. */
export function inlineReferences(line: string, definitions: () => ReadonlyMap<string, string>): string {
  if (!REFERENCE.test(line) || definitions().size === 0) return line;
  return line
    .replace(/\[([^[\]]{1,500})\]\[([^[\]]{0,200})\]/g, (whole, text: string, label: string) => {
      const url = definitions().get((label || text).trim().toLowerCase());
      return url ? `[${text}](<${url}>)` : whole;
    })
    .replace(/\[([^[\]]{1,200})\](?![[(:])/g, (whole, text: string) => {
      const url = definitions().get(text.trim().toLowerCase());
      return url ? `[${text}](<${url}>)` : whole;
    });
}
