/** The part of a Workers KV namespace that we use. Values are written as a whole, and become visible to other readers later. */
export interface KeyValues {
  /** Null if there is no value, or it is not visible yet. */
  get(key: string, type: "text"): Promise<string | null>;
  get(key: string, type: "arrayBuffer"): Promise<ArrayBuffer | null>;
  put(key: string, value: string | Uint8Array, options?: { readonly metadata?: unknown }): Promise<void>;
  delete(key: string): Promise<void>;
  list(options: { readonly prefix: string; readonly cursor?: string }): Promise<KeyList>;
}

/** A page of keys; the next page starts at `cursor` unless the list is complete. */
export interface KeyList {
  readonly keys: readonly { readonly name: string; readonly metadata?: unknown }[];
  readonly list_complete: boolean;
  readonly cursor?: string;
}
