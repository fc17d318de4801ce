import * as z from "zod";
import type { EventRecord, GroupRecord, ListingRef } from "../model/event.ts";
import type { KnownListing } from "../model/listing.ts";
import type { Problem } from "../model/problem.ts";
import type { LinkOf } from "./candidate.ts";

const date = z.iso.date();
const reason = { reason: z.string().min(10), link: z.url().optional() };
/** One listing: the issue's date, the line, and the number on the bullet where it holds several. */
const listing = z.strictObject({ issue: date, line: z.int().positive(), sub: z.int().positive().optional() });
const slug = z.string().min(1);

const schema = z.strictObject({
  /** The listing is of the event that the other, earlier listing is of. */
  merge: z.array(z.strictObject({ listing, into: listing, ...reason })),
  /** The listing begins an event of its own. */
  split: z.array(z.strictObject({ listing, ...reason })),
  /** Fields that are wrong in one listing, or in all of a page (canonical key) in issues `from` to `until`, inclusive. */
  correct: z.array(
    z.strictObject({
      listing: listing.optional(),
      page: z.strictObject({ key: z.string(), from: date.optional(), until: date.optional() }).optional(),
      set: z
        .strictObject({
          start: date,
          end: date,
          title: z.string(),
          url: z.url(),
          status: z.enum(["confirmed", "cancelled", "postponed"]),
          mode: z.enum(["virtual", "hybrid", "in-person"]),
        })
        .partial(),
      ...reason,
    }),
  ),
  /** The issue is taken in however few events it lists. */
  publish: z.array(z.strictObject({ issue: date, ...reason })).default([]),
  /** What would be the group of that slug is the one of the other slug. */
  join: z.array(z.strictObject({ group: slug, into: slug, ...reason })).default([]),
});

type Listed = z.infer<typeof listing>;
type Correction = z.infer<typeof schema>["correct"][number];

/** Corrections by hand, found by listing. */
export interface Overrides {
  readonly merge: ReadonlyMap<string, string>;
  readonly split: ReadonlySet<string>;
  readonly correct: ReadonlyMap<string, readonly Correction[]>;
  readonly pages: ReadonlyMap<string, readonly Correction[]>;
  /** Issues that are taken in however few events they list. */
  readonly publish: ReadonlySet<string>;
  /** Slugs of groups that are parts of another group, whose slug is the value. */
  readonly join: ReadonlyMap<string, string>;
}

export const NO_OVERRIDES: Overrides = {
  merge: new Map(),
  split: new Set(),
  correct: new Map(),
  pages: new Map(),
  publish: new Set(),
  join: new Map(),
};

/** The contents of `data/overrides.json`; throws an error that names the first entry that is wrong. */
export function readOverrides(value: unknown): Overrides {
  const result = schema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Error(`overrides: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  const { merge, split, correct, publish, join } = result.data;
  const nameless = correct.find(({ listing, page }) => (listing === undefined) === (page === undefined));
  if (nameless !== undefined)
    throw new Error(`overrides: correct: "${nameless.reason}" must name a listing or a page, not both`);
  const joined = new Map(join.map(({ group, into }) => [group, into]));
  const twice = join.find(({ group }, at) => join.findIndex((other) => other.group === group) < at);
  if (twice !== undefined) throw new Error(`overrides: join: "${twice.group}" is joined twice`);
  const again = join.find(({ into }) => joined.has(into));
  if (again !== undefined)
    throw new Error(
      `overrides: join: "${again.group}" must name the group that stays, not "${again.into}", which is joined too`,
    );
  const by = (key: (correction: Correction) => string | undefined) =>
    Map.groupBy(
      correct.filter((correction) => key(correction) !== undefined),
      (correction) => key(correction) ?? "",
    );
  return {
    merge: new Map(merge.map(({ listing, into }) => [refKey(listing), refKey(into)])),
    split: new Set(split.map(({ listing }) => refKey(listing))),
    correct: by(({ listing }) => (listing === undefined ? undefined : refKey(listing))),
    pages: by(({ page }) => page?.key),
    publish: new Set(publish.map(({ issue }) => issue)),
    join: joined,
  };
}

/** Equal for all mentions of one listing. */
export function refKey({ issue, line, sub }: Listed | KnownListing | ListingRef): string {
  return `${issue}:${line}:${sub ?? 1}`;
}

/** Corrections that name a listing which no event has, or join groups that there are not: mistyped, or lines were shifted since. */
export function unused(
  overrides: Overrides,
  events: readonly EventRecord[],
  groups: readonly GroupRecord[],
): readonly Problem[] {
  const named = [
    ...overrides.merge.keys(),
    ...overrides.merge.values(),
    ...overrides.split,
    ...overrides.correct.keys(),
  ];
  const listed = new Set(named.length === 0 ? [] : events.flatMap(({ listings }) => listings.map(refKey)));
  const lost = named.filter((ref) => !listed.has(ref));
  const joined = new Set(groups.flatMap(({ aliases = [] }) => aliases));
  const idle = [...overrides.join.keys()].filter((group) => !joined.has(group));
  return [
    ...lost.map((ref) => {
      const [issue = "", line = ""] = ref.split(":");
      return overrideUnused(issue, Number(line), `names the listing ${ref}, which no event has`);
    }),
    ...(idle.length > 0 ? [overrideUnused("", 1, `joins groups that no listing means: ${idle.join(", ")}`)] : []),
  ];
}

function overrideUnused(issue: string, line: number, what: string): Problem {
  const message = `a correction by hand ${what}`;
  const file = "data/overrides.json";
  return { rule: "override-unused", severity: "warning", issue, file, line, message, printed: null, used: null };
}

/** The listing as it should have been printed. */
export function corrected(listing: KnownListing, overrides: Overrides, linkOf: LinkOf): KnownListing {
  if (overrides.correct.size + overrides.pages.size === 0) return listing;
  const own = overrides.correct.get(refKey(listing)) ?? [];
  const page = overrides.pages.get(listing.link?.key ?? "") ?? [];
  const { issue } = listing;
  const meant = page.filter(({ page }) => (page?.from ?? issue) <= issue && issue <= (page?.until ?? issue));
  return [...meant, ...own].reduce((listing, { set }) => withFields(listing, set, linkOf), listing);
}

function withFields(listing: KnownListing, set: Correction["set"], linkOf: LinkOf): KnownListing {
  const start = set.start ?? listing.start;
  const end = set.end ?? (set.start === undefined ? listing.end : set.start);
  const url = set.url ?? listing.url;
  const { title = listing.title, status = listing.status, mode = listing.mode } = set;
  const suspicious = set.start === undefined && listing.suspicious;
  return { ...listing, start, end, url, title, status, mode, suspicious, link: linkOf(url) };
}
