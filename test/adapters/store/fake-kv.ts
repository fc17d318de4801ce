import type { KeyList, KeyValues } from "../../../src/adapters/store/key-values.ts";

/** One operation on a namespace, before it is done: `get current`. */
export type Hook = (operation: string) => void | Promise<void>;

interface Write {
  /** Null: deleted. */
  readonly value: Uint8Array | null;
  readonly metadata: unknown;
  readonly at: number;
}

/** A namespace in memory, with a clock of its own. */
export interface FakeKv {
  /** Milliseconds since 1970. */
  clock: number;
  /** Age of the view that each read of a key gets, in milliseconds. Default: 0. */
  lag: (key: string) => number;
  /** All that was ever written, by key. */
  readonly writes: ReadonlyMap<string, readonly Write[]>;
  /** A connection to it: `before` is called before each operation, and makes it fail when it throws. */
  connect(before?: Hook): KeyValues;
  keys(): readonly string[];
}

/** As a Workers KV namespace: values are written whole, and others see them after up to a minute, in any order. */
export function fakeKv(): FakeKv {
  const writes = new Map<string, Write[]>();
  const seen = (key: string): Write | undefined => {
    const until = kv.clock - kv.lag(key);
    return writes.get(key)?.findLast(({ at }) => at <= until);
  };
  const write = (key: string, value: Uint8Array | null, metadata: unknown) => {
    const all = writes.get(key) ?? [];
    all.push({ value, metadata, at: kv.clock });
    writes.set(key, all);
  };
  const kv: FakeKv = {
    clock: Date.parse("2025-01-01T00:00:00Z"),
    lag: () => 0,
    writes,
    connect(before = () => undefined) {
      async function get(key: string, type: "text" | "arrayBuffer"): Promise<never> {
        await before(`get ${key}`);
        const value = seen(key)?.value ?? null;
        if (value === null) return null as never;
        return (type === "text" ? new TextDecoder().decode(value) : value.slice().buffer) as never;
      }
      return {
        get,
        async put(key, value, options) {
          await before(`put ${key}`);
          write(key, typeof value === "string" ? new TextEncoder().encode(value) : value.slice(), options?.metadata);
        },
        async delete(key) {
          await before(`delete ${key}`);
          write(key, null, undefined);
        },
        async list({ prefix, cursor }): Promise<KeyList> {
          await before(`list ${prefix}`);
          const names = [...writes.keys()].filter(
            (key) => key.startsWith(prefix) && (seen(key)?.value ?? null) !== null,
          );
          const rest = names.sort().filter((name) => cursor === undefined || name > cursor);
          const page = rest.slice(0, 3);
          const keys = page.map((name) => ({ name, metadata: seen(name)?.metadata }));
          if (rest.length <= page.length) return { keys, list_complete: true };
          return { keys, list_complete: false, cursor: page.at(-1) ?? "" };
        },
      } satisfies KeyValues;
    },
    keys: () =>
      [...writes]
        .filter(([, all]) => all.at(-1)?.value !== null)
        .map(([key]) => key)
        .sort(),
  };
  return kv;
}
