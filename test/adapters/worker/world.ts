import { expect } from "vitest";
import { encode } from "../../../src/adapters/dataset/codec.ts";
import { type Embedded, kvStore } from "../../../src/adapters/store/kv.ts";
import { syncOnSchedule } from "../../../src/adapters/worker/scheduled.ts";
import { kvBook } from "../../../src/adapters/worker/state.ts";
import type { DataSet } from "../../../src/model/event.ts";
import type { EventStore, SyncState } from "../../../src/ports.ts";
import type { FakeGitHub } from "../source/fake-github.ts";
import { type FakeKv, fakeKv, type Hook } from "../store/fake-kv.ts";
import { built, deployed, gazetteer, overrides } from "./newsletter.ts";

const quiet = { info: () => undefined, warn: () => undefined, progress: () => undefined };

interface Reader {
  readonly store: EventStore;
  /** Deployed with a data set. */
  readonly hasSnapshot: boolean;
}

export interface RunOptions {
  /** Days of issues that are published however few events they list. */
  readonly publish?: readonly string[];
  readonly most?: number;
}

/** A Worker with its namespace, a newsletter that it follows, and readers that look at every step. */
export interface World {
  readonly kv: FakeKv;
  /** How many reads there were, and how many of them found nothing to read. */
  readonly reads: { whole: number; nothing: number };
  /** Puts issues into the newsletter's repository, or takes them away. */
  publish(texts: Readonly<Record<string, string>>): void;
  /** Deploys the program again, with a snapshot. */
  deploy(data: DataSet | null): void;
  /** One run of the scheduled sync; `before` each operation it may fail. */
  run(before?: Hook, options?: RunOptions): Promise<SyncState>;
  /** The state as `/health` shows it. */
  state(): Promise<SyncState | null>;
  /** What a new reader gets. */
  read(): Promise<DataSet>;
  /** Takes a look with all readers. */
  look(): Promise<void>;
}

export function openWorld(github: FakeGitHub): World {
  const kv = fakeKv();
  let embedded: Embedded | null = null;
  const whole = new Set<string>();
  const checked = new WeakSet<DataSet>();
  let readers: Reader[] = [];
  const options = () => ({ embedded, now: () => kv.clock, log: quiet });
  const reader = (): Reader => ({ store: kvStore(kv.connect(), options()), hasSnapshot: embedded !== null });

  /** Every pointer ever written leads to what was written before it. */
  function checkPointers() {
    for (const { value, at } of kv.writes.get("current") ?? []) {
      const { version } = JSON.parse(new TextDecoder().decode(value ?? undefined));
      for (const key of [`data/${version}`, `edition/${version}`])
        expect(kv.writes.get(key)?.some((write) => write.at <= at && write.value !== null)).toBe(true);
    }
  }

  async function check({ store, hasSnapshot }: Reader) {
    const data = await store.read().catch(() => null);
    if (data === null) {
      world.reads.nothing++;
      // Only without a fallback.
      expect(hasSnapshot).toBe(false);
      return;
    }
    world.reads.whole++;
    if (checked.has(data)) return;
    const { version } = await encode(data);
    expect(version).toBe(data.version);
    expect(whole.has(version) || kv.writes.has(`data/${version}`)).toBe(true);
    checked.add(data);
  }

  const world: World = {
    kv,
    reads: { whole: 0, nothing: 0 },
    publish(texts) {
      github.files = Object.fromEntries(Object.entries(texts).map(([name, text]) => [`content/${name}`, text]));
    },
    deploy(data) {
      embedded = data && deployed(data);
      if (data !== null) whole.add(data.version);
      readers = [...readers.slice(-2), reader()];
    },
    async run(before = () => undefined, { publish = [], most = 30 } = {}) {
      const connected = kv.connect(async (operation) => {
        await before(operation);
        await world.look();
      });
      const corrected = { ...overrides, publish: publish.map((issue) => ({ issue, reason: "It is whole." })) };
      return syncOnSchedule({
        ...options(),
        kv: connected,
        most,
        gazetteer: async () => gazetteer,
        overrides: corrected,
        prepare: ({ version }) => ({ "": new TextEncoder().encode(version) }),
        github: { repository: "o/r", api: github.url, raw: github.url, tries: 2, firstWaitMs: 1, tryMs: 150 },
      });
    },
    state: () => kvBook(kv.connect()).load(),
    read: () => reader().store.read(),
    async look() {
      checkPointers();
      for (const one of [...readers, reader()]) await check(one);
    },
  };
  return world;
}

/** A world in which the first `known` of the issues are deployed, and all are published. */
export async function following(
  github: FakeGitHub,
  texts: Readonly<Record<string, string>>,
  known: number,
): Promise<World> {
  const world = openWorld(github);
  world.deploy(await built(Object.fromEntries(Object.entries(texts).slice(0, known))));
  world.publish(texts);
  return world;
}
