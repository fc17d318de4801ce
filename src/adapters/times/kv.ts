import type { TimesData } from "../../model/times.ts";
import { Overtaken, StoreUnreachable, type TimesStore } from "../../ports.ts";
import type { KeyValues } from "../store/key-values.ts";
import { TIMES } from "../store/pointer.ts";
import { decodeTimes, encodeTimes, versionIn } from "./codec.ts";

/**
 * Stores what was read from organisers' calendars in a KV namespace, in the format of `data/times.json`. If the namespace has
 * none, uses the deployed one, whose text `deployed` returns; null for none.
 */
export function kvTimes(kv: KeyValues, deployed: () => Promise<string | null>): TimesStore {
  const textNow = async () => (await asked(() => kv.get(TIMES, "text"), "read")) ?? (await deployed());
  return {
    read: timesReader(textNow),
    async replace(next, over) {
      const text = encodeTimes(next);
      const now = await textNow();
      if (now === text) return;
      const seen = over && versionIn(encodeTimes(over));
      if ((now === null ? null : versionIn(now)) !== seen)
        throw new Overtaken(`${TIMES}: another run has written it in the meantime`);
      await asked(() => kv.put(TIMES, text), "written");
    },
  };
}

/** Decodes what `textNow` returns; the same text gives the same object. */
export function timesReader(textNow: () => Promise<string | null>): () => Promise<TimesData | null> {
  let known: { readonly text: string; readonly times: TimesData } | undefined;
  return async () => {
    const text = await textNow();
    if (text === null) return null;
    if (known?.text !== text) known = { text, times: decodeTimes(text, TIMES) };
    return known.times;
  };
}

async function asked<Value>(ask: () => Promise<Value>, what: string): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    throw new StoreUnreachable(`${TIMES}: cannot be ${what}`, { cause: error });
  }
}
