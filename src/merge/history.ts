import { addDays, daysBetween, type LocalDate } from "../model/date.ts";
import type { Change, EventRecord, EventState, ListingRef } from "../model/event.ts";
import { midnight } from "../model/instants.ts";
import type { Place } from "../model/place.ts";
import { named } from "./aliases.ts";
import type { Candidate } from "./candidate.ts";
import type { Facts } from "./revise.ts";
import { sameGroup, sameLists } from "./same.ts";

/** An event as its first issue made it known. */
export function begin(id: string, issue: LocalDate, facts: Facts, listings: readonly ListingRef[]): EventRecord {
  const instants = instantsOf(facts);
  return record({
    id,
    facts,
    instants,
    state: "listed",
    revision: 0,
    created: issue,
    updated: issue,
    listings,
    history: [],
  });
}

/**
 * The event after an issue listed it again and said something new: that counts as one revision, and what changed is kept as
 * history, but for days that were `mended`: they were never meant otherwise. Null where nothing is new but the listings.
 */
export function revise(
  old: EventRecord,
  issue: LocalDate,
  facts: Facts,
  listings: readonly ListingRef[],
  mended = false,
): EventRecord | null {
  const changes = changesOf(mended ? { ...old, start: facts.start, end: facts.end } : old, issue, facts);
  if (!mended && changes.length === 0 && looksSame(old, facts)) return null;
  const sameTime = old.start === facts.start && old.end === facts.end && old.timeZone === facts.timeZone;
  const now = record({
    id: old.id,
    facts,
    instants: sameTime ? old : instantsOf(facts),
    state: old.state,
    revision: old.revision + 1,
    created: old.created,
    updated: issue,
    listings: [...old.listings, ...listings],
    history: changes.length > 0 ? [...old.history, ...changes] : old.history,
  });
  return old.aliases === undefined ? now : named(now, old.id, old.aliases);
}

/** The event after an issue listed it again and said nothing new. */
export function repeat(event: Candidate, listings: readonly ListingRef[]): void {
  const { listings: known } = ownRecord(event);
  for (const listing of listings) known.push(listing);
}

/**
 * The event in another state; whether it was in another before. Leaving the lists is a change that subscribers see, and so
 * is its end; passing by is not.
 */
export function enter(event: Candidate, state: EventState, issue: LocalDate): boolean {
  const before = event.record.state;
  if (state === before) return false;
  const record = ownRecord(event);
  record.state = state;
  const news = state === "unlisted" || before === "unlisted";
  if (news && record.updated !== issue) {
    record.revision += 1;
    record.updated = issue;
  }
  return true;
}

type Changeable<T> = { -readonly [Field in keyof T]: T[Field] };

/** The event's record, to be changed in place: one that others have as well is copied first. */
function ownRecord(event: Candidate): Changeable<EventRecord> & { listings: ListingRef[] } {
  const { record, owned } = event;
  if (!owned) event.record = { ...record, listings: [...record.listings] };
  event.owned = true;
  return event.record as ReturnType<typeof ownRecord>;
}

interface Parts
  extends Pick<EventRecord, "id" | "state" | "revision" | "created" | "updated" | "listings" | "history"> {
  readonly facts: Facts;
  readonly instants: Pick<EventRecord, "startsAt" | "endsAt">;
}

/** Fields in the order of the model: stored bytes depend on it. */
function record({ id, facts, instants, state, revision, created, updated, listings, history }: Parts): EventRecord {
  const { title, url, links, mode, status, start, end, timeZone, regions, places, groups } = facts;
  const { startsAt, endsAt } = instants;
  // biome-ignore format: one line a kind of fields
  return {
    id, title, url, links, mode, status, state,
    start, end, timeZone, startsAt, endsAt, allDay: true,
    regions, places, groups, revision, created, updated, listings, history,
  };
}

/** Whether a subscriber sees no difference in what the history does not tell of. */
function looksSame(a: Facts, b: Facts): boolean {
  return (
    a.mode === b.mode &&
    a.timeZone === b.timeZone &&
    sameLists(a.regions, b.regions, (one, other) => one === other) &&
    sameLists(a.links, b.links, (one, other) => one.url === other.url && one.text === other.text) &&
    sameLists(a.groups, b.groups, sameGroup)
  );
}

/** Local midnight of the first day and of the day after the last one. */
function instantsOf({ start, end, timeZone }: Facts): Parts["instants"] {
  return { startsAt: midnight(start, timeZone), endsAt: midnight(addDays(end, 1), timeZone) };
}

function changesOf(old: EventRecord, issue: LocalDate, now: Facts): readonly Change[] {
  const changes: Change[] = [];
  const note = (field: Change["field"], from: string | null, to: string | null) => {
    if (from !== to) changes.push({ issue, field, from, to });
  };
  note("start", old.start, now.start);
  if (old.end !== now.end && daysBetween(old.start, now.start) !== daysBetween(old.end, now.end))
    note("end", old.end, now.end);
  note("title", old.title, now.title);
  if (old.places !== now.places) note("places", placesText(old.places), placesText(now.places));
  note("url", old.url, now.url);
  note("status", old.status, now.status);
  return changes;
}

/** `Berlin, State of Berlin, DE; Wien, AT`; null for none. */
function placesText(places: readonly Place[]): string | null {
  const texts = places.map(({ city, area, country }) =>
    [city, area, country].filter((part) => part !== null).join(", "),
  );
  return texts.length === 0 ? null : texts.join("; ");
}
