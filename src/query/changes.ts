import { CHANGE_KINDS, type ChangeKind, type EventChanges, type IssueChanges } from "../model/changes.ts";
import { compare } from "../model/compare.ts";
import { addDays, type LocalDate } from "../model/date.ts";
import type { Change, DataSet, EventRecord } from "../model/event.ts";
import { factsAsOf } from "./as-of.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { EventQuery } from "./filters.ts";
import { selectEvents } from "./select.ts";
import { gapFinder } from "./unlisted.ts";

/** Default of `limit`. */
const DEFAULT_ISSUES = 10;

const LAST: LocalDate = "9999-12-31";

const FIELDS: Readonly<Record<Exclude<Change["field"], "status" | "calendar">, ChangeKind>> = {
  start: "moved",
  end: "moved",
  time: "rescheduled",
  title: "retitled",
  places: "relocated",
  url: "relinked",
};

/** A page of the issues, and of the days with readings, that changed matching events. */
export interface ChangesPage {
  /** Newest first. */
  readonly issues: readonly IssueChanges[];
  /** Number of them on all pages. */
  readonly total: number;
  /** Value of `cursor` for the next page; null on the last page. */
  readonly next: string | null;
}

/**
 * Changes by issues and readings of the events that match `query` today, newest first. `from` and `to` are days of issues or
 * readings, `days` a number of days from `from` or up to the newest change, and `limit` a number of issues. Pages neither skip
 * nor repeat a day if newer issues are added in between. Changes by a draft are not included, because they may change again.
 */
export function changesOf(data: DataSet, query: EventQuery): ChangesPage {
  const { limit = DEFAULT_ISSUES, cursor } = query;
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

/** The date of the newest issue, or of a later change by a reading. */
function newestOf({ newestIssue }: DataSet, [first]: readonly IssueChanges[]): LocalDate | null {
  return first !== undefined && newestIssue !== null && first.issue > newestIssue ? first.issue : newestIssue;
}

/** First and last day of the query, both inclusive. */
function daysOf(
  { from, to, days }: EventQuery,
  newest: LocalDate,
): { readonly from: LocalDate; readonly to: LocalDate } {
  if (days === undefined) return { from: from ?? "", to: to ?? LAST };
  return from === undefined ? { from: addDays(newest, 1 - days), to: LAST } : { from, to: addDays(from, days - 1) };
}

const changesByData = new WeakMap<DataSet, readonly IssueChanges[]>();

/** All changes by issues and readings, newest first. */
function everyChange(data: DataSet): readonly IssueChanges[] {
  let all = changesByData.get(data);
  if (all === undefined) {
    all = changesIn(data);
    changesByData.set(data, all);
  }
  return all;
}

function changesIn(data: DataSet): readonly IssueChanges[] {
  const byIssue = new Map<LocalDate, EventChanges[]>();
  const gapsOf = gapFinder(data);
  const drafts = new Set(data.issues.flatMap(({ issue, draft }) => (draft ? [issue] : [])));
  for (const event of data.events) {
    if (drafts.has(event.created)) continue;
    for (const [issue, { kinds, changes }] of byIssueOf(event, gapsOf(event))) {
      const facts = factsAsOf(event, issue);
      // Some events are already cancelled when they are first listed.
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

interface ChangesAt {
  readonly kinds: Set<ChangeKind>;
  readonly changes: Change[];
}

function byIssueOf(
  event: EventRecord,
  gaps: ReturnType<ReturnType<typeof gapFinder>>,
): ReadonlyMap<LocalDate, ChangesAt> {
  const byIssue = new Map<LocalDate, ChangesAt>();
  const at = (issue: LocalDate): ChangesAt => {
    const one = byIssue.get(issue) ?? { kinds: new Set(), changes: [] };
    byIssue.set(issue, one);
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
  return byIssue;
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
