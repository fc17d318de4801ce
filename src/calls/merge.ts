import { freeId } from "../merge/ids.ts";
import type { CallChange, CallListing, CallRecord, CallRef } from "../model/call.ts";
import type { CanonicalLink } from "../model/listing.ts";
import type { Place } from "../model/place.ts";
import { NO_TRACE, type Trace } from "../model/trace.ts";
import { seriesKey } from "./name.ts";
import { type KnownCall, mayBeEdition, SAME_RULES } from "./same.ts";

/** Where a link leads: `canonicalLink`. */
export type LinkOf = (url: string | null) => CanonicalLink | null;

/**
 * The calls after one more issue, newer than all before: the state of the fold is what is stored, so that adding issue by
 * issue gives what a rebuild gives. `listings` are the issue's, in their order.
 */
export function addCalls(
  known: readonly CallRecord[],
  listings: readonly CallListing[],
  linkOf: LinkOf,
  trace: Trace = NO_TRACE,
): readonly CallRecord[] {
  if (listings.length === 0) return known;
  const calls = known.map((record) => knownCall(record, linkOf));
  for (const listing of listings) {
    const at = indexOf(calls, listing, trace);
    const taken = (id: string) => calls.some(({ record }) => record.id === `c${id}`);
    const record = at === null ? begin(listing, taken) : repeat(calls[at]!.record, listing);
    calls[at ?? calls.length] = knownCall(record, linkOf);
  }
  return calls.map(({ record }) => record).sort(byDeadline);
}

