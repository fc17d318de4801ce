import * as z from "zod";
import type { LocalDate } from "../../model/date.ts";
import { openJson } from "../seal.ts";

/** Key of the pointer, which selects the current version. */
export const POINTER = "current";

/** Key of what was read from organisers' calendars. */
export const TIMES = "times";

/** Number of older data sets that are kept, each of another issue. */
const KEPT = 8;

const pointerSchema = z.object({
  version: z.string(),
  /** The previous version, read while `version` is not visible yet. */
  previous: z.string().nullable(),
  /** Version of the deployed data set from which this line of versions descends; null for none. */
  embedded: z.string().nullable(),
  /** Older versions made from the same snapshot, one for each of the last issues, oldest first. */
  kept: z.array(z.string()),
  /** Versions with start times of `version` and earlier ones, newest first; missing if there were none. */
  timed: z.array(z.string()).exactOptional(),
});
export type Pointer = Readonly<z.infer<typeof pointerSchema>>;

/** Parses a pointer; null if it is invalid or corrupted. */
export function readPointer(text: string): Pointer | null {
  return pointerSchema.safeParse(openJson(POINTER, text)).data ?? null;
}

const draftSchema = z.object({
  /** Version of the data set with the draft. */
  version: z.string(),
  /** The previous one, which may still be in use. */
  previous: z.string().nullable(),
  file: z.string(),
  blob: z.string(),
  /** The version with start times of `version`; missing if there was none. */
  timed: z.string().exactOptional(),
});
export type DraftPointer = Readonly<z.infer<typeof draftSchema>>;

/** Parses the value of `draft/<base>`; null if it is missing, invalid or corrupted. */
export function readDraftPointer(base: string, text: string | null): DraftPointer | null {
  return text === null ? null : (draftSchema.safeParse(openJson(draftKey(base), text)).data ?? null);
}

/** Key of a data set. */
export const dataKey = (version: string): string => `data/${version}`;

/** Key of a prepared part of a data set; the part `""` has a key without suffix. */
export const editionKey = (version: string, part = ""): string => `edition/${version}${part === "" ? "" : `/${part}`}`;

/** Key of the pointer to the data set made from the version `base` and a draft. */
export const draftKey = (base: string): string => `draft/${base}`;

/** The version in the key of a data set, an edition or a draft; null for other keys. */
export function versionIn(key: string): string | null {
  return /^(?:data|edition|draft)\/([^/]+)/.exec(key)?.[1] ?? null;
}

/** The versions to answer from, the best first. `embedded` is that of the deployed data set. */
export function versionsOf(pointer: Pointer | null, embedded: string | null): readonly string[] {
  const stored = pointer === null ? [] : [pointer.version, ...(pointer.previous === null ? [] : [pointer.previous])];
  if (embedded === null) return stored;
  return isNewLine(pointer, embedded) ? [embedded, ...stored] : [...stored, embedded];
}

/** Whether the deployed data set is another than the one that `pointer` descends from, and no older than what is stored. */
function isNewLine(pointer: Pointer | null, embedded: string | null): boolean {
  if (pointer === null) return true;
  return embedded !== null && embedded !== pointer.embedded && newestIn(embedded) >= newestIn(pointer.version);
}

/**
 * The pointer to `version`, which takes the place of `before`: the best version of each of the last issues is kept. Where the
 * deployed data set `embedded` begins a new line, nothing is kept of the old one.
 */
export function nextPointer(before: Pointer | null, embedded: string | null, version: string): Pointer {
  const previous = versionsOf(before, embedded)[0] ?? null;
  if (before === null || isNewLine(before, embedded)) return { version, previous, embedded, kept: [] };
  const newestOf = new Map([...before.kept, before.version].map((each) => [newestIn(each), each]));
  newestOf.delete(newestIn(version));
  return { version, previous, embedded: before.embedded, kept: [...newestOf.values()].slice(-KEPT) };
}

/** The kept versions without issues of the day `issue` or later, newest first. */
export function keptBefore(pointer: Pointer | null, embedded: string | null, issue: LocalDate): readonly string[] {
  const isNew = pointer === null || isNewLine(pointer, embedded);
  const own = embedded !== null && (isNew || pointer.embedded === embedded) ? [embedded] : [];
  return [...own, ...(isNew ? [] : pointer.kept)]
    .filter((version) => newestIn(version) < issue)
    .sort((a, b) => (newestIn(a) < newestIn(b) ? 1 : -1));
}

/** The date of the newest issue, which is the start of every version; empty without issues, and so the oldest. */
function newestIn(version: string): string {
  return /^\d{4}-\d\d-\d\d/.exec(version)?.[0] ?? "";
}
