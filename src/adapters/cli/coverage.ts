import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Nodes } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { compare } from "../../model/compare.ts";
import { createIssueParser } from "../../parse/issue.ts";
import { findSection, linesOf } from "../../parse/section.ts";
import { type Command, EXIT, readArgs, UsageError } from "./command.ts";
import { type IssueAt, issuesAt } from "./files.ts";
import { print } from "./output.ts";

/** Rules for bullets that do not list an event. */
const NON_EVENTS = ["no-events", "cancelled-in-prose", "prose-bullet", "note-under-event", "commented-out"];

interface Count {
  issues: number;
  sections: number;
  bullets: number;
  listings: number;
  undated: number;
  nonEvents: number;
  notUnderstood: number;
  missed: number;
}

/** Default folder of the archive. */
const BESIDE = fileURLToPath(new URL("../../../../shared/corpus", import.meta.url));

export const command: Command = {
  help: `usage: twir-calendar coverage [--misses] [FILE|DIR…]

Counts how every bullet of every section was read, by year.

Remark counts the bullets of each section, independently of the parser. A bullet is a listing (or the title line of one),
a known non-event (${NON_EVENTS.join(", ")}),
not understood (a problem with the rule bullet-not-understood) or missed (none of these). The last two should be 0.

Without arguments, reads the folder in TWIR_CORPUS, by default ../shared/corpus relative to a checkout.

  --misses    also list each bullet that was missed or not understood

exit codes: 0 nothing missed · 1 something was missed or not understood · 2 usage error · 4 cannot read a file
`,
  async run(args) {
    const { values, positionals } = readArgs(args, { misses: { type: "boolean" } });
    const paths = positionals.length > 0 ? positionals : [process.env.TWIR_CORPUS ?? BESIDE];
    if (paths.includes(BESIDE) && !existsSync(BESIDE))
      throw new UsageError(
        '"coverage" needs files or folders to read, or TWIR_CORPUS: ../shared/corpus does not exist',
      );
    const years = new Map<string, Count>();
    const parser = createIssueParser();
    const misses: string[] = [];
    for (const issue of await issuesAt(paths)) count(issue, parser, years, misses);
    await print(`${table(years)}${values.misses && misses.length > 0 ? `${misses.join("\n")}\n` : ""}`);
    return misses.length === 0 ? EXIT.ok : EXIT.failed;
  },
};

function count(
  file: IssueAt,
  parser: ReturnType<typeof createIssueParser>,
  years: Map<string, Count>,
  misses: string[],
) {
  const { issue, listings, problems } = parser.parse(file);
  const year = issue.slice(0, 4) || "none";
  const row = years.get(year) ?? newCount();
  years.set(year, row);
  row.issues++;
  const bullets = bulletLines(file.text);
  if (bullets === null) return;
  row.sections++;
  row.bullets += bullets.length;
  row.listings += listings.length;
  row.undated += listings.filter((listing) => listing.content.date === null).length;
  const read = new Set(listings.flatMap((listing) => [listing.line, listing.titleLine]));
  const known = new Set(problems.filter((p) => NON_EVENTS.includes(p.rule)).map((p) => p.line));
  const refused = new Set(problems.filter((p) => p.rule === "bullet-not-understood").map((p) => p.line));
  row.nonEvents += known.size;
  for (const line of new Set([...bullets, ...refused])) {
    if (read.has(line) || known.has(line)) continue;
    if (refused.has(line)) row.notUnderstood++;
    else row.missed++;
    misses.push(`${file.path}:${line}: ${refused.has(line) ? "not understood" : "missed"}`);
  }
}

const markdown = unified().use(remarkParse).freeze();

/** 1-based lines of the bullets that remark finds in the section; null if there is no section. */
function bulletLines(text: string): number[] | null {
  const section = findSection(linesOf(text.replace(/^\ufeff/, "")), () => {});
  if (!section) return null;
  const found: number[] = [];
  const visit = (node: Nodes) => {
    const line = node.position?.start.line;
    // A bullet that only groups others has no paragraph.
    if (node.type === "listItem" && line && node.children[0]?.type === "paragraph") found.push(section.first + line);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(markdown.parse(section.lines.join("\n")));
  return found;
}

function newCount(): Count {
  return { issues: 0, sections: 0, bullets: 0, listings: 0, undated: 0, nonEvents: 0, notUnderstood: 0, missed: 0 };
}

function table(years: ReadonlyMap<string, Count>): string {
  const columns = Object.keys(newCount()) as (keyof Count)[];
  const total = newCount();
  const rows = [...years].sort(([a], [b]) => compare(a, b));
  for (const [, row] of rows) for (const column of columns) total[column] += row[column];
  const line = (name: string, cells: readonly (string | number)[]) =>
    `${name.padEnd(6)}${cells.map((cell) => String(cell).padStart(14)).join("")}\n`;
  return [
    line("year", columns),
    ...rows.map(([year, row]) =>
      line(
        year,
        columns.map((column) => row[column]),
      ),
    ),
    line(
      "all",
      columns.map((column) => total[column]),
    ),
  ].join("");
}
