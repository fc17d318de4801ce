import type { ReadingDays, TimesData } from "../model/times.ts";
import { type EventStore, inFull, isOurs, type Log } from "../ports.ts";
import { type Edition, editionOf } from "./edition.ts";
import { type Keeping, type Snapshot, snapshotOf } from "./snapshot.ts";

/** After a failure to read a stored version, the next attempt is made after this many requests. */
const REQUESTS_BETWEEN_ATTEMPTS = 64;

/** No data set has been read yet; see the cause. */
export class NoData extends Error {
  override readonly name = "NoData";
}

/** The stored readings of organisers' calendars, or why they cannot be read. */
export interface StoredTimes {
  readonly data: TimesData | null;
  readonly trouble: string | null;
}

/** The part of a store that responses depend on. */
export interface ServedStore extends Pick<EventStore, "read" | "version"> {
  /** The current readings of organisers' calendars; missing if the store has none. */
  times?(): Promise<StoredTimes>;
  /** Reads a prepared edition, possibly of an older version. If missing, editions are derived from the data set. */
  readEdition?(): Promise<Edition>;
}

/** Adds `reading` to an edition that has none: it looks up current readings, which may be newer than the edition. */
function withReadings(edition: Edition, store: ServedStore): Edition {
  if (!edition.timed || store.times === undefined || edition.reading !== undefined) return edition;
  const times = store.times.bind(store);
  return { ...edition, reading: async (id) => recordsOf((await times()).data).get(id) };
}

const records = new WeakMap<TimesData, ReadonlyMap<string, ReadingDays>>();

function recordsOf(times: TimesData | null): ReadonlyMap<string, ReadingDays> {
  if (times === null) return new Map();
  const cached = records.get(times);
  if (cached !== undefined) return cached;
  const all = new Map(times.events.map(({ event, firstRead, lastRead }) => [event, { firstRead, lastRead }]));
  records.set(times, all);
  return all;
}

/** The current snapshot of a store. */
export interface Current {
  /** The newest snapshot that could be read. Rejects with {@link NoData} if none was ever read. */
  get(): Promise<Snapshot>;
  /** Name of the error that prevents the newest version from being served; null if there is none. */
  trouble(): string | null;
}

/** Reads `store` on the first call, and whenever its version changes; on failure, the previous snapshot stays in use. */
export function followStore(store: ServedStore, log?: Pick<Log, "warn">, keeping?: Keeping): Current {
  let snapshot: Snapshot | undefined;
  let failed: { readonly version: string | null; readonly name: string } | null = null;
  let requestsLeft = 0;
  let loading: Promise<Snapshot> | undefined;

  async function load(version: string | null): Promise<Snapshot> {
    try {
      const edition = withReadings(await (store.readEdition?.() ?? store.read().then(editionOf)), store);
      if (edition.version !== snapshot?.edition.version) snapshot = snapshotOf(edition, keeping);
      if (edition.version === version) failed = null;
      else fail(version, "DataSetDelayed");
    } catch (error) {
      const message = inFull(error);
      if (failed?.version !== version) log?.warn(`cannot read the data set: ${message}`);
      fail(version, isOurs(error) ? error.name : "Error");
      if (snapshot === undefined) throw new NoData(message, { cause: error });
    } finally {
      loading = undefined;
    }
    return snapshot;
  }

  function fail(version: string | null, name: string): void {
    failed = { version, name };
    requestsLeft = REQUESTS_BETWEEN_ATTEMPTS;
  }

  return {
    async get() {
      const version = await store.version().catch(() => null);
      if (snapshot !== undefined) {
        const served = snapshot.edition.version;
        if (version === null) failed = { version, name: "DataSetMissing" };
        if (version === served) failed = null;
        if (version === null || version === served) return snapshot;
        if (failed !== null && failed.version === version && requestsLeft-- > 0) return snapshot;
      }
      loading ??= load(version);
      return loading;
    },
    trouble: () => failed?.name ?? null,
  };
}
