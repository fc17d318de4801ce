import { afterAll, beforeAll, expect, test } from "vitest";
import { type KvOptions, kvStore } from "../../../src/adapters/store/kv.ts";
import { kvDrafts } from "../../../src/adapters/store/kv-drafts.ts";
import { wantsDrafts } from "../../../src/adapters/worker/bindings.ts";
import { syncOnSchedule } from "../../../src/adapters/worker/scheduled.ts";
import { type FakeGitHub, fakeGitHub } from "../source/fake-github.ts";
import { fakeKv } from "../store/fake-kv.ts";
import { built, deployed, gazetteer, issuesOf, overrides } from "./newsletter.ts";

const texts = issuesOf(1, 6);
const names = Object.keys(texts);
const HOUR = 3_600_000;

let github: FakeGitHub;
beforeAll(async () => {
  github = await fakeGitHub({});
});
afterAll(() => github.close());

const contents = (count: number) =>
  Object.fromEntries(names.slice(0, count).map((name) => [`content/${name}`, texts[name] ?? ""]));
const draft = (count: number) => ({ [`draft/${names[count]}`]: texts[names[count] ?? ""] ?? "" });

/** A namespace and its hourly sync, with drafts and without. */
async function scheduled(drafts: boolean) {
  const kv = fakeKv();
  const embedded = deployed(await built(Object.fromEntries(Object.entries(texts).slice(0, 4))));
  const log = { info: () => undefined, warn: () => undefined, progress: () => undefined };
  const prepare: NonNullable<KvOptions["prepare"]> = ({ version }) => ({ "": new TextEncoder().encode(version) });
  const options = { embedded, now: () => kv.clock, log, prepare };
  return {
    kv,
    async run() {
      kv.clock += HOUR;
      return syncOnSchedule({
        ...options,
        kv: kv.connect(),
        gazetteer: async () => gazetteer,
        overrides,
        github: { repository: "o/r", api: github.url, raw: github.url, tries: 2, firstWaitMs: 1 },
        drafts,
      });
    },
    version: () => kvStore(kv.connect(), options).version(),
    of: async () => kvDrafts(kv.connect(), options).of((await kvStore(kv.connect(), options).version()) ?? ""),
  };
}

test.each([
  ["yes", true],
  ["TRUE", true],
  ["1", true],
  ["no", false],
  ["", false],
  [undefined, false],
])("DRAFT=%s enables drafts: %s", (value, wanted) => {
  expect(wantsDrafts(value === undefined ? {} : { DRAFT: value })).toBe(wanted);
});

test("the scheduled sync stores the draft of the next issue separately, and publishes the same without it", async () => {
  const [asked, plain] = [await scheduled(true), await scheduled(false)];
  for (const [published, drafted] of [
    [4, 4],
    [4, 5],
    [5, 5],
    [5, 5],
    [6, null],
  ] as const) {
    github.files = { ...contents(published), ...(drafted === null ? {} : draft(drafted)) };
    const states = [await asked.run(), await plain.run()];
    for (const { error, newestIssue, outcome } of states) {
      expect([error, outcome]).toEqual([null, states[0]?.outcome]);
      expect(newestIssue ?? names[3]?.slice(0, 10)).toBe(names[published - 1]?.slice(0, 10));
    }
    expect(await asked.version()).toBe(await plain.version());
    expect((await asked.of())?.file ?? null).toBe(drafted === null ? null : names[drafted]);
    expect(await plain.of()).toBeNull();
  }
  const shared = asked.kv.keys().filter((key) => plain.kv.keys().includes(key));
  expect(plain.kv.keys().filter((key) => !shared.includes(key))).toEqual([]);
});
