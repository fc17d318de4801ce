import * as z from "zod";
import type { DataSet } from "../../model/event.ts";
import { openJson, sealJson } from "../seal.ts";
import type { KeyValues } from "./key-values.ts";
import {
  type DraftPointer,
  draftKey,
  editionKey,
  POINTER,
  type Pointer,
  readDraftPointer,
  readPointer,
} from "./pointer.ts";
import { baseOf, servedAs } from "./served.ts";

/** Key of the list of versions with start times, written last. */
export const HOURS = "hours";
/** Number of listed versions: two published ones, and two with a draft. */
const LISTED = 4;

const schema = z.object({ versions: z.array(z.string()) });

/** A version with start times, ready to be stored: parts by name. */
export interface Timed {
  readonly version: string;
  readonly parts: Readonly<Record<string, Uint8Array>>;
}

/** The versions in the value of {@link HOURS}, newest first; null if it is missing or invalid. */
export function readHours(text: string | null): readonly string[] | null {
  return text === null ? null : (schema.safeParse(openJson(HOURS, text)).data?.versions ?? null);
}

/**
 * The versions in `listed` that are the data set `base` with start times, newest first. If `base` itself is listed, later
 * entries are ignored: it is served without start times.
 */
export function timedOf(base: string, listed: readonly string[]): readonly string[] {
  const own = listed.filter((version) => baseOf(version) === base);
  const plain = own.indexOf(base);
  return plain < 0 ? own : own.slice(0, plain);
}

/**
 * The versions to serve, in order of preference: `bases`, in the given order, with start times if they are `listed`. If the
 * first has no version with start times, an older data set with start times takes precedence over the first without.
 */
export function withHours(bases: readonly string[], listed: readonly string[]): readonly string[] {
  const [first] = bases;
  const timed = bases.flatMap((base) => timedOf(base, listed));
  const isTimed = first !== undefined && timed[0] !== undefined && baseOf(timed[0]) === first;
  return [...new Set(isTimed ? [...timed, ...bases] : bases.flatMap((base) => [...timedOf(base, listed), base]))];
}

export interface KeepTimedOptions {
  readonly kv: KeyValues;
  /** The published data set. */
  readonly base: string;
  /** Reads the data set of a version: `base`, or the one with a draft. */
  readonly read: (version: string) => Promise<DataSet>;
  /** The deployed version with start times; null if there is none. */
  readonly deployed: string | null;
  /** Version of the current readings, see `servedVersion`; null if there are none. */
  readonly served: string | null;
  readonly prepare: (data: DataSet) => Timed | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Ensures that the published data set, with and without a draft, is stored with the current start times: writes the parts
 * first, the list of versions last. Returns the versions that it prepared.
 */
export async function keepTimed(options: KeepTimedOptions): Promise<readonly string[]> {
  const { kv, base, read, deployed, served, prepare, now } = options;
  const texts = await Promise.all([POINTER, HOURS, draftKey(base)].map((key) => kv.get(key, "text")));
  const [pointed = null, hours = null, drafted = null] = texts;
  const pointer = pointed === null ? null : readPointer(pointed);
  const draft = readDraftPointer(base, drafted);
  const listed = listedVersions({ hours: readHours(hours), pointer, draft, deployed });
  const bases = draft === null ? [base] : [draft.version, base];
  const prepared: string[] = [];
  for (const each of bases) {
    const wanted = servedAs(each, served);
    if ((timedOf(each, listed)[0] ?? each) === wanted) continue;
    const timed = served === null ? null : prepare(await read(each));
    for (const [part, value] of Object.entries(timed?.parts ?? {}))
      await kv.put(editionKey(wanted, part), value, { metadata: { written: now() } });
    prepared.push(timed?.version ?? each);
  }
  if (prepared.length > 0) {
    const versions = [...new Set([...prepared, ...listed])].slice(0, LISTED);
    await kv.put(HOURS, sealJson(HOURS, { versions }));
  }
  return prepared;
}

interface Lists {
  readonly hours: readonly string[] | null;
  readonly pointer: Pointer | null;
  readonly draft?: DraftPointer | null;
  /** The version of the deployed edition, if it has start times. */
  readonly deployed?: string | null;
}

/** All versions with start times that are listed in KV or deployed, the newest of each data set first. */
export function listedVersions({ hours, pointer, draft, deployed }: Lists): readonly string[] {
  const drafted = draft?.timed === undefined ? [] : [draft.timed];
  return [...(hours ?? []), ...(pointer?.timed ?? []), ...drafted, ...(deployed ? [deployed] : [])];
}
