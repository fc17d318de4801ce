import type { DataSet } from "../../model/event.ts";
import {
  DataSetBroken,
  DataSetMissing,
  type EventStore,
  inFull,
  type Log,
  Overtaken,
  StoreUnreachable,
} from "../../ports.ts";
import { decode, encode } from "../dataset/codec.ts";
import { sealJson } from "../seal.ts";
import { collectOld } from "./collect.ts";
import type { KeyValues } from "./key-values.ts";
import { HOURS, listedVersions, readHours, type Timed } from "./kv-hours.ts";
import {
  dataKey,
  draftKey,
  editionKey,
  keptBefore,
  nextPointer,
  POINTER,
  type Pointer,
  readDraftPointer,
  readPointer,
  versionsOf,
} from "./pointer.ts";
import { baseOf } from "./served.ts";

/** The data set that was deployed with the program. */
export interface Embedded {
  readonly version: string;
  read(): Promise<DataSet>;
}

export interface KvOptions {
  /** Null if nothing is deployed with the program. */
  readonly embedded: Embedded | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Pick<Log, "warn">;
  /** Prepares what is stored next to a data set for fast responses: parts by name. */
  readonly prepare?: (
    data: DataSet,
  ) => Readonly<Record<string, Uint8Array>> | Promise<Readonly<Record<string, Uint8Array>>>;
  /** The same with start times, as its own version; null if there are none. */
  readonly timed?: (data: DataSet) => Promise<Timed | null>;
}

export interface KvStore extends EventStore {
  readBefore: NonNullable<EventStore["readBefore"]>;
  /** Deletes unused versions and leftovers of aborted runs. Returns the number of deleted keys. */
  collect(): Promise<number>;
}

/** The pointer as it was read; null if there is none. */
interface Seen {
  readonly text: string | null;
  readonly pointer: Pointer | null;
}

/** Number of versions with start times in the pointer. */
const MOST_TIMED = 3;

/** A version whose data was not visible is requested again after this time. */
const HIDDEN_MS = 10_000;

/**
 * Stores data sets in a KV namespace, each under its version, and never changes them; a pointer, written last, selects one.
 * Values may become visible late and in any order, and reads may fail: then it returns the previous version, the last one that
 * was read, or the deployed one, but always a complete data set.
 */
