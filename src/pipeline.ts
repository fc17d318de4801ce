import { announcementsOf } from "./calls/announcements.ts";
import { type CallReader, createCallReader } from "./calls/issue.ts";
import { addCalls, keepCallIds } from "./calls/merge.ts";
import { conferenceOf, isOpenTie, tied } from "./calls/tie.ts";
import { mergeIssue } from "./merge/fold.ts";
import { withNames } from "./merge/group-names.ts";
import type { Digest } from "./merge/ids.ts";
import { keepIds } from "./merge/keep-ids.ts";
import type { Notice } from "./merge/notices.ts";
import { type Overrides, unused } from "./merge/overrides.ts";
import { cityOf, eventsOf, type MergeState, openState } from "./merge/state.ts";
import type { CallRecord } from "./model/call.ts";
import type { LocalDate } from "./model/date.ts";
import type { DataSet, IssueRef } from "./model/event.ts";
import type { KnownListing } from "./model/listing.ts";
import type { Problem } from "./model/problem.ts";
import { statusIn } from "./model/status.ts";
import { textOf } from "./model/text-of.ts";
import type { Trace } from "./model/trace.ts";
import { keepSlugs } from "./normalize/groups/keep-slugs.ts";
import { createGroupIndex, type GroupIndex, groupRecords } from "./normalize/groups/known-groups.ts";
import { normalizeIssue } from "./normalize/issue.ts";
import { canonicalLink, cleanUrl } from "./normalize/link.ts";
import type { Gazetteer } from "./normalize/places/gazetteer.ts";
import { createIssueParser, type IssueParser } from "./parse/issue.ts";

/** One issue as it was published. */
export interface FetchedIssue {
  readonly name: string;
  readonly issue: LocalDate;
  /** Git blob id of its bytes. */
  readonly blob: string;
  /** Bytes are UTF-8. They take half the memory of a string, which is only needed while the issue is parsed. */
  readonly text: string | Uint8Array;
  /** Not published yet. */
  readonly draft?: true;
}

/** What the pipeline needs besides the text of issues. */
export interface PipelineContext {
  readonly gazetteer: Gazetteer;
  readonly overrides: Overrides;
  /** SHA-256 of the runtime, if it is faster than the portable implementation. */
  readonly digest?: Digest | undefined;
  /** Is called with the name of each rule of parsing and merging that is applied; the gazetteer has one for normalizing. */
  readonly trace?: Trace | undefined;
}

/** A data set, and the problems in the issues that were added. */
export interface Outcome {
  readonly data: DataSet;
  readonly problems: readonly Problem[];
}

const EMPTY: DataSet = {
  format: 1,
  version: "unsaved",
  newestIssue: null,
  attribution: "This Week in Rust contributors, https://this-week-in-rust.org, CC BY-SA 4.0",
  issues: [],
  groups: [],
  events: [],
  calls: [],
};

/**
 * Builds the data set of all issues, oldest first. Events that are in `known` keep their ids, and groups their slugs, even if older issues were added.
 */
export function buildDataSet(
  issues: Iterable<FetchedIssue>,
  context: PipelineContext,
  known: DataSet | null = null,
): Outcome {
  const { data, problems: found } = addIssues(EMPTY, issues, context);
  return withIdsOf(known, { data, problems: [...found, ...unused(context.overrides, data.events, data.groups)] });
}

/** The outcome with the ids that events have in `known`, and its slugs of groups as aliases where groups were joined since. */
export function withIdsOf(known: DataSet | null, { data, problems }: Outcome): Outcome {
  if (known === null || data.newestIssue === null) return { data, problems };
  const groups = keepSlugs(known.groups, data.groups);
  const events = keepIds(known.events, data.events, data.newestIssue);
  return { data: { ...data, groups, events, calls: tied(keepCallIds(known.calls, data.calls), events) }, problems };
}

/** Adds an issue that is newer than all others. The result equals a build of all issues. */
export function addIssue(data: DataSet, issue: FetchedIssue, context: PipelineContext): Outcome {
  return addIssues(data, [issue], context);
}

