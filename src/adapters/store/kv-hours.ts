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

/** Key of the list of versions with hours, written last. */
export const HOURS = "hours";
/** So many are listed: two of what is published, and two with a draft. */
const LISTED = 4;

const schema = z.object({ versions: z.array(z.string()) });

/** A version with hours, ready to be stored: parts by name. */
export interface Timed {
  readonly version: string;
  readonly parts: Readonly<Record<string, Uint8Array>>;
}

/** The versions that the value of {@link HOURS} lists, the newest first; null for no list, and for nothing. */
export function readHours(text: string | null): readonly string[] | null {
  return text === null ? null : (schema.safeParse(openJson(HOURS, text)).data?.versions ?? null);
}

/**
 * The versions with hours of the data set `base` among those that are `told`, the newest first. Where the data set's own version is
 * told, it is served without hours, whatever is told after it.
 */
export function timedOf(base: string, told: readonly string[]): readonly string[] {
  const own = told.filter((version) => baseOf(version) === base);
  const plain = own.indexOf(base);
  return plain < 0 ? own : own.slice(0, plain);
}

/**
 * The versions to answer from, the best first: `bases`, in that order, with hours where they are `told`. While no version with
 * hours of the first can be read, one of an older data set is better than the first without.
 */
export function withHours(bases: readonly string[], told: readonly string[]): readonly string[] {
  const [first] = bases;
  const timed = bases.flatMap((base) => timedOf(base, told));
  const isTimed = first !== undefined && timed[0] !== undefined && baseOf(timed[0]) === first;
  return [...new Set(isTimed ? [...timed, ...bases] : bases.flatMap((base) => [...timedOf(base, told), base]))];
}

export interface KeepTimedOptions {
  readonly kv: KeyValues;
  /** The published data set. */
  readonly base: string;
  /** Reads the data set of a version: `base`, or that with a draft. */
  readonly read: (version: string) => Promise<DataSet>;
  /** What the version with hours that was deployed is called; null where none was. */
  readonly deployed: string | null;
  /** Of the hours as they are now, see `servedVersion`. */
  readonly served: string | null;
  readonly prepare: (data: DataSet) => Timed | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Sees to it that what is published, with a draft and without, is there with the hours as they are now: parts first, the list of
 * versions last. Gives the versions that it prepared.
 */
export async function keepTimed(options: KeepTimedOptions): Promise<readonly string[]> {
  const { kv, base, read, deployed, served, prepare, now } = options;
  const texts = await Promise.all([POINTER, HOURS, draftKey(base)].map((key) => kv.get(key, "text")));
  const [pointed = null, hours = null, drafted = null] = texts;
  const pointer = pointed === null ? null : readPointer(pointed);
  const draft = readDraftPointer(base, drafted);
  const told = toldBy({ hours: readHours(hours), pointer, draft, deployed });
  const bases = draft === null ? [base] : [draft.version, base];
  const prepared: string[] = [];
  for (const each of bases) {
    const wanted = servedAs(each, served);
    if ((timedOf(each, told)[0] ?? each) === wanted) continue;
    const timed = served === null ? null : prepare(await read(each));
    for (const [part, value] of Object.entries(timed?.parts ?? {}))
      await kv.put(editionKey(wanted, part), value, { metadata: { written: now() } });
    prepared.push(timed?.version ?? each);
  }
  if (prepared.length > 0) {
    const versions = [...new Set([...prepared, ...told])].slice(0, LISTED);
    await kv.put(HOURS, sealJson(HOURS, { versions }));
  }
  return prepared;
}

interface Tellers {
  readonly hours: readonly string[] | null;
  readonly pointer: Pointer | null;
  readonly draft?: DraftPointer | null;
  /** The version of the deployed edition, where that has hours. */
  readonly deployed?: string | null;
}

/** The versions with hours that some keys, and what is deployed, tell of; the newest of each data set first. */
export function toldBy({ hours, pointer, draft, deployed }: Tellers): readonly string[] {
  const drafted = draft?.timed === undefined ? [] : [draft.timed];
  return [...(hours ?? []), ...(pointer?.timed ?? []), ...drafted, ...(deployed ? [deployed] : [])];
}