/** In the order of their deadlines, those without one last, then of their ids. */
function byDeadline(a: CallRecord, b: CallRecord): number {
  if (a.closes !== b.closes) return a.closes === null ? 1 : b.closes === null || a.closes < b.closes ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** `rebuilt` with the ids that `old` has for calls of the same lines: an id, once given, never changes. */
export function keepCallIds(old: readonly CallRecord[], rebuilt: readonly CallRecord[]): readonly CallRecord[] {
  const keyOf = ({ issue, line }: CallRef) => `${issue}:${line}`;
  const idOf = new Map(
    [...old]
      .sort((a, b) => (a.created < b.created ? 1 : -1))
      .flatMap(({ id, listings }) => listings.map((ref) => [keyOf(ref), id] as const)),
  );
  const given = new Set<string>();
  const kept = rebuilt.map((call) => {
    const id = call.listings.map((ref) => idOf.get(keyOf(ref))).find((one) => one !== undefined && !given.has(one));
    if (id !== undefined) given.add(id);
    return { call, id };
  });
  const before = new Set(old.map(({ id }) => id));
  const taken = (id: string) => before.has(`c${id}`) || given.has(`c${id}`);
  return kept
    .map(({ call, id }) => {
      const own = id ?? (taken(call.id.slice(1)) ? `c${freeId(call.id, taken)}` : call.id);
      given.add(own);
      return own === call.id ? call : { ...call, id: own };
    })
    .sort(byDeadline);
}

function knownCall(record: CallRecord, linkOf: LinkOf): KnownCall {
  return { record, link: linkOf(record.url), series: seriesKey(record.name) };
}

/** The call that a line prints; null where it is a new one. */
function indexOf(calls: readonly KnownCall[], listing: CallListing, trace: Trace): number | null {
  const editions = [...calls.keys()].filter(
    (at) => mayBeEdition(calls[at]!, listing) && !isBeside(calls[at]!, listing),
  );
  for (const { rule, match } of SAME_RULES) {
    const found = editions
      .filter((at) => match(calls[at]!, listing))
      .sort((a, b) => latest(calls[a]!.record, calls[b]!.record));
    if (found.length === 0) continue;
    trace(rule, listing.name);
    return found[0]!;
  }
  return null;
}

function latest(a: CallRecord, b: CallRecord): number {
  return a.lastListed === b.lastListed ? (a.id < b.id ? -1 : 1) : a.lastListed < b.lastListed ? 1 : -1;
}

/** Two lines of one issue are two calls, for talks and for workshops, unless name and deadline are the same. */
function isBeside({ record, series }: KnownCall, { issue, name, closes }: CallListing): boolean {
  return record.lastListed === issue && (series !== seriesKey(name) || record.closes !== closes);
}

function begin(listing: CallListing, taken: (id: string) => boolean): CallRecord {
  const {
    issue,
    name,
    url,
    site,
    closes,
    closesAt,
    rolling,
    extended,
    extendedFrom,
    start,
    end,
    mode,
    resolved,
    link,
  } = listing;
  const seed = ["call", link?.key ?? "", seriesKey(name), start ?? closes ?? issue].join("\n");
  // biome-ignore format: one line a kind of fields
  return {
    id: `c${freeId(seed, taken)}`, name, url, site,
    closes, closesAt, rolling, extended, extendedFrom,
    start, end, mode, places: resolved.map(placeOf),
    created: issue, updated: issue, lastListed: issue, event: null,
    listings: [refOf(listing)], history: [],
  };
}

/** The call after an issue printed it again: what the line says counts, what it lacks stays. */
function repeat(old: CallRecord, listing: CallListing): CallRecord {
  const { issue, rolling } = listing;
  const deadline = listing.closes !== null || rolling ? listing : old;
  const { closes } = deadline;
  const isSame = closes === old.closes && rolling === old.rolling;
  const printed = listing.start === null ? old : listing;
  // `2025-10-09` alone, where 10-09 – 10-10 was printed before, is its beginning.
  const isBeginning = printed.start === old.start && printed.end === printed.start;
  const extendedFrom = extendedFromOf(old, listing, closes);
  const now: CallRecord = {
    ...old,
    name: listing.name || old.name,
    url: listing.url ?? old.url,
    site: listing.site ?? old.site,
    closes,
    closesAt: deadline.closesAt ?? (isSame ? old.closesAt : null),
    rolling: deadline.rolling,
    extended: extendedFrom !== null || listing.extended || (old.extended && isSame),
    extendedFrom,
    start: printed.start,
    end: isBeginning ? old.end : printed.end,
    mode: listing.mode ?? old.mode,
    places: listing.resolved.length === 0 ? old.places : listing.resolved.map(placeOf),
    lastListed: issue,
    listings: [...old.listings, refOf(listing)],
  };
  const changes = changesOf(old, now, issue);
  return changes.length === 0 ? now : { ...now, updated: issue, history: [...old.history, ...changes] };
}

/** The first deadline of one that was moved to a later day; a day that was printed before is a correction, no extension. */
function extendedFromOf(old: CallRecord, listing: CallListing, closes: string | null): string | null {
  if (closes === null) return null;
  const isLater = old.closes !== null && old.closes < closes && !old.listings.some((ref) => ref.closes === closes);
  const from = old.extendedFrom ?? listing.extendedFrom ?? (isLater ? old.closes : null);
  return from !== null && from < closes ? from : null;
}

const FIELDS = ["name", "url", "site", "closes", "closesAt", "rolling", "start", "end", "places"] as const;

function changesOf(old: CallRecord, now: CallRecord, issue: string): readonly CallChange[] {
  return FIELDS.map((field) => ({ issue, field, from: text(old[field]), to: text(now[field]) })).filter(
    ({ from, to }) => from !== to,
  );
}

function text(value: CallRecord[(typeof FIELDS)[number]]): string | null {
  if (typeof value === "string" || value === null) return value;
  if (typeof value === "boolean") return String(value);
  const places = value.map(({ city, area, country }) =>
    [city, area, country].filter((part) => part !== null).join(", "),
  );
  return places.length === 0 ? null : places.join("; ");
}

function placeOf({ city, area, country, latitude, longitude, timeZone }: Place): Place {
  return { city, area, country, latitude, longitude, timeZone };
}

function refOf({ issue, line, name, url, closes, start, end }: CallListing): CallRef {
  return { issue, line, name, url, closes, start, end };
}
