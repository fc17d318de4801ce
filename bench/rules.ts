import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROLES } from "../src/calls/roles.ts";
import { SAME_RULES } from "../src/calls/same.ts";
import { conferenceOf, TIE_RULES } from "../src/calls/tie.ts";
import { YEAR_RULES } from "../src/calls/years.ts";
import { CONFERENCE_NAMES } from "../src/kinds/conferences.ts";
import { kindOf } from "../src/kinds/kind.ts";
import { KIND_RULES } from "../src/kinds/rules.ts";
import { readOverrides } from "../src/merge/overrides.ts";
import { MERGE_RULES } from "../src/merge/rules.ts";
import type { Rule } from "../src/model/rule.ts";
import { textOf } from "../src/model/text-of.ts";
import type { Trace } from "../src/model/trace.ts";
import { readLink } from "../src/normalize/link.ts";
import { createGazetteer } from "../src/normalize/places/gazetteer.ts";
import { NORMALIZE_RULES } from "../src/normalize/rules.ts";
import { createIssueParser } from "../src/parse/issue.ts";
import { MENDS } from "../src/parse/mend.ts";
import { SHAPES } from "../src/parse/shapes.ts";
import { buildDataSet, type FetchedIssue } from "../src/pipeline.ts";
import { withCalls } from "../src/query/with-calls.ts";
import { archivedIssues } from "../test/archive.ts";

/*
 * Which rule serves what: reads the whole archive and prints, for each rule of parsing, normalizing, merging, telling kinds and
 * reading calls for papers, how many distinct texts it was applied to, the first and the last issue that brought one, and an
 * example. A rule that the archive does not need names where it comes from instead; one that has neither fails the run.
 */

/** What a rule was applied to. */
interface Use {
  readonly texts: Set<string>;
  readonly first: string;
  last: string;
  readonly example: string;
}

const TABLES: Readonly<Record<string, readonly Rule[]>> = {
  "typos in Markdown": MENDS,
  "shapes of lines": SHAPES,
  ...NORMALIZE_RULES,
  merging: MERGE_RULES,
  "kinds of events": KIND_RULES,
  "names of conferences": CONFERENCE_NAMES,
  "dates of calls": ROLES,
  "years of calls": YEAR_RULES,
  "merging calls": SAME_RULES,
  "conferences of calls": TIE_RULES,
};
const WIDTH = 80;

const uses = new Map<string, Use>();
let issue = "";
const trace: Trace = (rule, printed) => {
  const use = uses.get(rule) ?? { texts: new Set(), first: issue, last: issue, example: printed };
  uses.set(rule, use);
  use.texts.add(printed);
  use.last = issue;
};

const data = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, "..", "data", name), "utf8"));

/** The issues, each noted before it is taken in. What its links mean is worked out without a trace by the pipeline. */
function* read(issues: readonly FetchedIssue[]): Generator<FetchedIssue> {
  const parser = createIssueParser();
  for (const file of issues) {
    issue = file.issue;
    const { listings } = parser.parse({ name: file.name, text: textOf(file.text) });
    for (const { content } of listings)
      for (const { url } of [content, ...content.groups, ...content.links]) readLink(url ?? "", trace);
    yield file;
  }
}

const { data: built } = buildDataSet(read(await archivedIssues()), {
  gazetteer: createGazetteer(data("places/gazetteer.json"), trace),
  overrides: readOverrides(data("overrides.json")),
  digest: (text) => hash("sha256", text),
  trace,
});

for (const event of withCalls(built).events) {
  issue = event.created;
  kindOf(event, trace);
}
for (const call of built.calls) {
  issue = call.created;
  conferenceOf(call, built.events, trace);
}

let unneeded = 0;
for (const [name, rules] of Object.entries(TABLES)) {
  console.log(`\n${name}`);
  for (const { rule, outside, example } of rules) {
    const use = uses.get(rule);
    const shown = (text: string) => text.replace(/\s+/g, " ").slice(0, WIDTH);
    if (use !== undefined)
      console.log(
        `  ${rule.padEnd(40)}${String(use.texts.size).padStart(6)}  ${use.first} – ${use.last}  ${shown(use.example)}`,
      );
    else if (outside !== undefined) console.log(`  ${rule.padEnd(40)}     –  ${shown(example[0])}  (${outside})`);
    else {
      unneeded += 1;
      console.log(`  ${rule.padEnd(40)}  NONE  neither in the archive nor from outside`);
    }
  }
}
const known = new Set(Object.values(TABLES).flatMap((rules) => rules.map(({ rule }) => rule)));
const unlisted = [...uses.keys()].filter((rule) => !known.has(rule));
if (unlisted.length > 0) console.log(`\nin no table: ${unlisted.join(", ")}`);
const total = known.size;
console.log(`\n${total} rules, ${[...known].filter((rule) => uses.has(rule)).length} with a count in the archive`);
if (unneeded + unlisted.length > 0) process.exitCode = 1;
