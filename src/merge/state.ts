import { addDays, type LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { idsOf } from "../model/event-ids.ts";
import type { CanonicalLink } from "../model/listing.ts";
import type { Place } from "../model/place.ts";
import { joined } from "./aliases.ts";
import { Archived } from "./archived.ts";
import { Candidate, CROWD, type LinkOf, type Traits } from "./candidate.ts";
import type { ConferenceOf } from "./conference.ts";
import { Crowd } from "./crowd.ts";
import { type Homes, homeCity, homesOf, homeZone, move } from "./homes.ts";
import type { Digest, Tried } from "./ids.ts";

/** Days after which an event that is over and was not listed any more cannot be what a new listing means. */
const MEMORY = 107;

/**
 * All events while issues are taken in. Only those of late can still change: they alone are indexed, so that a new issue
 * costs the same however long the archive is. It has one owner, who changes it.
 */
export interface MergeState {
  readonly linkOf: LinkOf;
  /** Tells which event a call for papers is of. */
  readonly conferenceOf: ConferenceOf;
  /** What ids are made with; undefined for the one that runs everywhere. */
  readonly digest: Digest | undefined;
  readonly ids: Set<string>;
  readonly tried: Tried;
  readonly archived: Archived;
  live: Candidate[];
  readonly byLink: Map<string, Crowd>;
  readonly byDay: Map<LocalDate, Crowd>;
  /** Events that are neither over nor cancelled: their state may change without a listing. */
  readonly open: Set<Candidate>;
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
  conferenceOf: ConferenceOf = () => null,
): MergeState {
  const state: MergeState = {
    linkOf,
    conferenceOf,
    digest,
    ids: new Set(),
    tried: new Map(),
    archived: new Archived(linkOf),
    live: [],
    byLink: new Map(),
    byDay: new Map(),
    open: new Set(),
    since: newest === null ? "" : sinceOf(newest),
    homes: null,
  };
  for (const record of events) {
    for (const id of idsOf(record)) state.ids.add(id);
    if (stays(record, state.since)) index(state, new Candidate(record, false, null));
    else state.archived.records.push(record);
  }
  return state;
}

/** All events, sorted by start, then id. From now on they are others' as well, and never changed. */
export function eventsOf(state: MergeState): readonly EventRecord[] {
  for (const event of state.live) event.owned = false;
  return recordsOf(state).sort((a, b) => (a.start === b.start ? (a.id < b.id ? -1 : 1) : a.start < b.start ? -1 : 1));
}

function recordsOf(state: MergeState): EventRecord[] {
  const records = [...state.archived.records];
  for (const { record } of state.live) records.push(record);
  return records;
}

/** Takes a new event in. `traits` are those of its listing, null where nobody asked for them yet. */
export function addNew(state: MergeState, record: EventRecord, traits: Traits | null): Candidate {
  const event = new Candidate(record, true, traits);
  event.fresh = true;
  state.ids.add(record.id);
  if (state.homes !== null) move(state.homes, null, record);
  index(state, event);
  return event;
}

function index(state: MergeState, event: Candidate): void {
  state.live.push(event);
  noteOpen(state, event);
  readPages(event, state.linkOf);
  enter(state, event);
}

function enter({ byLink, byDay }: MergeState, event: Candidate): void {
  for (const key of event.keys) add(byLink, key, event);
  add(byDay, event.start, event);
}

function leave({ byLink, byDay }: MergeState, event: Candidate): void {
  for (const key of event.keys) remove(byLink, key, event);
  remove(byDay, event.start, event);
}

function readPages(event: Candidate, linkOf: LinkOf): void {
  const found = new Map<string, CanonicalLink>();
  for (const { url } of event.record.listings) {
    const link = linkOf(url);
    if (link !== null) found.set(link.key, link);
  }
  [event.keys, event.links, event.pages] = [[], [], []];
  for (const link of found.values()) note(event, link);
}

function note({ keys, links, pages }: Candidate, { key, kind }: CanonicalLink): void {
  keys.push(key);
  if (links.length >= CROWD) return;
  links.push(key);
  if (kind === "event") pages.push(key);
}

/** From now on the event is found by that page as well. */
export function addPage(state: MergeState, event: Candidate, link: CanonicalLink): void {
  if (withLink(state, link.key).has(event)) return;
  note(event, link);
  event.known = null;
  add(state.byLink, link.key, event);
}

/** From now on the event is found on those days. */
export function moveTo(state: MergeState, event: Candidate, start: LocalDate, end: LocalDate): void {
  event.end = end;
  if (start === event.start) return;
  leave(state, event);
  event.start = start;
  enter(state, event);
}

/** Gives the event its record after an issue listed it: one that nobody else has, and which has the same pages. */
export function replace(state: MergeState, event: Candidate, record: EventRecord): void {
  if (state.homes !== null) move(state.homes, event.record, record);
  const several = event.keys.length > 1;
  const found = several || record.start !== event.start || record.title !== event.record.title;
  if (found) leave(state, event);
  event.start = record.start;
  event.end = record.end;
  if (record !== event.record) event.known = null;
  event.record = record;
  event.owned = true;
  // They count in the order of the listings, in which they need not have been found.
  if (several) readPages(event, state.linkOf);
  if (found) enter(state, event);
}

/** Makes `part` a part of the event, which from now on answers to its id as well. */
export function absorb(state: MergeState, event: Candidate, part: Candidate): void {
  for (const one of [event, part]) leave(state, one);
  state.live.splice(state.live.indexOf(part), 1);
  state.open.delete(part);
  if (state.homes !== null) move(state.homes, part.record, null);
  event.record = joined(event.record, part.record);
  event.owned = true;
  event.known = null;
  readPages(event, state.linkOf);
  enter(state, event);
}

/** To be told when the event's state has changed. */
export function noteOpen(state: MergeState, event: Candidate): void {
  if (isOpen(event.record)) state.open.add(event);
  else state.open.delete(event);
}

/** Lets go, once a month, of what can no longer change after the issue of `newest`. */
export function archive(state: MergeState, newest: LocalDate): void {
  const since = sinceOf(newest);
  if (since === state.since) return;
  state.since = since;
  const live: Candidate[] = [];
  for (const event of state.live) {
    if (event.end >= since || stays(event.record, since)) {
      live.push(event);
      continue;
    }
    state.archived.records.push(event.record);
    leave(state, event);
  }
  state.live = live;
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
export function withLink(state: MergeState, key: string): Crowd {
  return state.byLink.get(key) ?? NOBODY;
}

/** Events that begin on that day. */
export function onDay(state: MergeState, day: LocalDate): Crowd {
  return state.byDay.get(day) ?? NOBODY;
}

const NOBODY = new Crowd();

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

function add(index: Map<string, Crowd>, key: string, event: Candidate): void {
  let crowd = index.get(key);
  if (crowd === undefined) {
    crowd = new Crowd();
    index.set(key, crowd);
  }
  crowd.add(event);
}

function remove(index: Map<string, Crowd>, key: string, event: Candidate): void {
  const crowd = index.get(key);
  crowd?.delete(event);
  if (crowd?.size === 0) index.delete(key);
}
