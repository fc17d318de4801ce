import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { TimesRecord } from "../model/times.ts";
import { currentIds, formerIds } from "./address.ts";
import { joined } from "./join.ts";
import type { Calendar, Entry } from "./source.ts";
import { type Placed, placed } from "./zone.ts";

/** An entry of a calendar, with its time in the zone of the event that it matches. */
export interface Match {
  readonly event: EventRecord;
  readonly entry: Entry;
  readonly placed: Placed;
}

/** An ambiguous match. */
export interface Doubt {
  readonly event: string;
  readonly message: string;
}

/** Events by the ids of their pages, for one reading. */
export interface EventIndex {
  /**
   * Events with this id that are not over, as the newsletter prints them: found by their current pages, or else by ids read
   * before, or else by former pages.
   */
  find(id: string): readonly EventRecord[];
  /** Whether any event, past events included, has or had a page with this id. */
  knows(id: string): boolean;
  /** The event as served. */
  served(event: EventRecord): EventRecord;
}

/** `events` are as the newsletter prints them, `records` what was read of them before. */
export function indexEvents(
  events: readonly EventRecord[],
  records: ReadonlyMap<string, TimesRecord>,
  today: LocalDate,
): EventIndex {
  const tiers = [new Map<string, EventRecord[]>(), new Map<string, EventRecord[]>(), new Map<string, EventRecord[]>()];
  const known = new Set<string>();
  for (const event of events) {
    const record = records.get(event.id);
    const all = [currentIds(event), record?.ids ?? [], formerIds(event)];
    for (const id of all.flat()) known.add(id);
    const isOver = joined(event, record).end < today && (record === undefined || record.day < today);
    if (isOver) continue;
    for (const [tier, ids] of all.entries()) for (const id of new Set(ids)) add(tiers[tier], id, event);
  }
  return {
    find: (id) => tiers.map((tier) => tier.get(id)).find((found) => found !== undefined) ?? [],
    knows: (id) => known.has(id),
    served: (event) => joined(event, records.get(event.id)),
  };
}

/**
 * Rule 4: matches entries with events. By the id in the address; otherwise, among `covered` (the events that should be in this
 * calendar), if exactly one unmatched event and one unmatched entry, with an id of no other event, are on the same day. With two
 * candidates there is no match.
 */
export function matchEntries(
  entries: readonly Entry[],
  { titleToken }: Pick<Calendar, "titleToken">,
  covered: readonly EventRecord[],
  index: EventIndex,
): { readonly matches: readonly Match[]; readonly doubts: readonly Doubt[] } {
  const byEvent = new Map<string, Match[]>();
  const doubts: Doubt[] = [];
  for (const entry of entries) {
    const events = [...new Set(entry.ids.flatMap((id) => index.find(id)))];
    const at = events.map((event) => ({ event, entry, placed: placed(entry.start, entry.end, event) }));
    const onDay = at.filter((match) => isOnDay(match, index));
    // The newsletter may list an event twice, under two groups, with the same page and day.
    const chosen = onDay.length > 0 || at.length > 1 ? onDay : at;
    for (const match of chosen) add(byEvent, match.event.id, match);
    if (chosen.length === 0)
      for (const { event } of at) doubts.push({ event: event.id, message: `${at.length} events have its page` });
  }
  const matches: Match[] = [];
  for (const [id, found] of byEvent) {
    const onDay = found.filter((match) => isOnDay(match, index));
    const [match, ...others] = onDay.length > 0 ? onDay : found;
    if (match !== undefined && others.every(({ placed }) => isSame(placed, match.placed))) matches.push(match);
    else doubts.push({ event: id, message: `${found.length} entries have its page` });
  }
  const byDay = matchDays(
    entries,
    titleToken,
    covered.filter(({ id }) => !byEvent.has(id)),
    index,
  );
  return { matches: [...matches, ...byDay.matches], doubts: [...doubts, ...byDay.doubts] };
}

function matchDays(
  entries: readonly Entry[],
  token: string | undefined,
  events: readonly EventRecord[],
  index: EventIndex,
): { readonly matches: readonly Match[]; readonly doubts: readonly Doubt[] } {
  const free = entries.filter(({ ids, title }) => ids.every((id) => !index.knows(id)) && hasToken(title, token));
  const pairs = events.flatMap((event) =>
    free
      .map((entry) => ({ event, entry, placed: placed(entry.start, entry.end, event) }))
      .filter((match) => match.placed.day === index.served(event).start),
  );
  const alone = (match: Match) =>
    pairs.filter(({ event, entry }) => event.id === match.event.id || entry === match.entry).length === 1;
  const matches = pairs.filter(alone);
  const unsure = new Set(pairs.filter((match) => !alone(match)).map(({ event }) => event.id));
  return { matches, doubts: [...unsure].map((event) => ({ event, message: "several entries or events on its day" })) };
}

/** Whether two entries have the same time: a calendar may contain an entry twice. */
function isSame(one: Placed, other: Placed): boolean {
  return (
    one.day === other.day && one.time?.startsAt === other.time?.startsAt && one.time?.endsAt === other.time?.endsAt
  );
}

/** Whether `title` contains `token` as a whole word, ignoring case. */
function hasToken(title: string, token: string | undefined): boolean {
  return (
    token === undefined ||
    title
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .includes(token)
  );
}

/** Whether the entry starts on a day of the event, as printed or as served. */
function isOnDay({ event, placed: { day } }: Match, index: EventIndex): boolean {
  const { start, end } = index.served(event);
  return (day >= event.start && day <= event.end) || (day >= start && day <= end);
}

function add<Value>(map: Map<string, Value[]> | undefined, key: string, value: Value): void {
  const values = map?.get(key);
  if (values === undefined) map?.set(key, [value]);
  else values.push(value);
}
