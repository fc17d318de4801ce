import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DataSet, EventRecord } from "../../../src/model/event.ts";
import type { SyncState } from "../../../src/ports.ts";
import { createRandom } from "../../generate/random.ts";
import { answer, type FakeGitHub, fakeGitHub, hangUp, status, type Trouble, truncated } from "../source/fake-github.ts";
import type { Hook } from "../store/fake-kv.ts";
import { blobOf, built, edited, issuesOf, thinned } from "./newsletter.ts";
import { openWorld, type World } from "./world.ts";

const SCHEDULES = 200;
const ISSUES = 16;
const MINUTE = 60_000;
/** Each is worked out once. */
const ARCHIVES = [1, 2, 3].map((seed) => Object.entries(issuesOf(seed, ISSUES)));

const TROUBLES: readonly Trouble[] = [
  status(404),
  status(403),
  status(403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "4000000000" }),
  status(429, { "retry-after": "3600" }),
  status(500),
  status(304),
  hangUp,
  truncated,
  answer("<html>Oops</html>"),
];

/** What may happen to the namespace in one run: the operation number `at` fails, or it and all after it. */
const fault = fc.record({ how: fc.constantFrom("well", "fails", "cut"), at: fc.nat(24), pauseMs: fc.nat(20_000) });
type Fault = typeof fault extends fc.Arbitrary<infer T> ? T : never;

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("publish" as const), thin: fc.constantFrom(false, false, true) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("edit" as const), back: fc.constantFrom(0, 0, 0, 1, 1, 2, 4, 8) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("mend" as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("trouble" as const),
      part: fc.constantFrom("/commits/", "/git/trees/", "/content/"),
      which: fc.nat(TROUBLES.length - 1),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: fc.constantFrom(5_000, 70_000, 4e6, 9e7) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("deploy" as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("race" as const), at: fc.nat(12), slow: fault, fast: fault }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("run" as const), runs: fc.array(fault, { minLength: 1, maxLength: 2 }) }),
  },
);

const schedule = fc.record({
  archive: fc.nat(ARCHIVES.length - 1),
  deployed: fc.boolean(),
  known: fc.integer({ min: 4, max: 7 }),
  most: fc.constantFrom(5, 8, 30),
  lag: fc.constantFrom(0, 60_000),
  chance: fc.integer(),
  /** So many issues come out and are taken in before. */
  quiet: fc.nat(4),
  steps: fc.array(step, { minLength: 2, maxLength: 12 }),
});
type Schedule = typeof schedule extends fc.Arbitrary<infer T> ? T : never;

let github: FakeGitHub;
beforeAll(async () => {
  github = await fakeGitHub({});
});
afterAll(() => github.close());

const counts = { runs: 0, outcomes: new Map<string, number>(), reads: 0, nothing: 0, left: 0, scratch: 0 };

test(`after ${SCHEDULES} random schedules of faults the result equals a rebuild, and no reader saw a mixture`, async () => {
  await fc.assert(fc.asyncProperty(schedule, follow), { numRuns: SCHEDULES });
  // What was tried is worth something only if all of it happened.
  expect([...counts.outcomes.keys()].sort()).toEqual(
    ["added", "failed", "held", "left", "nothing", "overtaken", "rebuilt", "redone", "waited"].sort(),
  );
  expect(counts.reads).toBeGreaterThan(10_000);
  expect(counts.scratch).toBeGreaterThan(SCHEDULES / 10);
}, 300_000);

