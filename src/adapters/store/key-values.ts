/** As much of a Workers KV namespace as we use: values under keys, written whole, read by others after a while. */
export interface KeyValues {
  /** Null when nothing is there, or not visible yet. */
  get(key: string, type: "text"): Promise<string | null>;
  get(key: string, type: "arrayBuffer"): Promise<ArrayBuffer | null>;
  put(key: string, value: string | Uint8Array, options?: { readonly metadata?: unknown }): Promise<void>;
  delete(key: string): Promise<void>;
  list(options: { readonly prefix: string; readonly cursor?: string }): Promise<KeyList>;
}

/** Some of the keys; the others are listed from `cursor` on unless the list is complete. */
export interface KeyList {
  readonly keys: readonly { readonly name: string; readonly metadata?: unknown }[];
  readonly list_complete: boolean;
  readonly cursor?: string;
}
