import { loadGazetteer } from "../../src/adapters/node/pipeline.ts";
import type { KnownListing } from "../../src/model/listing.ts";
import { oneTypoApart } from "../../src/model/typo.ts";
import { createGroupIndex } from "../../src/normalize/groups/known-groups.ts";
import { normalizeIssue } from "../../src/normalize/issue.ts";
import { createIssueParser, type IssueText } from "../../src/parse/issue.ts";
import { archivedIssues } from "../../test/archive.ts";
import { fact, limited, percent, print } from "../report.ts";
import { editsOf } from "./edits.ts";

const ROWS = Number(process.argv[2] ?? 200);
/** So many wrong readings that nothing reports are printed of each kind. */
const SHOWN = Number(process.argv[3] ?? 0);
/** The first row that is tried: another one gives another sample. */
const FIRST = Number(process.argv[4] ?? 0);
/** Lines around a row that are read with it. */
const AROUND = 4;

const gazetteer = loadGazetteer();
const issues = await archivedIssues();

/** A row of an issue with the surrounding lines, as a separate issue. */
interface Row {
  readonly name: string;
  readonly lines: readonly string[];
  /** Index of the row in `lines`. */
  readonly at: number;
}

interface Reading {
  readonly listings: readonly KnownListing[];
  /** Each problem's rule, line and message. */
  readonly problems: Set<string>;
}

function read(issue: IssueText): Reading {
  const printed = createIssueParser().parse(issue);
  const context = { gazetteer, groups: createGroupIndex(), nearOf: () => [] };
  const { listings, problems } = normalizeIssue(printed, context);
  const all = [...printed.problems, ...problems].map(({ rule, line, message }) => `${line}: ${rule}: ${message}`);
  return { listings, problems: new Set(all) };
}

const readRow = ({ name, lines }: Row): Reading => read({ name, text: lines.join("\n") });

