import type { CallRecord } from "../model/call.ts";
import { addDays, type LocalDate } from "../model/date.ts";
import type { DataSet, EventRecord } from "../model/event.ts";
import type { Instant, ReadingDays } from "../model/times.ts";
import { type Directory, directoryOf } from "../query/directory.ts";
import { callsSince, withCalls } from "../query/with-calls.ts";
import type { Bytes, OnceEach } from "../render/bytes.ts";
import type { Format } from "../render/formats.ts";
import { packPieces } from "../render/packed.ts";

/**
 * One version of the data, as it is served. A server derives it from the complete data set. At the edge, where CPU time per
 * request is limited, it is prepared when the data change, and the complete data set is only read for old events.
 */
export interface Edition {
  readonly version: string;
  readonly newestIssue: LocalDate | null;
  readonly counts: { readonly issues: number; readonly groups: number; readonly events: number };
  readonly directory: Directory;
  /** All events that end on this day or later are in `recent`; null if all events are. */
  readonly since: LocalDate | null;
  /** Sorted by start, then id. */
  readonly recent: readonly EventRecord[];
  /** Calls for papers that closed, were listed or whose conference ends on the day `since` or later; by deadline. */
  readonly calls: readonly CallRecord[];
  all(): DataSet | Promise<DataSet>;
  /** The recent events, rendered in advance (see `render/packed.ts`); null if they were not. */
  rendered?(view: Format): Promise<Bytes | null>;
  /** Whether organisers' calendars were read; missing otherwise. */
  readonly timed?: boolean;
  /** When start times last changed the data. */
  readonly hoursChanged?: Instant;
  /** When an event was found in its organiser's calendar; undefined if it was not. */
  reading?(id: string): ReadingDays | undefined | Promise<ReadingDays | undefined>;
}

/** How far back prepared events reach: the 90 days of a feed, plus a month in case the newest issue is late. */
const RECENT_DAYS = 120;

/** The edition of `data`, derived without preparation. */
export function editionOf(printed: DataSet): Edition {
  const data = withCalls(printed);
  const { version, newestIssue } = data;
  return {
    version,
    newestIssue,
    counts: countsOf(data),
    directory: directoryOf(data),
    since: null,
    recent: data.events,
    calls: data.calls,
    all: () => data,
    ...hoursOf(data),
  };
}

/** The stored form of an {@link Edition}, as JSON. */
interface Packed
  extends Pick<
    Edition,
    "version" | "newestIssue" | "counts" | "since" | "recent" | "calls" | "timed" | "hoursChanged"
  > {
  readonly places: ReturnType<Directory["places"]>;
  readonly groups: ReturnType<Directory["groups"]>;
}

/** Version of the format of {@link packEdition}. */
export const PACKED_FORMAT = 2;

/** Serializes the edition of `data` for {@link unpackEdition}; equal data give equal text. */
export function packEdition(data: DataSet): string {
  const { version, newestIssue } = data;
  const directory = directoryOf(data);
  const { since, recent } = recentOf(withCalls(data));
  const [places, groups] = [directory.places(), directory.groups()];
  return JSON.stringify({
    version,
    newestIssue,
    counts: countsOf(data),
    since,
    places,
    groups,
    recent,
    calls: since === null ? data.calls : callsSince(data.calls, since),
    ...hoursOf(data),
  } satisfies Packed);
}

/**
 * Parses what {@link packEdition} returned; throws if it is not the edition of `version`. `more` reads the complete data set of
 * that version, and its rendered events.
 */
export function unpackEdition(text: string, version: string, more: Pick<Edition, "all" | "rendered">): Edition {
  const { places, groups, ...edition }: Packed = JSON.parse(text);
  if (edition.version !== version) throw new Error(`expected the edition of ${version}, found ${edition.version}`);
  const all = async () => withCalls(await more.all());
  return { ...edition, directory: { places: () => places, groups: () => groups }, ...more, all };
}

/** Renders the recent events of `data` for {@link Edition.rendered}. */
export function packRendered(data: DataSet, render: OnceEach<EventRecord>): Bytes {
  return packPieces(recentOf(withCalls(data)).recent.map((event) => [event.id, render(event)]));
}

function recentOf({ newestIssue, events }: DataSet): Pick<Edition, "since" | "recent"> {
  const since = newestIssue === null ? null : addDays(newestIssue, -RECENT_DAYS);
  return { since, recent: since === null ? events : events.filter(({ end }) => end >= since) };
}

function hoursOf({ timed, hoursChanged }: DataSet): Pick<Edition, "timed" | "hoursChanged"> {
  return { ...(timed && { timed }), ...(hoursChanged && { hoursChanged }) };
}

function countsOf({ issues, groups, events }: DataSet): Edition["counts"] {
  return { issues: issues.filter(({ draft }) => !draft).length, groups: groups.length, events: events.length };
}
