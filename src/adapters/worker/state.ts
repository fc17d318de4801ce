import { syncSchema } from "../../http/openapi/sync-schema.ts";
import type { SyncBook, SyncState } from "../../ports.ts";
import { FIRST_STATE } from "../../sync/unwatched.ts";
import type { KeyValues } from "../store/key-values.ts";

const STATE = "sync";
const BEGUN = "sync/begun";

/** A run that began so long before the last one that ended did so by a clock that was right again. */
const LATE_MS = 86_400_000;

/** Keeps the state of the sync in a KV namespace, as plain JSON. What is no state is as good as nothing. */
export function kvBook(kv: KeyValues): SyncBook {
  return {
    async load() {
      const [text, begun] = await Promise.all([kv.get(STATE, "text"), kv.get(BEGUN, "text")]);
      const state = text === null ? null : stateIn(text);
      if (begun === null || !isUnderWay(begun, state)) return state;
      return { ...(state ?? FIRST_STATE), begun, ended: null };
    },
    // Keys of their own: a namespace takes one write a second for each.
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
    const { settled, ...told }: SyncState = { ...FIRST_STATE, ...JSON.parse(text) };
    const state = syncSchema.strip().parse(told);
    return { ...state, settled: typeof settled === "string" ? settled : null };
  } catch {
    return null;
  }
}