/** The rows that are tried: evenly over all issues since 2016 whose small issue reads as the whole one does. */
function rowsOf(): Row[] {
  const all: Row[] = [];
  for (const { name, text } of issues) {
    if (name < "2016") continue;
    const { listings } = read({ name, text });
    const lines = text.split("\n");
    const firsts = [...new Set(listings.map(({ line }) => line))];
    for (const [index, line] of firsts.entries()) {
      const first = firsts[Math.max(0, index - 2)]!;
      const end = (firsts[index + 3] ?? line + AROUND) - 1;
      const region = lines.slice(0, first).findLast((each) => /^#+ /.test(each)) ?? "";
      const head = [lines[0]!, lines[1]!, lines[2]!, "", "## Upcoming Events", "", region, ""];
      const body = lines.slice(first - 1, Math.min(end, line + 2 * AROUND));
      const until = body.findIndex((each) => /^#|^If you are/.test(each));
      const around = until < 0 ? body : body.slice(0, until);
      const at = head.length + line - first;
      if (around.length <= line - first) continue;
      all.push({ name, lines: [...head, ...around, "", "If you are running a Rust event please add it."], at });
    }
  }
  const rows: Row[] = [];
  for (let at = FIRST; rows.length < ROWS && at < all.length; at += Math.max(1, Math.floor(all.length / ROWS)))
    rows.push(all[at]!);
  return rows;
}

/** White space is collapsed, so that a dash that is dropped takes a space with it. */
const bare = (text: string | null) => (text ?? "").replaceAll(" ", "");
/** Whether `one` is `other`, or has one typo: that of the row. */
const near = (one: string | null, other: string | null) => one === other || oneTypoApart(bare(one), bare(other));

/** The fields of a listing that must not change with a typo. */
const FACTS: Readonly<Record<string, (listing: KnownListing) => unknown>> = {
  date: ({ start, end }) => [start, end],
  mode: ({ mode }) => mode,
  region: ({ region }) => region,
  status: ({ status }) => status,
  place: ({ resolved }) => resolved.map(({ city, area, country, timeZone }) => [city, area, country, timeZone]),
  links: ({ links }) => links.length,
  groups: ({ groups }) => groups.length,
};

/** What is wrong with a listing, where texts and addresses may have the typo; null for nothing. */
function faultOf(read: KnownListing, meant: KnownListing): string | null {
  for (const [name, fact] of Object.entries(FACTS))
    if (JSON.stringify(fact(read)) !== JSON.stringify(fact(meant))) return name;
  if (!near(read.title, meant.title)) return "title";
  if (!near(read.url, meant.url)) return "address";
  const isSame = read.groups.every(
    ({ name, url }, at) => near(name, meant.groups[at]!.name) && near(url, meant.groups[at]!.url),
  );
  return isSame ? null : "group";
}

/** What is wrong with the first listing that is, and that listing; null where all are as meant. */
function faultsOf(
  read: readonly KnownListing[],
  meant: readonly KnownListing[],
): readonly [string, KnownListing?] | null {
  if (read.length !== meant.length) return ["number of listings"];
  for (const [index, listing] of read.entries()) {
    const fault = faultOf(listing, meant[index]!);
    if (fault !== null) return [fault, listing];
  }
  return null;
}

/** Which part of a row a character is in: `2025-10-08 | Oslo, NO | [Fjord Rust](https://…)`. */
function partOf(row: string, at: number): string {
  const character = row[at]!;
  if (/[[\]()|*]/.test(character)) return "punctuation of Markdown";
  const address = row.lastIndexOf("](", at);
  if (address >= 0 && !row.slice(address, at).includes(")")) return "address";
  const link = row.lastIndexOf("[", at);
  if (link >= 0 && link > row.lastIndexOf("](", at)) return "text of a link";
  return row.slice(0, at).includes("|") ? "place" : "date and what is before the first bar";
}

interface Count {
  tried: number;
  right: number;
  reported: number;
  /** What was read, by what of it is wrong. */
  readonly wrong: Map<string, string[]>;
}

const counts = new Map<string, Count>();
for (const row of rowsOf()) {
  const before = readRow(row);
  const original = row.lines[row.at]!;
  for (const { kind, at, text } of editsOf(original)) {
    const after = readRow({ ...row, lines: row.lines.with(row.at, text) });
    const part = partOf(original, at);
    const count = counts.get(part) ?? { tried: 0, right: 0, reported: 0, wrong: new Map() };
    counts.set(part, count);
    count.tried++;
    const found = faultsOf(after.listings, before.listings);
    if (found === null) count.right++;
    else if ([...after.problems].some((each) => !before.problems.has(each))) count.reported++;
    else {
      const [fault, listing] = found;
      count.wrong.set(fault, [...(count.wrong.get(fault) ?? []), `${kind}: ${text}\n      ${shown(listing)}`]);
    }
  }
}

function shown(listing: KnownListing | undefined): string {
  if (listing === undefined) return "";
  const { start, end, mode, places, title, groups, url } = listing;
  return JSON.stringify({ start, end, mode, places, title, groups, url });
}

const sum = (of: (count: Count) => number) => [...counts.values()].reduce((total, count) => total + of(count), 0);
const wrongOf = ({ wrong }: Count) => [...wrong.values()].flat().length;
for (const [part, count] of counts) {
  const { tried, right, reported, wrong } = count;
  print(part, [
    fact("typos", String(tried)),
    fact("read as meant", percent(right / tried)),
    fact("reported", percent(reported / tried)),
    fact("silently wrong", `${wrongOf(count)} (${percent(wrongOf(count) / tried)})`),
    ...[...wrong].map(([fault, each]) => fact(`  in ${fault}`, String(each.length))),
  ]);
  for (const [fault, each] of wrong) {
    const step = Math.max(1, Math.floor(each.length / (SHOWN || 1)));
    for (let at = 0; at < Math.min(each.length, SHOWN * step); at += step) console.log(`    ${fault}: ${each[at]}`);
  }
}
const [tried, wrong] = [sum(({ tried }) => tried), sum(wrongOf)];
print(`${tried} typos in ${ROWS} rows`, [
  limited("silently wrong", `${wrong} (${percent(wrong / tried)})`, wrong / tried < 0.01, "under 1 %"),
]);
