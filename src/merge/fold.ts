import { addDays, daysBetween, type LocalDate } from "../model/date.ts";
import type { EventState, ListingRef } from "../model/event.ts";
import type { KnownListing } from "../model/listing.ts";
import type { Problem } from "../model/problem.ts";
import { NO_TRACE, type Trace } from "../model/trace.ts";
import { announce } from "./announced.ts";
import { type Candidate, CROWD, type Traits, traitsOf } from "./candidate.ts";
import type { Announcement } from "./conference.ts";
import { crowdOf } from "./crowd.ts";
import { begin, enter, repeat, revise } from "./history.ts";
import { mintId } from "./ids.ts";
import { type Arrival, type Known, knowledge } from "./known.ts";
import { laterOf } from "./move.ts";
import { type Notice, obeyNotices } from "./notices.ts";
import { corrected, type Overrides, refKey } from "./overrides.ts";
import { isCopied } from "./pasted.ts";
import { stateOf, type Window, windowOf } from "./presence.ts";
import { factsOf, refOf, rowOf } from "./revise.ts";
import { AMONG_NEW, byName, type MergeRule, RULES, UNDATED } from "./rules.ts";
import { absorb, addNew, addPage, archive, type MergeState, moveTo, noteOpen, replace, zoneOf } from "./state.ts";
import { type IsTypo, TYPO, typoFinder } from "./typo.ts";

/** One issue, understood. */
export interface MergeIssue {
  readonly issue: LocalDate;
  readonly number: number | null;
  readonly listings: readonly KnownListing[];
  /** Sentences that say what became of an event. */
  readonly notices?: readonly Notice[];
  /** Days that it claims to list, both inclusive; null when it claims none. */
  readonly window: Window | null;
  /** Conferences that it calls papers for. */
  readonly announcements?: readonly Announcement[];
  /** For a draft, which is not finished: the day of the newest issue that is published, `""` for none. */
  readonly draft?: { readonly after: LocalDate } | undefined;
}

/** What became of the listings so far. */
interface Progress {
  readonly state: MergeState;
  readonly input: MergeIssue;
  readonly known: Known;
  /** Events that listings of this issue are of. */
  readonly found: Candidate[];
  /** Listings whose page and title are another event's. */
  readonly pasted: Set<KnownListing>;
  readonly isTypo: IsTypo;
  readonly trace: Trace;
  /** Whether an event has that id. */
  readonly taken: (id: string) => boolean;
  /** The zone of a group's usual place. */
  readonly home: (slug: string) => string | null;
}

/**
 * Takes one issue into the state, which must hold all older ones. The surest evidence goes first: each listing joins the
 * event with its page and day, then one of its day, then one that was moved; what is left begins a new event.
 */
export function mergeIssue(
  state: MergeState,
  input: MergeIssue,
  overrides: Overrides,
  trace: Trace = NO_TRACE,
): readonly Problem[] {
  const arrivals = input.listings.map((listing) => new Arriving(corrected(listing, overrides, state.linkOf)));
  const progress: Progress = {
    state,
    input,
    known: knowledge(state, input.issue, arrivals),
    found: [],
    pasted: new Set(),
    isTypo: typoFinder(state.live),
    trace,
    taken: (id) => state.ids.has(id),
    home: (slug) => zoneOf(state, slug),
  };

  let waiting = arrivals;
  if (overrides.merge.size + overrides.split.size > 0)
    waiting = waiting.filter((arrival) => !obey(arrival, progress, overrides));
  for (const rule of RULES) {
    // What a draft lacks may yet come.
    if (rule.takes === "part" && input.draft !== undefined) continue;
    waiting = waiting.filter((arrival) => arrival.day === null || !tryRule(rule, arrival, progress));
  }
  const dated = waiting.filter(({ day }) => day !== null);
  const copied = new Set(dated.filter((arrival) => isCopied(arrival, progress.known)));
  for (const arrival of [...dated.filter((one) => !copied.has(one)), ...copied]) {
    if (!AMONG_NEW.some((rule) => tryRule(rule, arrival, progress))) start(arrival, progress);
  }
  const problems = copiedLinks(arrivals);
  const undated = waiting.filter(({ day }) => day === null);
  const live = undated.length > CROWD ? crowdOf(state.live) : null;
  for (const arrival of undated) {
    const upcoming = live?.likely(arrival.traits) ?? state.live;
    if (!joinUndated(arrival, upcoming, progress)) problems.push(noDate(arrival.listing));
  }

  settle(progress);
  announce(state, input, input.announcements ?? []);
  archive(state, input.issue);
  return problems;
}

