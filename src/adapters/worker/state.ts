import type { SyncBook, SyncState } from "../../ports.ts";
import { FIRST_STATE } from "../../sync/unwatched.ts";
import type { KeyValues } from "../store/key-values.ts";

const STATE = "sync";
const BEGUN = "sync/begun";

/** Keeps the state of the sync in a KV namespace, as plain JSON. What is no JSON is as good as nothing. */
export function kvBook(kv: KeyValues): SyncBook {
  return {
    async load() {
      const [text, begun] = await Promise.all([kv.get(STATE, "text"), kv.get(BEGUN, "text")]);
      const state = text === null ? null : stateIn(text);
      if (begun === null || (state !== null && begun <= state.begun)) return state;
      return { ...(state ?? FIRST_STATE), begun, ended: null };
    },
    // Keys of their own: a namespace takes one write a second for each.
    begin: (at) => kv.put(BEGUN, at),
    end: (state) => kv.put(STATE, JSON.stringify(state)),
  };
}

function stateIn(text: string): SyncState | null {
  try {
    const state: SyncState | null = JSON.parse(text);
    return typeof state?.begun === "string" ? { ...FIRST_STATE, ...state } : null;
  } catch {
    return null;
  }
}
