import { memoryStore } from "../../src/adapters/store/memory.ts";
import type { ServedStore } from "../../src/http/current.ts";
import { editionOf } from "../../src/http/edition.ts";
import type { DataSet } from "../../src/model/event.ts";
import type { ReadingDays } from "../../src/model/times.ts";

/** When each event was read that {@link timedStore} has. */
export const READING: ReadingDays = { firstRead: "2026-02-01T05:00:00.000Z", lastRead: "2026-02-27T06:07:08.000Z" };

/** A store of `data`, whose events are joined with readings of organisers' calendars. */
export function timedStore(data: DataSet): ServedStore {
  return {
    ...memoryStore(data),
    readEdition: async () => ({ ...editionOf(data), timed: true, reading: () => READING }),
  };
}