async function follow({ archive, deployed, known, most, lag, chance, quiet, steps }: Schedule): Promise<void> {
  github.calm();
  const world = openWorld(github);
  const random = createRandom(chance);
  const all = ARCHIVES[archive] as (typeof ARCHIVES)[number];
  const texts: Record<string, string> = Object.fromEntries(all.slice(0, known));
  const ever = new Map(Object.values(texts).map((text) => [blobOf(text), text]));
  const set = (name: string, text: string) => {
    texts[name] = text;
    ever.set(blobOf(text), text);
    world.publish(texts);
  };
  world.publish(texts);
  world.deploy(deployed ? await built(texts) : null);
  world.kv.lag = () => random.int(0, lag);
  let straight = true;

  const publish = (thin = false) => {
    const [name, text] = all[Object.keys(texts).length] ?? [];
    if (name && text) set(name, thin ? thinned(text) : text);
  };
  for (let week = 0; week < quiet; week++) {
    publish();
    count(await world.run(undefined, { most }));
    world.kv.clock += 2 * MINUTE;
  }
  for (const [number, step] of steps.entries()) {
    const names = Object.keys(texts);
    if (step.kind === "publish") {
      publish(step.thin);
    } else if (step.kind === "edit") {
      const name = names.at(-1 - (step.back % names.length)) as string;
      set(name, edited(texts[name] as string, `v${number}`));
      straight = false;
    } else if (step.kind === "mend") {
      for (const [name, text] of all) if (name in texts && texts[name] === thinned(text)) set(name, text);
      straight = false;
    } else if (step.kind === "trouble") {
      github.trouble(step.part, ...Array.from({ length: step.times }, () => TROUBLES[step.which] as Trouble));
    } else if (step.kind === "wait") {
      world.kv.clock += step.ms;
    } else if (step.kind === "deploy") {
      world.deploy(await built(texts, await world.read().catch(() => null)));
      straight = false;
    } else if (step.kind === "race") {
      // Another issue is published, and another run adds it, during a run.
      const hook = hookOf(world, step.slow);
      let done = 0;
      publish();
      const state = await world.run(
        async (operation) => {
          if (done++ === step.at) {
            publish();
            count(await world.run(hookOf(world, step.fast), { most }));
          }
          await hook(operation);
        },
        { most },
      );
      count(state);
    } else {
      const states = await Promise.all(step.runs.map((fault) => world.run(hookOf(world, fault), { most })));
      for (const state of states) count(state);
    }
    await world.look();
  }
  await recover(world, most);
  await checkEnd(world, texts, ever, straight);
  counts.reads += world.reads.whole;
  counts.nothing += world.reads.nothing;
}

function hookOf({ kv }: World, { how, at, pauseMs }: Fault): Hook {
  let done = 0;
  return async () => {
    kv.clock += pauseMs;
    await new Promise((resolve) => setImmediate(resolve));
    const fails = how === "fails" ? done === at : how === "cut" && done >= at;
    done += 1;
    if (fails) throw new Error(how);
  };
}

function count(state: SyncState) {
  counts.runs++;
  const outcome = String(state.outcome);
  counts.outcomes.set(outcome, (counts.outcomes.get(outcome) ?? 0) + 1);
  expect(state.error !== null).toBe(outcome === "failed" || (outcome === "waited" && state.failingSince !== null));
  if (outcome === "failed") expect(state.failingSince).not.toBeNull();
}

async function recover(world: World, most: number): Promise<void> {
  github.calm();
  world.kv.clock += 7 * 60 * MINUTE;
  world.kv.lag = () => 0;
  for (let run = 0; run < 8; run++) {
    const state = await world.run(undefined, { most });
    count(state);
    if (["nothing", "held", "left"].includes(state.outcome ?? "")) return;
    world.kv.clock += 2 * MINUTE;
  }
  throw new Error(`never ends: ${JSON.stringify(await world.state())}`);
}

async function checkEnd(
  world: World,
  texts: Readonly<Record<string, string>>,
  ever: ReadonlyMap<string, string>,
  straight: boolean,
): Promise<void> {
  const [data, state] = [await world.read(), await world.state()];
  const told = new Set([...(state?.held.map(({ file }) => file) ?? []), ...(state?.left?.files ?? [])]);
  const has = new Map(data.issues.map(({ file, blob }) => [file, blob]));
  const absent = Object.keys(texts).filter((name) => has.get(name) !== blobOf(texts[name] as string));
  expect([...told].sort()).toEqual(absent.sort());
  counts.left += absent.length;

  const taken = Object.fromEntries(data.issues.map(({ file, blob }) => [file, ever.get(blob) as string]));
  const scratch = await built(taken);
  expect(data.version).toBe((await built(taken, data)).version);
  expect(data.events.map(apartFromIds).sort()).toEqual(scratch.events.map(apartFromIds).sort());
  expect({ ...data, version: "", events: [] } satisfies DataSet).toEqual({ ...scratch, version: "", events: [] });
  if (!straight) return;
  expect(data.version).toBe(scratch.version);
  counts.scratch++;
}

/** Ids, revisions and their days depend on the order of runs; everything else must equal a rebuild. */
function apartFromIds({ id: _, revision: _revision, updated: _updated, ...event }: EventRecord): string {
  return JSON.stringify(event);
}

afterAll(() => console.info(JSON.stringify({ ...counts, outcomes: Object.fromEntries(counts.outcomes) })));
