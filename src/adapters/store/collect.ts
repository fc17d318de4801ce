import type { KeyValues } from "./key-values.ts";
import { versionIn } from "./pointer.ts";

/** Newer values may belong to a run that has not updated the pointer yet. */
const LEAST_AGE_MS = 24 * 3_600_000;

const PREFIXES = ["data/", "edition/", "draft/"] as const;
type Prefix = (typeof PREFIXES)[number];

/**
 * Deletes values of versions that are not live (decided by `isLive` for each prefix) and older than a day. Returns the number of
 * deleted keys.
 */
export async function collectOld(
  kv: KeyValues,
  isLive: Readonly<Record<Prefix, (version: string) => boolean>>,
  now: number,
): Promise<number> {
  const old: string[] = [];
  for (const prefix of PREFIXES) {
    let cursor: string | undefined;
    do {
      const page = await kv.list({ prefix, ...(cursor === undefined ? {} : { cursor }) });
      for (const { name, metadata } of page.keys) {
        const version = versionIn(name);
        const written = (metadata as { readonly written?: unknown } | null | undefined)?.written;
        const isOld = typeof written === "number" && now - written > LEAST_AGE_MS;
        if (version !== null && !isLive[prefix](version) && isOld) old.push(name);
      }
      cursor = page.list_complete ? undefined : page.cursor;
    } while (cursor !== undefined);
  }
  for (const key of old) await kv.delete(key);
  return old.length;
}
