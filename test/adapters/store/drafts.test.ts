import { mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { encode } from "../../../src/adapters/dataset/codec.ts";
import { filesEdition } from "../../../src/adapters/node/edition.ts";
import { fileStore } from "../../../src/adapters/store/file.ts";
import { draftedFileStore, draftFolder, fileDrafts } from "../../../src/adapters/store/file-drafts.ts";
import { kvStore } from "../../../src/adapters/store/kv.ts";
import { kvDrafts } from "../../../src/adapters/store/kv-drafts.ts";
import { editionStore } from "../../../src/adapters/worker/editions.ts";
import { prepareParts } from "../../../src/adapters/worker/prepare.ts";
import type { DataSet } from "../../../src/model/event.ts";
import type { DraftStore, EventStore } from "../../../src/ports.ts";
import { sampleDataSet, sampleEvent } from "../sample.ts";
import { type FakeKv, fakeKv } from "./fake-kv.ts";

const DAY = 24 * 3_600_000;
const blob = "d".repeat(40);

/** `data` with a draft on top that announces `title`. */
function drafted(data: DataSet, title: string): DataSet {
  const issue = "2026-01-07";
  const event = sampleEvent(999, { title, listings: [{ issue, number: null, line: 1, url: null, draft: true }] });
  const ref = { issue, number: null, file: `${issue}-this-week-in-rust.md`, blob, listings: 1, draft: true } as const;
  return { ...data, issues: [...data.issues, ref], events: [...data.events, event] };
}

interface Opened {
  readonly store: EventStore;
  readonly drafts: DraftStore;
  /** What is read with drafts, and without. */
  readonly reader: Pick<EventStore, "read" | "version">;
  readonly plain: Pick<EventStore, "read" | "version">;
  /** Time passes until all see what was written. */
  wait(): void;
}

let folder: string;
let path: string;
let kv: FakeKv;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "drafts-"));
  path = join(folder, "events.json");
  kv = fakeKv();
});
afterEach(() => rm(folder, { recursive: true }));

const log = { warn: () => undefined };
const now = () => kv.clock;
const prepare = (data: DataSet) => prepareParts(data, null, {});
const ASSETS = {
  version: async () => null,
  served: async () => null,
  times: async () => null,
  read: () => Promise.reject(new Error()),
  file: () => Promise.reject(new Error()),
};
const kvReader = (drafts: boolean) => {
  const ours = kv.connect();
  const get = (key: string, options: unknown) =>
    ours.get(key, (typeof options === "string" ? options : (options as { type: string }).type) as never);
  return editionStore({
    kv: { ...ours, get } as never,
    deployment: ASSETS,
    release: null,
    domain: "d",
    now,
    log,
    drafts,
  });
};

const STORES: Readonly<Record<string, () => Opened>> = {
  file: () => ({
    store: fileStore(path),
    drafts: fileDrafts(path),
    reader: draftedFileStore(path),
    plain: fileStore(path),
    wait: () => undefined,
  }),
  kv: () => ({
    store: kvStore(kv.connect(), { embedded: null, now, log, prepare }),
    drafts: kvDrafts(kv.connect(), { now, prepare }),
    reader: kvReader(true),
    plain: kvReader(false),
    wait: () => {
      kv.clock += 60_000;
    },
  }),
};

describe.each(Object.keys(STORES))("drafts beside a store: %s", (kind) => {
  const opened = () => (STORES[kind] as () => Opened)();
  const titles = async ({ wait }: Opened, from: Opened["reader"]) => {
    wait();
    const [version, { events, version: own }] = [await from.version(), await from.read()];
    expect(own).toBe(version);
    return events.slice(-1).map(({ title }) => title);
  };

  test("are read by who asks for them, and the stored data set stays as it is", async () => {
    const all = opened();
    const { store, drafts, reader, plain } = all;
    const base = await store.replace(sampleDataSet(3));
    const published = await titles(all, plain);
    expect(await titles(all, reader)).toEqual(published);
    expect(await drafts.of(base)).toBeNull();
    for (const title of ["Monday", "Tuesday", "Tuesday"]) {
      await drafts.replace(base, drafted(sampleDataSet(3), title));
      expect(await titles(all, reader)).toEqual([title]);
      expect(await drafts.of(base)).toMatchObject({ file: "2026-01-07-this-week-in-rust.md", blob });
    }
    expect(await titles(all, plain)).toEqual(published);
    expect(await store.version()).toBe(base);
    await drafts.replace(base, null);
    expect(await drafts.of(base)).toBeNull();
    expect(await titles(all, reader)).toEqual(published);
    await drafts.replace(base, null);
  });

  test("fall away with the version that they were made from", async () => {
    const all = opened();
    const { store, drafts, reader, plain } = all;
    const first = await store.replace(sampleDataSet(3));
    await drafts.replace(first, drafted(sampleDataSet(3), "Draft"));
    const second = await store.replace(sampleDataSet(4));
    expect(await titles(all, reader)).toEqual(await titles(all, plain));
    await drafts.replace(first, drafted(sampleDataSet(3), "Late"));
    expect(await titles(all, reader)).toEqual(await titles(all, plain));
    await drafts.replace(second, drafted(sampleDataSet(4), "Next"));
    expect(await titles(all, reader)).toEqual(["Next"]);
  });
});

