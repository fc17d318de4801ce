import { syncSchema } from "../../http/openapi/sync-schema.ts";
import type { SyncBook, SyncState } from "../../ports.ts";
import { FIRST_STATE } from "../../sync/unwatched.ts";
import type { KeyValues } from "../store/key-values.ts";

const STATE = "sync";
const BEGUN = "sync/begun";

/** If a run began this long before the last one that ended, the clock was ahead, and has been corrected. */
const LATE_MS = 86_400_000;

/** Stores the state of the sync in a KV namespace, as JSON. Ignores invalid values. */
export function kvBook(kv: KeyValues): SyncBook {
  return {
    async load() {
      const [text, begun] = await Promise.all([kv.get(STATE, "text"), kv.get(BEGUN, "text")]);
      const state = text === null ? null : stateIn(text);
      if (begun === null || !isUnderWay(begun, state)) return state;
      return { ...(state ?? FIRST_STATE), begun, ended: null };
    },
    // Separate keys, because KV allows only one write per second for each key.
    begin: (at) => kv.put(BEGUN, at),
    end: (state) => kv.put(STATE, JSON.stringify(state)),
  };
}

function isUnderWay(begun: string, state: SyncState | null): boolean {
  const since = Date.parse(begun) - (state === null ? 0 : Date.parse(state.begun));
  return since > 0 || since < -LATE_MS;
}

function stateIn(text: string): SyncState | null {
  try {
    const { settled, ...rest }: SyncState = { ...FIRST_STATE, ...JSON.parse(text) };
    const state = syncSchema.strip().parse(rest);
    return { ...state, settled: typeof settled === "string" ? settled : null };
  } catch {
    return null;
  }
}