/** Most listings are known by their page, and their traits never asked for. */
class Arriving implements Arrival {
  readonly listing: KnownListing;
  readonly key: string | null;
  readonly day: LocalDate | null;
  known: Traits | null = null;

  constructor(listing: KnownListing) {
    this.listing = listing;
    this.key = listing.link === null ? null : listing.link.key;
    this.day = listing.suspicious ? null : listing.start;
  }

  get traits(): Traits {
    this.known ??= traitsOf(this.listing);
    return this.known;
  }
}

function tryRule({ rule, find, takes }: MergeRule, arrival: Arriving, progress: Progress): boolean {
  const event = find(arrival, progress.known);
  if (event === null) return false;
  const { listing } = arrival;
  progress.trace(rule, `${listing.start} ${listing.title} ${listing.url}`);
  if (takes === "row") progress.pasted.add(listing);
  const part = takes === "part" ? laterOf(arrival, progress.known) : null;
  if (part !== null) absorb(progress.state, event, part);
  join(arrival, event, progress);
  return true;
}

/** Corrections by hand come before every rule. */
function obey(arrival: Arriving, progress: Progress, overrides: Overrides): boolean {
  const ref = refKey(arrival.listing);
  const other = overrides.merge.get(ref);
  const isOther = (listing: KnownListing | ListingRef) => refKey(listing) === other;
  const into =
    other && progress.state.live.find(({ record, found }) => record.listings.some(isOther) || found.some(isOther));
  if (into) {
    join(arrival, into, progress);
    return true;
  }
  if (!overrides.split.has(ref) || arrival.listing.start === null) return false;
  start(arrival, progress);
  return true;
}

/** `upcoming` are the events that a listing without a page and a date may be of. */
function joinUndated(arrival: Arriving, upcoming: readonly Candidate[], progress: Progress): boolean {
  for (const rule of [...UNDATED, byName(upcoming)]) if (tryRule(rule, arrival, progress)) return true;
  if (arrival.listing.start === null) return false;
  start(arrival, progress);
  return true;
}

/** The event is seen by the listings that follow as this one leaves it: with its page, moved to its day. */
function join({ listing, day }: Arrival, event: Candidate, { state, found }: Progress): void {
  if (!event.taken) found.push(event);
  event.found.push(listing);
  if (listing.link !== null) addPage(state, event, listing.link);
  if (day !== null && day !== event.start) moveTo(state, event, day, addDays(day, daysBetween(event.start, event.end)));
}

function start({ listing, known }: Arriving, { state, input, found, taken, home }: Progress): void {
  const id = mintId(listing, taken, state.digest, state.tried);
  const facts = factsOf([listing], null, state.linkOf, home);
  const event = addNew(state, begin(id, input.issue, facts, [refOf(listing, input)]), known);
  event.found.push(listing);
  found.push(event);
}

/** Gives every event its new record: what its listings say, or that it was not listed, of which a draft tells nothing. */
function settle(progress: Progress): void {
  const { state, input, found } = progress;
  const { issue, draft } = input;
  const window = windowOf(input.window, issue, input.listings);
  const pass = (event: Candidate, next: EventState) => {
    if (enter(event, next, issue)) noteOpen(state, event);
  };
  obeyNotices(input.notices ?? [], state, issue, progress.trace);
  for (const event of found) {
    settleFound(event, progress);
    pass(event, stateOf(event.record, true, draft?.after ?? issue, window));
  }
  if (draft === undefined)
    for (const event of state.open) if (!event.taken) pass(event, stateOf(event.record, false, issue, window));
  for (const event of found) {
    event.found = [];
    event.fresh = false;
  }
}

/** What an event's listings of this issue make of it. */
function settleFound(event: Candidate, { state, input, pasted, home, isTypo, trace }: Progress): void {
  const { fresh, found, record: old } = event;
  if (fresh && found.length === 1) return;
  const listings = [...found].sort((a, b) => a.line - b.line || (a.sub ?? 0) - (b.sub ?? 0));
  const said = listings.map((listing) => (pasted.has(listing) ? rowOf(listing) : listing));
  const facts = factsOf(said, fresh ? null : old, state.linkOf, home);
  const refs = listings.map((listing) => refOf(listing, input));
  const mended = !fresh && facts.start !== old.start && isTypo(event, facts.start);
  if (mended) trace(TYPO.rule, `${old.start}, then ${facts.start} ${old.title}`);
  const record = fresh ? begin(event.id, input.issue, facts, refs) : revise(old, input.issue, facts, refs, mended);
  if (record === null) repeat(event, refs);
  replace(state, event, record ?? event.record);
}

/** An event's own page on two days of one issue: one of them was copied, or the page serves a series. */
function copiedLinks(arrivals: readonly Arrival[]): Problem[] {
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
