import { addDays, type LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { Place } from "../model/place.ts";
import { type Candidate, candidateOf, type LinkOf, type Traits } from "./candidate.ts";
import { type Homes, homeCity, homesOf, homeZone, move } from "./homes.ts";
import type { Digest } from "./ids.ts";

/** Days after which an event that is over and was not listed any more cannot be what a new listing means. */
const MEMORY = 107;

interface Live {
  record: EventRecord;
  readonly candidate: Candidate;
}

/**
 * All events while issues are taken in. Only those of late can still change: they alone are indexed, so that a new issue
 * costs the same however long the archive is. It has one owner, who changes it.
 */
export interface MergeState {
  readonly linkOf: LinkOf;
  /** What ids are made with; undefined for the one that runs everywhere. */
  readonly digest: Digest | undefined;
  readonly ids: Set<string>;
  readonly archived: EventRecord[];
  readonly live: Map<string, Live>;
  readonly byLink: Map<string, Candidate[]>;
  readonly byDay: Map<LocalDate, Candidate[]>;
  /** Events that are neither over nor cancelled: their state may change without a listing. */
  readonly open: Set<string>;
  /** Events that were over before this day, and not listed since, are archived. */
  since: LocalDate;
  /** Made when first asked for. */
  homes: Homes | null;
}

/** The state after the issue of `newest`, from the events as they were then stored. */
export function openState(
  events: readonly EventRecord[],
  newest: LocalDate | null,
  linkOf: LinkOf,
  digest?: Digest,
): MergeState {
  const state: MergeState = {
    linkOf,
    digest,
    ids: new Set(events.map(({ id }) => id)),
    archived: [],
    live: new Map(),
    byLink: new Map(),
    byDay: new Map(),
    open: new Set(),
    since: newest === null ? "" : sinceOf(newest),
    homes: null,
  };
  for (const record of events) {
    if (stays(record, state.since)) put(state, record);
    else state.archived.push(record);
  }
  return state;
}

/** All events, sorted by start, then id. */
export function eventsOf(state: MergeState): readonly EventRecord[] {
  return [...recordsOf(state)].sort((a, b) =>
    a.start === b.start ? (a.id < b.id ? -1 : 1) : a.start < b.start ? -1 : 1,
  );
}

function* recordsOf(state: MergeState): Generator<EventRecord> {
  yield* state.archived;
  for (const { record } of state.live.values()) yield record;
}

/** Takes an event in, or puts its new record in the place of the old one. `traits`: what is known of a new one already. */
export function put(state: MergeState, record: EventRecord, traits?: Traits): void {
  const old = state.live.get(record.id);
  if (isOpen(record)) state.open.add(record.id);
  else state.open.delete(record.id);
  if (old !== undefined && looksAlike(old, record, state.linkOf)) {
    old.record = record;
    return;
  }
  if (old !== undefined) unindex(state, old.candidate);
  if (state.homes !== null) move(state.homes, old?.record ?? null, record);
  const candidate = candidateOf(record, state.linkOf, traits);
  state.ids.add(record.id);
  state.live.set(record.id, { record, candidate });
  for (const key of candidate.links) add(state.byLink, key, candidate);
  add(state.byDay, record.start, candidate);
}

/** Lets go, once a month, of what can no longer change after the issue of `newest`. */
export function archive(state: MergeState, newest: LocalDate): void {
  const since = sinceOf(newest);
  if (since === state.since) return;
  state.since = since;
  for (const { record, candidate } of state.live.values()) {
    if (stays(record, since)) continue;
    state.archived.push(record);
    unindex(state, candidate);
    state.live.delete(record.id);
  }
}

/** Months are let go of as a whole. */
function sinceOf(newest: LocalDate): LocalDate {
  return addDays(`${newest.slice(0, 8)}01`, -MEMORY);
}

/** Whether an event can still change; once it cannot, it never can again. */
function stays({ end, listings }: EventRecord, since: LocalDate): boolean {
  return end >= since || (listings.at(-1)?.issue ?? "") >= since;
}

/** Events that were listed with the page of that key. */
export function withLink(state: MergeState, key: string): readonly Candidate[] {
  return state.byLink.get(key) ?? NONE;
}

/** Events that begin on that day. */
export function onDay(state: MergeState, day: LocalDate): readonly Candidate[] {
  return state.byDay.get(day) ?? NONE;
}

const NONE: readonly Candidate[] = [];

/** Zone in which nearly all events of a group take place; null when there is none, or too few to tell. */
export function zoneOf(state: MergeState, slug: string): string | null {
  return homeZone(homes(state), slug);
}

/** The city in which a group has met most often; null when it never printed one. */
export function cityOf(state: MergeState, slug: string): Place | null {
  return homeCity(homes(state), slug);
}

function homes(state: MergeState): Homes {
  state.homes ??= homesOf(recordsOf(state));
  return state.homes;
}

function isOpen({ state }: EventRecord): boolean {
  return state !== "past" && state !== "cancelled";
}

/** Whether matching sees no difference: nothing was revised, and only known pages were printed again. */
function looksAlike({ record: old, candidate }: Live, record: EventRecord, linkOf: LinkOf): boolean {
  if (old.revision !== record.revision || old.start !== record.start) return false;
  for (let at = old.listings.length; at < record.listings.length; at++) {
    const link = linkOf(record.listings[at]!.url);
    if (link !== null && !candidate.links.includes(link.key)) return false;
  }
  return true;
}

function unindex(state: MergeState, candidate: Candidate): void {
  for (const key of candidate.links) remove(state.byLink, key, candidate);
  remove(state.byDay, candidate.start, candidate);
}

function add(index: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const others = index.get(key);
  if (others === undefined) index.set(key, [candidate]);
  else others.push(candidate);
}

function remove(index: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const others = index.get(key) ?? [];
  const at = others.indexOf(candidate);
  if (others.length === 1) index.delete(key);
  else if (at >= 0) others.splice(at, 1);
}
