import { addDays, daysBetween, type LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { KnownListing } from "../model/listing.ts";
import type { Problem } from "../model/problem.ts";
import { type Candidate, type Traits, traitsOf } from "./candidate.ts";
import { begin, enter, revise } from "./history.ts";
import { mintId } from "./ids.ts";
import * as match from "./match.ts";
import { corrected, type Overrides, refKey } from "./overrides.ts";
import { stateOf, type Window, windowOf } from "./presence.ts";
import { factsOf, refOf, saysTheSame } from "./revise.ts";
import { archive, type MergeState, onDay, put, withLink, zoneOf } from "./state.ts";

/** One issue, understood. */
export interface MergeIssue {
  readonly issue: LocalDate;
  readonly number: number | null;
  readonly listings: readonly KnownListing[];
  /** Days that it claims to list, both inclusive; null when it claims none. */
  readonly window: Window | null;
  /** For a draft, which is not finished: the day of the newest issue that is published, `""` for none. */
  readonly draft?: { readonly after: LocalDate } | undefined;
}

/** What became of the listings so far. */
interface Progress {
  readonly state: MergeState;
  readonly input: MergeIssue;
  readonly known: match.Known;
  /** Listings by the event that they are of. */
  readonly taken: Map<string, KnownListing[]>;
  /** Events as they were before this issue; null for new ones. */
  readonly before: Map<string, EventRecord | null>;
}

/**
 * Takes one issue into the state, which must hold all older ones. The surest evidence goes first: each listing joins the
 * event with its page and day, then one of its day, then one that was moved; what is left begins a new event.
 */
export function mergeIssue(state: MergeState, input: MergeIssue, overrides: Overrides): readonly Problem[] {
  const arrivals = input.listings.map((listing) => new Arriving(corrected(listing, overrides, state.linkOf)));
  const taken = new Map<string, KnownListing[]>();
  const progress: Progress = {
    state,
    input,
    known: knowledge(state, input.issue, arrivals, taken),
    taken,
    before: new Map(),
  };

  let waiting = arrivals.filter((arrival) => !obey(arrival, progress, overrides));
  for (const rule of [match.bySamePage, match.bySameDay, match.byPlannedDay, match.byMove, match.byBorrowedPage]) {
    waiting = waiting.filter((arrival) => arrival.day === null || !tryRule(rule, arrival, progress));
  }
  const [dated, undated] = [waiting.filter(({ day }) => day !== null), waiting.filter(({ day }) => day === null)];
  for (const arrival of dated) {
    if (!tryRule(match.bySamePage, arrival, progress) && !tryRule(match.bySameDay, arrival, progress))
      start(arrival, progress);
  }
  const problems = copiedLinks(arrivals);
  for (const arrival of undated) if (!joinUndated(arrival, progress)) problems.push(noDate(arrival.listing));

  settle(progress);
  archive(state, input.issue);
  return problems;
}

/** Most listings are known by their page, and their traits never asked for. */
class Arriving implements match.Arrival {
  readonly listing: KnownListing;
  readonly key: string | null;
  readonly day: LocalDate | null;
  #traits: Traits | null = null;

  constructor(listing: KnownListing) {
    this.listing = listing;
    this.key = listing.link?.key ?? null;
    this.day = listing.suspicious ? null : listing.start;
  }

  get traits(): Traits {
    this.#traits ??= traitsOf(this.listing);
    return this.#traits;
  }
}

function knowledge(
  state: MergeState,
  issue: LocalDate,
  arrivals: readonly match.Arrival[],
  taken: ReadonlyMap<string, unknown>,
): match.Known {
  let printed: ReadonlyMap<string, readonly unknown[]> | null = null;
  return {
    issue,
    withLink: (key) => withLink(state, key),
    onDay: (day) => onDay(state, day),
    prints: (key, day) => {
      printed ??= Map.groupBy(arrivals, (arrival) => `${arrival.key} ${arrival.day}`);
      return printed.get(`${key} ${day}`)?.length ?? 0;
    },
    taken: (event) => taken.has(event.id),
  };
}

type Rule = (arrival: match.Arrival, known: match.Known) => Candidate | null;

function tryRule(rule: Rule, arrival: match.Arrival, progress: Progress): boolean {
  const event = rule(arrival, progress.known);
  if (event === null) return false;
  join(arrival, event.id, progress);
  return true;
}

/** Corrections by hand come before every rule. */
function obey(arrival: match.Arrival, progress: Progress, overrides: Overrides): boolean {
  if (overrides.merge.size + overrides.split.size === 0) return false;
  const ref = refKey(arrival.listing);
  const other = overrides.merge.get(ref);
  for (const { record } of other === undefined ? [] : progress.state.live.values()) {
    if (!record.listings.some((listing) => refKey(listing) === other)) continue;
    join(arrival, record.id, progress);
    return true;
  }
  if (!overrides.split.has(ref) || arrival.listing.start === null) return false;
  start(arrival, progress);
  return true;
}

function joinUndated(arrival: match.Arrival, progress: Progress): boolean {
  const upcoming = () => [...progress.state.live.values()].map(({ candidate }) => candidate);
  const byName: Rule = (arrival, known) =>
    match.byNameAlone(arrival, known, arrival.listing.start === null ? upcoming() : []);
  for (const rule of [match.bySamePage, match.byPageAlone, byName]) if (tryRule(rule, arrival, progress)) return true;
  if (arrival.listing.start === null) return false;
  start(arrival, progress);
  return true;
}

/** The event is seen by the listings that follow as this one leaves it: with its page, moved to its day. */
function join({ listing, day, key }: match.Arrival, id: string, { state, input, taken, before }: Progress): void {
  const { record, candidate } = state.live.get(id)!;
  const others = taken.get(id);
  if (others === undefined) taken.set(id, [listing]);
  else others.push(listing);
  if (!before.has(id)) before.set(id, record);
  const moved = day !== null && day !== record.start;
  if (!moved && (key === null || candidate.links.includes(key))) return;
  const end = moved ? addDays(day, daysBetween(record.start, record.end)) : record.end;
  const listings = [...record.listings, refOf(listing, input)];
  put(state, { ...record, start: moved ? day : record.start, end, listings });
}

function start({ listing, traits }: match.Arrival, { state, input, taken, before }: Progress): void {
  const id = mintId(listing, (id) => state.ids.has(id), state.digest);
  taken.set(id, [listing]);
  before.set(id, null);
  const facts = factsOf([listing], null, state.linkOf, (slug) => zoneOf(state, slug));
  put(state, begin(id, input.issue, facts, [refOf(listing, input)]), traits);
}

/** Gives every event its new record: what its listings say, or that it was not listed, of which a draft tells nothing. */
function settle({ state, input, taken, before }: Progress): void {
  const { issue, draft } = input;
  const window = windowOf(input.window, issue, input.listings);
  for (const [id, listings] of taken) {
    const record = settled(state, input, before.get(id) ?? null, listings, id);
    put(state, enter(record, stateOf(record, true, draft?.after ?? issue, window), issue));
  }
  if (draft !== undefined) return;
  for (const id of state.open) {
    if (taken.has(id)) continue;
    const { record } = state.live.get(id)!;
    const next = enter(record, stateOf(record, false, issue, window), issue);
    if (next !== record) put(state, next);
  }
}

/** What an event's listings of this issue make of it; `old` is what it was before, null for a new one. */
function settled(
  state: MergeState,
  input: MergeIssue,
  old: EventRecord | null,
  found: readonly KnownListing[],
  id: string,
): EventRecord {
  const only = found[0];
  if (found.length === 1 && old === null) return state.live.get(id)!.record;
  if (found.length === 1 && old !== null && only !== undefined && saysTheSame(only, old, state.linkOf)) {
    return { ...old, listings: [...old.listings, refOf(only, input)] };
  }
  const listings = [...found].sort((a, b) => a.line - b.line || (a.sub ?? 0) - (b.sub ?? 0));
  const facts = factsOf(listings, old, state.linkOf, (slug) => zoneOf(state, slug));
  const refs = listings.map((listing) => refOf(listing, input));
  return old === null ? begin(id, input.issue, facts, refs) : revise(old, input.issue, facts, refs);
}

/** An event's own page on two days of one issue: one of them was copied, or the page serves a series. */
function copiedLinks(arrivals: readonly match.Arrival[]): Problem[] {
  const days = new Map<string, LocalDate>();
  const problems: Problem[] = [];
  for (const { listing, day } of arrivals) {
    const { issue, line, link, url } = listing;
    if (link?.kind !== "event" || day === null) continue;
    const first = days.get(link.key);
    if (first === undefined) days.set(link.key, day);
    if (first === undefined || first === day) continue;
    const message = `the page stands on ${first} and on ${day}: taken for two events`;
    problems.push({ rule: "link-copied", severity: "info", issue, line, message, printed: url, used: null });
  }
  return problems;
}

function noDate({ issue, line, title }: KnownListing): Problem {
  return {
    rule: "no-date",
    severity: "warning",
    issue,
    line,
    message: `"${title}" prints no date and no known event has its page or name: left out.`,
    printed: title,
    used: null,
  };
}
