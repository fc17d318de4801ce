import type { DataSet } from "../../model/event.ts";
import type { TimesData } from "../../model/times.ts";
import { DataSetMissing, type EventStore, type Log, TimesBroken, type TimesStore } from "../../ports.ts";
import type { Ask } from "../../times/ask.ts";
import type { Organisers } from "../../times/organisers.ts";
import { decode } from "../dataset/codec.ts";
import type { KeyValues } from "../store/key-values.ts";
import { keepTimed, type Timed } from "../store/kv-hours.ts";
import { dataKey } from "../store/pointer.ts";
import { servedVersion } from "../times/codec.ts";
import { readAndKeep } from "../times/keep.ts";

/** Maximum number of calendars in one run: each needs a request, and one for the robots.txt of its host once a day. */
const MOST = 3;
/** No calendar is started after this time. */
const LIMIT_SECONDS = 60;

/** Which calendars are read, and how. */
export interface Asking {
  readonly organisers: Organisers;
  readonly ask: Ask;
  /** Address of a server that stands in for all hosts; requests are then sent without pauses. */
  readonly via?: string | undefined;
}

export interface HoursOptions {
  /** The version of the deployed edition, if it has start times; null otherwise. */
  readonly deployed: () => Promise<string | null>;
  /** The text of the deployed times file; null for none. */
  readonly text: () => Promise<string | null>;
  /** Prepares a data set with start times; null without readings. */
  readonly prepare: (data: DataSet, times: TimesData | null) => Timed | null;
  /** How to read calendars; if missing, none are read, and known start times are kept. */
  readonly asking?: () => Promise<Asking>;
}

interface World {
  readonly kv: KeyValues;
  readonly store: EventStore;
  readonly times: TimesStore;
  readonly now: () => number;
  readonly log: Log;
}

/** Prepares a data set that is about to be stored with known start times; without any if the stored times are broken. */
export function timedBy({ prepare }: HoursOptions, { times, log }: Pick<World, "times" | "log">) {
  return async (data: DataSet): Promise<Timed | null> => {
    try {
      return prepare(data, await times.read());
    } catch (error) {
      if (!(error instanceof TimesBroken)) throw error;
      log.warn(`${error.message}; events are served as all-day`);
      return null;
    }
  };
}

/**
 * Reads some of the organisers' calendars that are due, and prepares the stored data set again if responses change. If it
 * rejects, nothing has changed, and the next run tries again.
 */
export async function hoursOnSchedule(options: HoursOptions, { kv, store, times, now, log }: World): Promise<void> {
  const { asking, deployed, prepare } = options;
  const base = await store.version();
  if (base === null) return;
  const known = asking === undefined ? await times.read() : await readSome(await asking(), { store, times, now, log });

  async function read(version: string): Promise<DataSet> {
    const key = dataKey(version);
    if (version === base) {
      const data = await store.read();
      if (data.version === version) return data;
    } else {
      const bytes = await kv.get(key, "arrayBuffer");
      if (bytes !== null) return decode(new Uint8Array(bytes), key);
    }
    throw new DataSetMissing(`${key}: is not visible`);
  }

  const prepared = await keepTimed({
    kv,
    base,
    read,
    deployed: await deployed(),
    served: servedVersion(known),
    prepare: (data) => prepare(data, known),
    now,
  });
  if (prepared.length > 0) log.info(`serving ${prepared.join(", ")}`);
}

async function readSome(
  { organisers, ask, via }: Asking,
  { store, times, now, log }: Omit<World, "kv">,
): Promise<TimesData | null> {
  const endsAt = now() + 1_000 * LIMIT_SECONDS;
  const report = await readAndKeep({ store, times }, { organisers, ask, via, now, endsAt, most: MOST });
  const read = report.readings.map(({ calendar, outcome }) => `${calendar.url} ${outcome}`);
  log.info(JSON.stringify({ read, left: report.left, share: report.share }));
  return report.times;
}
