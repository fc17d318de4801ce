import type { DraftStore } from "../../ports.ts";
import { encode } from "../dataset/codec.ts";
import { sealJson } from "../seal.ts";
import type { KeyValues } from "./key-values.ts";
import type { KvOptions } from "./kv.ts";
import { type DraftPointer, dataKey, draftKey, editionKey, readDraftPointer } from "./pointer.ts";

/**
 * Stores data sets with a draft in a KV namespace, with their own versions, `data/…` and `edition/…`; `draft/<base>`, written
 * last, points to the one for the version `base`.
 */
export function kvDrafts(
  kv: KeyValues,
  { now, prepare, timed }: Pick<KvOptions, "now" | "prepare" | "timed">,
): DraftStore {
  const pointerOf = async (base: string) => readDraftPointer(base, await kv.get(draftKey(base), "text"));
  const put = (key: string, value: string | Uint8Array) => kv.put(key, value, { metadata: { written: now() } });
  return {
    of: pointerOf,
    async replace(base, next) {
      const before = await pointerOf(base);
      if (next === null) {
        if (before !== null) await kv.delete(draftKey(base));
        return;
      }
      const { bytes, version } = await encode(next);
      const data = { ...next, version };
      await put(dataKey(version), bytes);
      for (const [part, value] of Object.entries((await prepare?.(data)) ?? {}))
        await put(editionKey(version, part), value);
      const hours = (await timed?.(data)) ?? null;
      for (const [part, value] of Object.entries(hours?.parts ?? {}))
        await put(editionKey(hours?.version ?? "", part), value);
      const { file, blob } = next.issues.at(-1) ?? { file: "", blob: "" };
      const previous = (before?.version === version ? before.previous : before?.version) ?? null;
      const timedVersion = hours === null ? {} : { timed: hours.version };
      const pointer: DraftPointer = { version, previous, file, blob, ...timedVersion };
      await put(draftKey(base), sealJson(draftKey(base), pointer));
    },
  };
}
