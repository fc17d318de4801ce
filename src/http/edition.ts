import { addDays, type LocalDate } from "../model/date.ts";
import type { DataSet, EventRecord } from "../model/event.ts";
import type { Instant, ReadingDays } from "../model/times.ts";
import { type Known, knownOf } from "../query/known.ts";
import type { Bytes, OnceEach } from "../render/bytes.ts";
import type { Format } from "../render/formats.ts";
import { packPieces } from "../render/packed.ts";

/**
 * One version of the data as it is served. On a server of its own it is looked up in the whole data set; at the edge, where
 * a request may take next to no time, it is prepared when the data change, and the whole is read only when somebody asks
 * for what is long past.
 */
export interface Edition {
  readonly version: string;
  readonly newestIssue: LocalDate | null;
  readonly counts: { readonly issues: number; readonly groups: number; readonly events: number };
  readonly known: Known;
  /** Every event that ends on this day or later is in `recent`; null when all are. */
  readonly since: LocalDate | null;
  /** Sorted by start, then id. */
  readonly recent: readonly EventRecord[];
  all(): DataSet | Promise<DataSet>;
  /** What was rendered of the recent events when they were prepared, see `render/packed.ts`; null where nothing was. */
  rendered?(view: Format): Promise<Bytes | null>;
  /** Whether organisers' calendars were read for it; left out otherwise, and every answer is what it is without. */
  readonly timed?: boolean;
  /** When that last changed what is served. */
  readonly hoursChanged?: Instant;
  /** When an event was read in its organiser's calendar; undefined where it was not. */
  reading?(id: string): ReadingDays | undefined | Promise<ReadingDays | undefined>;
}

/** How far back the events reach that are prepared: the 90 days of a feed, and a month for clocks that are behind. */
const RECENT_DAYS = 120;

/** `data` as an edition of itself. */
export function editionOf(data: DataSet): Edition {
  const { version, newestIssue } = data;
  return {
    version,
    newestIssue,
    counts: countsOf(data),
    known: knownOf(data),
    since: null,
    recent: data.events,
    all: () => data,
    ...hoursOf(data),
  };
}

/** What is stored of an edition: JSON of {@link Edition} with its parts worked out. */
interface Packed
  extends Pick<Edition, "version" | "newestIssue" | "counts" | "since" | "recent" | "timed" | "hoursChanged"> {
  readonly places: ReturnType<Known["places"]>;
  readonly groups: ReturnType<Known["groups"]>;
}

/** Of what {@link packEdition} gives: another when {@link unpackEdition} needs another. */
export const PACKED_FORMAT = 1;

/** The edition of `data`, prepared for {@link unpackEdition}. Equal data give equal text. */
export function packEdition(data: DataSet): string {
  const { version, newestIssue } = data;
  const known = knownOf(data);
  const { since, recent } = recentOf(data);
  const [places, groups] = [known.places(), known.groups()];
  return JSON.stringify({
    version,
    newestIssue,
    counts: countsOf(data),
    since,
    places,
    groups,
    recent,
    ...hoursOf(data),
  } satisfies Packed);
}

/**
 * The edition that `text` is; throws when it is not the one of `version`. `more` reads the whole data set of that version, and
 * what was rendered of it.
 */
export function unpackEdition(text: string, version: string, more: Pick<Edition, "all" | "rendered">): Edition {
  const { places, groups, ...edition }: Packed = JSON.parse(text);
  if (edition.version !== version)
    throw new Error(`an edition of ${edition.version} stands where ${version} should be`);
  return { ...edition, known: { places: () => places, groups: () => groups }, ...more };
}

/** The recent events of `data`, each as `render` gives it, for {@link Edition.rendered}. */
export function packRendered(data: DataSet, render: OnceEach<EventRecord>): Bytes {
  return packPieces(recentOf(data).recent.map((event) => [event.id, render(event)]));
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