describe("fileDrafts", () => {
  test("leaves one file, and nothing when there is no draft", async () => {
    const [store, drafts] = [fileStore(path), fileDrafts(path)];
    for (const count of [2, 3]) {
      const base = await store.replace(sampleDataSet(count));
      await drafts.replace(base, drafted(sampleDataSet(count), "Draft"));
      expect(await readdir(draftFolder(path))).toEqual([`${base}.json`]);
    }
    await drafts.replace((await store.version()) ?? "", null);
    expect(await readdir(folder)).toEqual(["events.json"]);
  });

  test("removes what it has written, not what somebody else has put there", async () => {
    const [store, drafts] = [fileStore(path), fileDrafts(path)];
    const precious = join(folder, "precious");
    await mkdir(precious);
    await symlink(precious, draftFolder(path));
    for (const name of ["package.json", "2026-01-07.json", "empty.json"]) await writeFile(join(precious, name), "{}");
    await mkdir(join(precious, "2026-01-07-0123456789abcdef-01234567.json"));
    const before = await readdir(precious);
    await drafts.replace(await store.replace(sampleDataSet(2)), drafted(sampleDataSet(2), "Draft"));
    expect(await readdir(precious)).toHaveLength(before.length + 1);
    await drafts.replace((await store.version()) ?? "", null);
    expect(await readdir(precious)).toEqual(before);
  });

  test("keeps to its folder, whatever the data set says of its version", async () => {
    const bytes = new TextDecoder().decode((await encode(sampleDataSet(2))).bytes);
    await writeFile(path, bytes.replace(/"version": "[^"]*"/, '"version": "../../planted"'));
    await writeFile(join(folder, "planted.json"), "{}");
    await mkdir(join(folder, "data"));
    const nested = join(folder, "data", "events.json");
    await rename(path, nested);
    await expect(draftedFileStore(nested).version()).resolves.toBe("../../planted");
  });

  test("shows by a look at files that a draft came, changed, and went", async () => {
    const [store, drafts] = [fileStore(path), fileDrafts(path)];
    const base = await store.replace(sampleDataSet(2));
    const look = filesEdition([path, draftFolder(path)], { today: () => "2025-01-01" });
    const seen = [look()];
    for (const title of ["A", "B"]) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await drafts.replace(base, drafted(sampleDataSet(2), title));
      seen.push(look());
    }
    await drafts.replace(base, null);
    expect(new Set([...seen, look()]).size).toBe(3);
    expect(look()).toBe(seen[0]);
  });

  test("a broken draft is not read; that something is amiss shows in the version", async () => {
    const base = await fileStore(path).replace(sampleDataSet(2));
    const reader = draftedFileStore(path);
    await mkdir(draftFolder(path));
    const { bytes } = await encode(drafted(sampleDataSet(2), "Draft"));
    for (const broken of [new Uint8Array(), bytes.subarray(0, -9), bytes.fill(32, 400, 401)]) {
      await writeFile(join(draftFolder(path), `${base}.json`), broken);
      expect((await reader.read()).version).toBe(base);
      expect(await reader.version()).not.toBe(base);
      expect(await fileDrafts(path).of(base)).toBeNull();
    }
  });
});

describe("kvDrafts", () => {
  const pair = () => (STORES.kv as () => Opened)();
  const keys = (prefix: string) => kv.keys().filter((key) => key.startsWith(prefix));

  test("keep what is shown, and what was shown before, when old versions are cleared away", async () => {
    const { drafts } = pair();
    const store = kvStore(kv.connect(), { embedded: null, now, log, prepare });
    const base = await store.replace(sampleDataSet(3));
    for (const title of ["A", "B", "C"]) {
      await drafts.replace(base, drafted(sampleDataSet(3), title));
      kv.clock += 2 * DAY;
    }
    expect(keys("data/")).toHaveLength(4);
    expect(await store.collect()).toBe(2);
    expect([keys("data/").length, keys("edition/").length, keys("draft/")]).toEqual([3, 3, [`draft/${base}`]]);
    const next = await store.replace(sampleDataSet(4));
    kv.clock += 2 * DAY;
    expect(await store.collect()).toBe(2 * 2 + 1);
    expect(keys("draft/")).toEqual([]);
    expect(keys("data/").sort()).toEqual([`data/${base}`, `data/${next}`].sort());
  });

  test("show what is published while the draft's data set is not visible", async () => {
    const { store, drafts, plain } = pair();
    const base = await store.replace(sampleDataSet(3));
    await drafts.replace(base, drafted(sampleDataSet(3), "Draft"));
    const { version } = JSON.parse((await kv.connect().get(`draft/${base}`, "text")) ?? "");
    kv.lag = (key) => (key.includes(version) ? 30_000 : 0);
    const reader = kvReader(true);
    expect((await reader.read()).version).toBe((await plain.read()).version);
    kv.clock += 60_000;
    expect((await reader.read()).events.at(-1)?.title).toBe("Draft");
  });
});
