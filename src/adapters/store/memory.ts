import type { DataSet } from "../../model/event.ts";
import { DataSetMissing, type EventStore, Overtaken } from "../../ports.ts";

/** Stores the data set in memory. */
export function memoryStore(initial: DataSet | null = null): EventStore {
  let stored = initial;
  return {
    async read() {
      if (stored === null) throw new DataSetMissing("no data set is stored in memory");
      return stored;
    },
    async version() {
      return stored?.version ?? null;
    },
    async replace(next, over) {
      if (over !== undefined && over !== (stored?.version ?? null))
        throw new Overtaken(`in memory: ${stored?.version ?? "nothing"} is stored now, expected ${over ?? "nothing"}`);
      stored = next;
      return next.version;
    },
  };
}
