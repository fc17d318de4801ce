import type { ServedStore, StoredTimes } from "../../http/current.ts";
import type { DataSet } from "../../model/event.ts";
import type { TimesData } from "../../model/times.ts";
import { type EventStore, inFull, isOurs, type Log, type TimesStore } from "../../ports.ts";
import { joinTimes } from "../../times/join.ts";
import { servedVersion } from "../times/codec.ts";
import { servedAs } from "./served.ts";

/** A store of the data set joined with start times. */
export interface TimedStore extends EventStore, ServedStore {
  times(): Promise<StoredTimes>;
}

/**
 * Joins the data set of `store` with `times` when they are read. If `times` is unreadable, logs a warning once, and events are as
 * the newsletter prints them. If no calendar was ever read, the version is that of the data set.
 */
export function timedStore(store: EventStore, times: TimesStore, log?: Pick<Log, "warn">): TimedStore {
  let warned = "";
  let versionOf: { readonly times: TimesData | null; readonly version: string | null } = { times: null, version: null };

  async function timesNow(): Promise<StoredTimes> {
    try {
      return { data: await times.read(), trouble: null };
    } catch (error) {
      const text = inFull(error);
      if (text !== warned) log?.warn(`${text}; events are served as all-day`);
      warned = text;
      return { data: null, trouble: isOurs(error) ? error.message : "the start times cannot be read" };
    }
  }

  function withTimes(version: string, data: TimesData | null): string {
    if (versionOf.times !== data) versionOf = { times: data, version: servedVersion(data) };
    return servedAs(version, versionOf.version);
  }

  return {
    ...store,
    times: timesNow,
    async read(): Promise<DataSet> {
      const [data, { data: read }] = [await store.read(), await timesNow()];
      return { ...joinTimes(data, read), version: withTimes(data.version, read) };
    },
    async version() {
      const version = await store.version();
      return version === null ? null : withTimes(version, (await timesNow()).data);
    },
  };
}
