import type { DataSet } from "../../model/event.ts";
import { DataSetBroken, type Log } from "../../ports.ts";
import type { TimedStore } from "../store/timed.ts";

/** A store that can be read again although it holds the same version. */
export interface Reloadable {
  readonly store: TimedStore;
  /** While `work` goes on, the version is another than it is, so that whoever follows the store reads it anew. */
  again(work: () => Promise<void>): Promise<void>;
}

/** `store`, which says what is read after the first time. */
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
          // Reading it tells what is wrong.
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
