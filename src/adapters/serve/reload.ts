import type { DataSet } from "../../model/event.ts";
import { DataSetBroken, type Log } from "../../ports.ts";
import type { TimedStore } from "../store/timed.ts";

/** A store that can be reloaded even if its version is the same. */
export interface Reloadable {
  readonly store: TimedStore;
  /** Changes the reported version while `work` runs, so that readers reload the data set. */
  again(work: () => Promise<void>): Promise<void>;
}

/** Wraps `store`, and logs every read after the first one. */
export function reloadable(store: TimedStore, log: Pick<Log, "info">): Reloadable {
  let again = 0;
  let reads = 0;
  return {
    store: {
      ...store,
      async read(): Promise<DataSet> {
        const data = await store.read();
        const { version, newestIssue, events } = data;
        if (reads++ > 0) log.info(`serving ${version}: ${events.length} events, newest issue ${newestIssue ?? "none"}`);
        return data;
      },
      async version() {
        const version = await store.version().catch((error: unknown) => {
          // Reading it reports the error.
          if (error instanceof DataSetBroken) return "broken";
          throw error;
        });
        return version === null || again === 0 ? version : `${version}, again`;
      },
    },
    async again(work) {
      again += 1;
      await work();
      again -= 1;
    },
  };
}
