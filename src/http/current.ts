import type { ReadingDays, TimesData } from "../model/times.ts";
import { type EventStore, inFull, isOurs, type Log } from "../ports.ts";
import { type Edition, editionOf } from "./edition.ts";
import { type Keeping, type Snapshot, snapshotOf } from "./snapshot.ts";

/** A stored version that could not be read is tried again after this many requests. */
const PATIENCE = 64;

/** There is nothing to answer from; the cause tells why. */
export class NoData extends Error {
  override readonly name = "NoData";
}

/** What is known of organisers' calendars; why it cannot be read where it cannot. */
export interface TimesTold {
  readonly data: TimesData | null;
  readonly trouble: string | null;
}

/** As much of a store as answers are made from. */
export interface ServedStore extends Pick<EventStore, "read" | "version"> {
  /** What the events' hours come from, as it is now; none where the store knows no organisers. */
  times?(): Promise<TimesTold>;
  /** What is stored, as an edition; derived from the whole data set where it is not prepared. May be an older version. */
  readEdition?(): Promise<Edition>;
}

/** The edition, whose readings are those of the moment, unless it has its own: they go on while what is served stays. */
function withReadings(edition: Edition, store: ServedStore): Edition {
  if (!edition.timed || store.times === undefined || edition.reading !== undefined) return edition;
  const times = store.times.bind(store);
  return { ...edition, reading: async (id) => recordsOf((await times()).data).get(id) };
}

const records = new WeakMap<TimesData, ReadonlyMap<string, ReadingDays>>();

function recordsOf(times: TimesData | null): ReadonlyMap<string, ReadingDays> {
  if (times === null) return new Map();
  const known = records.get(times);
  if (known !== undefined) return known;
  const all = new Map(times.events.map(({ event, firstRead, lastRead }) => [event, { firstRead, lastRead }]));
  records.set(times, all);
  return all;
}

/** Follows the store. */
export interface Current {
  /** The newest snapshot that could be read. Rejects with {@link NoData} while there was never one. */
  get(): Promise<Snapshot>;
  /** Name of the error that keeps the store's newest version from being served; null when all is well. */
  trouble(): string | null;
}

/** Reads `store` when first asked, and again when its version is another: wholly, or the last good data set stays. */
export function followStore(store: ServedStore, log?: Pick<Log, "warn">, keeping?: Keeping): Current {
  let snapshot: Snapshot | undefined;
  let failed: { readonly version: string | null; readonly name: string } | null = null;
  let patience = 0;
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
    patience = PATIENCE;
  }

  return {
    async get() {
      const version = await store.version().catch(() => null);
      if (snapshot !== undefined) {
        const served = snapshot.edition.version;
        if (version === null) failed = { version, name: "DataSetMissing" };
        if (version === served) failed = null;
        if (version === null || version === served) return snapshot;
        if (failed !== null && failed.version === version && patience-- > 0) return snapshot;
      }
      loading ??= load(version);
      return loading;
    },
    trouble: () => failed?.name ?? null,
  };
}
