import { CHANGE_KINDS, type ChangeKind, type EventChanges, type IssueChanges } from "../model/changes.ts";
import { compare } from "../model/compare.ts";
import { addDays, type LocalDate } from "../model/date.ts";
import type { Change, DataSet, EventRecord } from "../model/event.ts";
import { factsAsOf } from "./as-of.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { EventQuery } from "./filters.ts";
import { selectEvents } from "./select.ts";
import { gapFinder } from "./unlisted.ts";

/** Days that are told of unless `limit` says how many. */
const USUAL_ISSUES = 10;

const LAST: LocalDate = "9999-12-31";

const FIELDS: Readonly<Record<Exclude<Change["field"], "status" | "calendar">, ChangeKind>> = {
  start: "moved",
  end: "moved",
  time: "rescheduled",
  title: "retitled",
  places: "relocated",
  url: "relinked",
};

/** A part of the issues, and of the days of readings, that changed what a query finds. */
export interface ChangesPage {
  /** Newest first. */
  readonly issues: readonly IssueChanges[];
  /** How many there are in all. */
  readonly total: number;
  /** Value of `cursor` that gives the next part; null after the last. */
  readonly next: string | null;
}

/**
 * What each issue, and each day on which organisers' calendars were read, changed about the events that `query` finds as
 * they are known today, newest first. Its `from` and `to` are days of issues or readings, its `days` so many days from
 * `from` or up to the newest of them, its `limit` a number of such days. Parts neither skip nor repeat a day when newer ones
 * are taken in. A draft is not told of: it may change again.
 */
export function changesOf(data: DataSet, query: EventQuery): ChangesPage {
  const { limit = USUAL_ISSUES, cursor } = query;
  const every = everyChange(data);
  const { from, to } = daysOf(query, newestOf(data, every) ?? LAST);
  const found = new Set(selectEvents(data.events, [query]));
  const all = every
    .filter(({ issue }) => issue >= from && issue <= to)
    .map((one) => ({ ...one, events: one.events.filter(({ event }) => found.has(event)) }))
    .filter(({ events }) => events.length > 0);
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const rest = after === null ? all : all.filter(({ issue }) => issue < after.start);
  const issues = rest.slice(0, limit);
  const last = issues.at(-1)?.issue;
  const more = last !== undefined && issues.length < rest.length;
  const next = more ? encodeCursor({ asOf: last, day: last, start: last, id: "changes" }) : null;
  return { issues, total: all.length, next };
}

/** The newest issue, or a later day on which a reading changed something. */
function newestOf({ newestIssue }: DataSet, [first]: readonly IssueChanges[]): LocalDate | null {
  return first !== undefined && newestIssue !== null && first.issue > newestIssue ? first.issue : newestIssue;
}

/** First and last of the days that are asked for, both inclusive. */
function daysOf(
  { from, to, days }: EventQuery,
  newest: LocalDate,
): { readonly from: LocalDate; readonly to: LocalDate } {
  if (days === undefined) return { from: from ?? "", to: to ?? LAST };
  return from === undefined ? { from: addDays(newest, 1 - days), to: LAST } : { from, to: addDays(from, days - 1) };
}

const changesByData = new WeakMap<DataSet, readonly IssueChanges[]>();

/** Everything that any issue or reading changed, newest first. */
function everyChange(data: DataSet): readonly IssueChanges[] {
  let all = changesByData.get(data);
  if (all === undefined) {
    all = worked(data);
    changesByData.set(data, all);
  }
  return all;
}

function worked(data: DataSet): readonly IssueChanges[] {
  const byIssue = new Map<LocalDate, EventChanges[]>();
  const gapsOf = gapFinder(data);
  const drafts = new Set(data.issues.flatMap(({ issue, draft }) => (draft ? [issue] : [])));
  for (const event of data.events) {
    if (drafts.has(event.created)) continue;
    for (const [issue, { kinds, changes }] of byIssueOf(event, gapsOf(event))) {
      const facts = factsAsOf(event, issue);
      // Some are cancelled when they are listed for the first time.
      if (kinds.has("new") && facts.status !== "confirmed") kinds.add(facts.status);
      const inOrder = CHANGE_KINDS.filter((kind) => kinds.has(kind));
      const entry = { event, kinds: inOrder, changes, ...facts };
      const others = byIssue.get(issue);
      if (others === undefined) byIssue.set(issue, [entry]);
      else others.push(entry);
    }
  }
  const numbers = new Map(data.issues.map(({ issue, number }) => [issue, number]));
  for (const issue of drafts) byIssue.delete(issue);
  return [...byIssue]
    .sort(([a], [b]) => compare(b, a))
    .map(([issue, events]) => ({
      issue,
      published: numbers.has(issue),
      number: numbers.get(issue) ?? null,
      events: events.sort(byKind),
    }));
}

interface Noted {
  readonly kinds: Set<ChangeKind>;
  readonly changes: Change[];
}

function byIssueOf(event: EventRecord, gaps: ReturnType<ReturnType<typeof gapFinder>>): ReadonlyMap<LocalDate, Noted> {
  const noted = new Map<LocalDate, Noted>();
  const at = (issue: LocalDate): Noted => {
    const one = noted.get(issue) ?? { kinds: new Set(), changes: [] };
    noted.set(issue, one);
    return one;
  };
  at(event.created).kinds.add("new");
  for (const change of event.history) {
    const { kinds, changes } = at(change.issue);
    kinds.add(kindOf(change));
    changes.push(change);
  }
  for (const issue of gaps.unlisted) at(issue).kinds.add("unlisted");
  for (const issue of gaps.relisted) at(issue).kinds.add("relisted");
  return noted;
}

function kindOf({ field, to }: Change): ChangeKind {
  if (field === "calendar") return to === "missing" ? "missing" : "found";
  if (field !== "status") return FIELDS[field];
  return to === "cancelled" || to === "postponed" ? to : "confirmed";
}

function byKind(a: EventChanges, b: EventChanges): number {
  return rank(a) - rank(b) || compare(a.start, b.start) || compare(a.event.id, b.event.id);
}

function rank({ kinds: [kind] }: EventChanges): number {
  return kind === undefined ? CHANGE_KINDS.length : CHANGE_KINDS.indexOf(kind);
}
