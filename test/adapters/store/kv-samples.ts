import { encode } from "../../../src/adapters/dataset/codec.ts";
import { type Embedded, type KvOptions, kvStore } from "../../../src/adapters/store/kv.ts";
import type { DataSet } from "../../../src/model/event.ts";
import { sampleDataSet } from "../sample.ts";
import type { FakeKv, Hook } from "./fake-kv.ts";

/** A data set whose newest issue is number `count`, other for another `mark`. */
export const data = (count: number, mark = ""): DataSet => ({ ...sampleDataSet(count), attribution: `Events ${mark}` });
export const versionOf = async (count: number, mark?: string) => (await encode(data(count, mark))).version;

export async function deployed(count: number, mark = ""): Promise<Embedded> {
  const version = await versionOf(count, mark);
  return { version, read: async () => ({ ...data(count, mark), version }) };
}

/** A store over a namespace; what it warns of is added to `said`. */
export const open = (kv: FakeKv, options: Partial<KvOptions> & { before?: Hook; said?: string[] } = {}) =>
  kvStore(kv.connect(options.before), {
    embedded: null,
    now: () => kv.clock,
    log: { warn: (message) => options.said?.push(message) },
    ...options,
  });

/** The pointer without its digest. */
export function pointer(kv: FakeKv) {
  const { sum: _, ...told } = JSON.parse(
    new TextDecoder().decode(kv.writes.get("current")?.at(-1)?.value ?? undefined),
  );
  return told;
}

export const down = () => {
  throw new Error("503");
};
