import type { ServedStore, TimesTold } from "../../http/current.ts";
import type { DataSet } from "../../model/event.ts";
import type { TimesData } from "../../model/times.ts";
import { type EventStore, inFull, isOurs, type Log, type TimesStore } from "../../ports.ts";
import { joinTimes } from "../../times/join.ts";
import { servedVersion } from "../times/codec.ts";
import { servedAs } from "./served.ts";

/** What is served: the data set of `store` with what `times` holds laid over it. */
export interface TimedStore extends EventStore, ServedStore {
  times(): Promise<TimesTold>;
}

/**
 * Joins both when they are read. What cannot be read of `times` is told once, and costs the hours alone: events are as the
 * newsletter prints them. Its version is that of the data set where nothing was read from organisers.
 */
export function timedStore(store: EventStore, times: TimesStore, log?: Pick<Log, "warn">): TimedStore {
  let warned = "";
  let versionOf: { readonly times: TimesData | null; readonly version: string | null } = { times: null, version: null };

  async function told(): Promise<TimesTold> {
    try {
      return { data: await times.read(), trouble: null };
    } catch (error) {
      const text = inFull(error);
      if (text !== warned) log?.warn(`${text}; events are shown by their days`);
      warned = text;
      return { data: null, trouble: isOurs(error) ? error.message : "the hours cannot be read" };
    }
  }

  function withTimes(version: string, data: TimesData | null): string {
    if (versionOf.times !== data) versionOf = { times: data, version: servedVersion(data) };
    return servedAs(version, versionOf.version);
  }

  return {
    ...store,
    times: told,
    async read(): Promise<DataSet> {
      const [data, { data: read }] = [await store.read(), await told()];
      return { ...joinTimes(data, read), version: withTimes(data.version, read) };
    },
    async version() {
      const version = await store.version();
      return version === null ? null : withTimes(version, (await told()).data);
    },
  };
}