/**
 * Adds issues one by one: text → parsed bullets → normalized listings → events. The last one may be a draft of the next issue,
 * which only adds and updates events, and never unlists any. No issue can be added to a data set with a draft.
 */
export function addIssues(data: DataSet, issues: Iterable<FetchedIssue>, context: PipelineContext): Outcome {
  const work: Work = {
    parser: createIssueParser(context.trace),
    groups: createGroupIndex(data.groups, context.overrides.join),
    state: openState(data.events, data.newestIssue, canonicalLink, context.digest, conferenceOf),
    readCalls: createCallReader(context.gazetteer, context.trace),
    calls: data.calls,
    context,
  };
  const problems: Problem[] = [];
  const refs = [...data.issues];
  for (const issue of issues) refs.push(takeIn(issue, work, problems, newestOf(refs)));
  const newestIssue = newestOf(refs);
  const version = `${newestIssue ?? "empty"}-unsaved`;
  const events = eventsOf(work.state);
  const groups = withNames(groupRecords(work.groups), events);
  const before = new Set(data.calls.map(({ id }) => id));
  const calls = tied(work.calls, events, (call) => !before.has(call.id) || isOpenTie(call, newestIssue ?? ""));
  return { data: { ...data, version, newestIssue, issues: refs, groups, events, calls }, problems };
}

interface Work {
  readonly parser: IssueParser;
  readonly groups: GroupIndex;
  readonly state: MergeState;
  readonly readCalls: CallReader;
  calls: readonly CallRecord[];
  readonly context: PipelineContext;
}

function newestOf(refs: readonly IssueRef[]): LocalDate | null {
  return refs.findLast(({ draft }) => draft === undefined)?.issue ?? null;
}

/** Adds one issue; `newest` is the day of the newest issue before it. */
function takeIn(file: FetchedIssue, work: Work, problems: Problem[], newest: LocalDate | null): IssueRef {
  const { parser, groups, state, readCalls, context } = work;
  const text = textOf(file.text);
  const printed = { ...parser.parse({ name: file.name, text }), issue: file.issue };
  const nearOf = (slug: string) => pointOf(cityOf(state, slug));
  const understood = normalizeIssue(printed, { gazetteer: context.gazetteer, groups, nearOf });
  const draft = file.draft && { after: newest ?? "" };
  const called = readCalls(file.issue, text);
  work.calls = addCalls(work.calls, called.calls, canonicalLink, context.trace);
  const input = {
    ...printed,
    listings: understood.listings.map(withCleanUrls),
    notices: noticesOf(printed.problems),
    announcements: announcementsOf(called.calls, work.calls).map((one) => ({
      ...one,
      listing: withCleanUrls(one.listing),
    })),
    draft,
  };
  const left = mergeIssue(state, input, context.overrides, context.trace);
  const { name, issue, blob } = file;
  for (const problem of [...printed.problems, ...understood.problems, ...left, ...called.problems])
    problems.push({ ...problem, file: name });
  const ref = { issue, number: printed.number, file: name, blob, listings: understood.listings.length };
  return file.draft ? { ...ref, draft: true } : ref;
}

/** A listing with its addresses as events show them; listings themselves are as printed. */
function withCleanUrls(listing: KnownListing): KnownListing {
  const url = listing.url === null ? null : cleanUrl(listing.url);
  const links = listing.links.map((link) => ({ ...link, url: cleanUrl(link.url) }));
  return url === listing.url && links.length === 0 ? listing : { ...listing, url, links };
}

/** The sentences about events that are not listed. */
function noticesOf(problems: readonly Problem[]): readonly Notice[] {
  return problems.flatMap(({ rule, printed }) => {
    const status = rule === "cancelled-in-prose" && printed !== null ? statusIn(printed) : null;
    return status === null ? [] : [{ text: printed ?? "", status }];
  });
}

function pointOf(place: ReturnType<typeof cityOf>) {
  if (place === null || place.latitude === null || place.longitude === null) return [];
  return [{ latitude: place.latitude, longitude: place.longitude }];
}