export function kvStore(kv: KeyValues, { embedded, now, log, prepare, timed }: KvOptions): KvStore {
  const own = embedded?.version ?? null;
  /** All versions in pointers read by this instance. */
  const live = new Set<string>();
  /** The text of the pointer when each version was read. */
  const readAt = new Map<string | null, string | null>();
  let last: Seen | null = null;
  let good: DataSet | null = null;
  let hidden: { readonly version: string; readonly since: number } | null = null;
  // False if the clock was set back in the meantime.
  const isRecent = (since: number) => now() >= since && now() < since + HIDDEN_MS;

  async function look(): Promise<Seen> {
    const text = await asked(POINTER, () => kv.get(POINTER, "text"));
    const pointer = text === null ? null : readPointer(text);
    if (text !== null && pointer === null) log.warn(`${POINTER}: invalid pointer: ${text.slice(0, 100)}`);
    for (const version of pointer === null ? [] : [pointer.version, pointer.previous, ...pointer.kept])
      if (version !== null) live.add(version);
    const seen = { text, pointer };
    if (pointer !== null || last === null) last = seen;
    return seen;
  }

  /** The pointer, or the last good one. */
  async function lookAnyway(): Promise<Seen> {
    try {
      const seen = await look();
      return seen.pointer === null && seen.text !== null && last !== null ? last : seen;
    } catch (error) {
      if (last === null && embedded === null) throw error;
      log.warn(inFull(error));
      return last ?? { text: null, pointer: null };
    }
  }

  /** The data set of a version; null if it is missing or not visible yet. */
  async function dataOf(version: string): Promise<DataSet | null> {
    if (good?.version === version) return good;
    if (embedded?.version === version) return embedded.read();
    const key = dataKey(version);
    const bytes = await asked(key, () => kv.get(key, "arrayBuffer"));
    const data = bytes === null ? null : await decode(new Uint8Array(bytes), key);
    if (data !== null && data.version !== version) throw new DataSetBroken(`${key}: contains ${data.version}`);
    return data;
  }

  function refuseOther(seen: Seen, over: string | null | undefined): void {
    const stored = versionsOf(seen.pointer, own)[0] ?? null;
    if (over === undefined || over === stored) return;
    if (readAt.has(over) && readAt.get(over) === seen.text) return;
    throw new Overtaken(`${POINTER}: ${stored ?? "nothing"} is stored now, expected ${over ?? "nothing"}`);
  }

  const put = async (key: string, value: string | Uint8Array) =>
    asked(key, () => kv.put(key, value, { metadata: { written: now() } }), "written");

  const listed = async () => readHours(await asked(HOURS, () => kv.get(HOURS, "text")));

  async function putParts(version: string, parts: Timed["parts"]): Promise<void> {
    for (const [part, value] of Object.entries(parts)) await put(editionKey(version, part), value);
  }

  /** Also stores `data` with start times, before the pointer is updated; returns the versions for the pointer. */
  async function putTimed(data: DataSet, { pointer }: Seen): Promise<Pick<Pointer, "timed">> {
    const next = (await timed?.(data)) ?? null;
    if (next === null) return {};
    await putParts(next.version, next.parts);
    const versions = listedVersions({ hours: await listed(), pointer });
    return { timed: [...new Set([next.version, ...versions])].slice(0, MOST_TIMED) };
  }

  return {
    async read() {
      const { pointer, text } = await lookAnyway();
      const versions = versionsOf(pointer, own);
      let trouble: unknown = null;
      for (const version of versions) {
        const data = await dataOf(version).catch((error: unknown) => {
          trouble ??= error;
          return null;
        });
        if (data === null) continue;
        if (version !== versions[0]) hidden = { version: versions[0] ?? "", since: now() };
        readAt.set(version, text);
        good = data;
        return data;
      }
      if (good !== null) return good;
      const why = versions.length === 0 ? "no data set" : `${versions.join(", ")}: not visible`;
      throw trouble ?? new DataSetMissing(`${POINTER}: ${why}`);
    },
    async version() {
      const { pointer, text } = await lookAnyway();
      const [best] = versionsOf(pointer, own);
      if (best === undefined) {
        if (text !== null) throw new DataSetBroken(`${POINTER}: invalid pointer`);
        readAt.set(null, text);
        return null;
      }
      return good !== null && hidden?.version === best && isRecent(hidden.since) ? good.version : best;
    },
    async readBefore(issue) {
      const { pointer } = await look();
      for (const version of keptBefore(pointer, own, issue)) {
        const data = await dataOf(version).catch((error: unknown) => {
          log.warn(inFull(error));
          return null;
        });
        if (data !== null) return data;
      }
      return null;
    },
    async replace(next, over) {
      const { bytes, version } = await encode(next);
      const isStored = ({ pointer }: Seen) => versionsOf(pointer, own)[0] === version;
      const seen = await look();
      if (isStored(seen) && (await dataOf(version).catch(() => null)) !== null) return version;
      if (!isStored(seen)) refuseOther(seen, over);
      const data = { ...next, version };
      const parts = (await prepare?.(data)) ?? {};
      await put(dataKey(version), bytes);
      await putParts(version, parts);
      const hours = await putTimed(data, seen);
      const by = await look();
      if (!isStored(by)) {
        refuseOther(by, over);
        const pointer = { ...nextPointer(by.pointer, own, version), ...hours };
        const text = sealJson(POINTER, pointer);
        await put(POINTER, text);
        last = { text, pointer };
        for (const each of [version, ...pointer.kept]) live.add(each);
      }
      good = data;
      return version;
    },
    async collect() {
      const { pointer, text } = await look();
      const hours = await listed();
      const base = versionsOf(pointer, own)[0];
      if (base === undefined || (pointer === null && (text !== null || hours === null))) return 0;
      const draft = readDraftPointer(base, await asked(draftKey(base), () => kv.get(draftKey(base), "text")));
      const all = new Set([...live, base, draft?.version ?? base, draft?.previous ?? base]);
      const timedVersions = listedVersions({ hours, pointer, draft });
      // Without a pointer, only versions with start times are known to be old.
      const isLive = (version: string) => all.has(version) || (pointer === null && baseOf(version) === version);
      const isShown = (version: string) => timedVersions.includes(version) || isLive(version);
      const isDraft = (version: string) => version === base || pointer === null;
      return collectOld(kv, { "data/": isLive, "edition/": isShown, "draft/": isDraft }, now());
    },
  };
}

async function asked<Value>(key: string, ask: () => Promise<Value>, what = "read"): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    throw new StoreUnreachable(`${key}: cannot be ${what}`, { cause: error });
  }
}
