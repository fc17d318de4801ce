import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  answer,
  type FakeGitHub,
  fakeGitHub,
  hangUp,
  slow,
  status,
  type Trouble,
  truncated,
} from "../source/fake-github.ts";
import { built, edited, issuesOf, thinned } from "./newsletter.ts";
import { following, type World } from "./world.ts";

const HOUR = 3_600_000;
const texts = issuesOf(1, 9);
const names = Object.keys(texts);
const newest = names.at(-1) as string;
const first = (count: number) => Object.fromEntries(Object.entries(texts).slice(0, count));

let github: FakeGitHub;
let world: World;
beforeAll(async () => {
  github = await fakeGitHub({});
});
afterAll(() => github.close());
beforeEach(async () => {
  github.calm();
  github.requests.length = 0;
  world = await following(github, texts, 8);
});

/** The next runs, without faults, until there is nothing to do; then all is as if built from nothing. */
async function recovers(expected = texts) {
  github.calm();
  for (let run = 0; run < 3; run++) {
    world.kv.clock += 7 * HOUR;
    await world.run();
  }
  const state = await world.state();
  expect(state).toMatchObject({ outcome: "nothing", error: null, failingSince: null, held: [], left: null });
  expect(state?.newestIssue).toBe(newest.slice(0, 10));
  const data = await world.read();
  expect(data.version).toBe((await built(expected, data)).version);
  await world.look();
}

const FAULTS: Readonly<Record<string, Trouble>> = {
  "404": status(404),
  "403": status(403),
  "403, rate limit spent": status(403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "4000000000" }),
  "429": status(429, { "retry-after": "3600" }),
  "500": status(500),
  "304 that was not asked for": status(304),
  "no answer": hangUp,
  "an answer that never ends": slow,
  "a truncated body": truncated,
  "a garbled body": answer("<html>Oops</html>"),
  "another body": answer('{"truncated":false,"tree":[]}'),
  "a part of a listing": answer('{"truncated":true,"tree":[]}'),
};
const STEPS = ["/commits/", "/git/trees/", "/content/"];

describe("the newsletter's repository", () => {
  test.each(Object.keys(FAULTS).flatMap((fault) => STEPS.map((step) => ({ fault, step }))))(
    "fails with $fault at $step: the data stays, the state reports it, the next run catches up",
    async ({ fault, step }) => {
      const before = await world.read();
      github.trouble(step, ...Array.from({ length: 9 }, () => FAULTS[fault] as Trouble));
      const state = await world.run();
      expect(state).toMatchObject({ outcome: "failed", lastSuccess: null, failingSince: state.ended });
      expect(state.error?.name).toBe("SourceUnreachable");
      expect(state.error?.message).toMatch(new RegExp(`^${github.url}\\S*${step}`));
      expect(await world.state()).toEqual(state);
      expect(await world.read()).toBe(before);

      const again = github.requests.length;
      world.kv.clock += 1000;
      const second = await world.run();
      expect(second.failingSince).toBe(state.failingSince);
      if (state.notBefore !== null) expect([second.outcome, github.requests.length]).toEqual(["waited", again]);
      expect(state.notBefore !== null).toBe(fault.includes("429") || fault.includes("rate limit"));
      await recovers();
    },
  );

  test("responds with 304: nothing is fetched, read or written except for the state", async () => {
    await world.run();
    await world.run();
    github.requests.length = 0;
    const operations: string[] = [];
    const state = await world.run((operation) => void operations.push(operation));
    expect(state).toMatchObject({ outcome: "nothing", newestIssue: newest.slice(0, 10), took: [] });
    expect(github.requests).toEqual(["/repos/o/r/commits/HEAD -> 304"]);
    expect(operations.filter((operation) => /put|data/.test(operation))).toEqual([
      "put sync/begun",
      "put sync",
      "list data/",
    ]);
  });
});

describe("the namespace", () => {
  const operations = async () => {
    const all: string[] = [];
    const other = await following(github, texts, 8);
    await other.run((operation) => void all.push(operation));
    return all;
  };

  test.each(["fails", "is cut off, and so is the run,"])(
    "%s at any one operation: what was read stays whole, the next run has it all",
    async (how) => {
      for (const [at, operation] of (await operations()).entries()) {
        world = await following(github, texts, 8);
        let done = 0;
        const state = await world.run(() => {
          if (how === "fails" ? done++ === at : done++ >= at) throw new Error(`no ${at}`);
        });
        const data = await world.read();
        const told = await world.state();
        const switched = data.issues.length === 9;
        const key = operation.split(" ")[1];
        const harmless = /^sync|^listing|^list /.test(key ?? "") || operation.startsWith("list ");
        if (how === "fails" && !harmless) {
          // A reading of the pointer that fails does no harm where the deployed snapshot is all there is.
          if (state.outcome === "failed") expect(state.error?.message).toMatch(new RegExp(`^${key}: cannot be `));
          else expect(switched).toBe(true);
          expect(told).toEqual(state);
        }
        // A run that was cut off has begun and not ended.
        if (how !== "fails" && told !== null && told.ended === null) expect(told).toMatchObject({ outcome: null });
        if (how === "fails" && harmless) expect(switched).toBe(true);
        await recovers();
      }
    },
  );

  test("makes everything visible late", async () => {
    world.kv.lag = () => 60_000;
    expect((await world.run()).outcome).toBe("added");
    expect((await world.read()).issues).toHaveLength(8);
    world.kv.clock += 30_000;
    expect((await world.run()).outcome).toBe("added");
    world.kv.clock += 60_000;
    expect((await world.read()).issues).toHaveLength(9);
    world.kv.lag = () => 0;
    await recovers();
  });
});

describe("two runs at once", () => {
  test("do the same, or one is overtaken", async () => {
    const both = await Promise.all([world.run(), world.run()]);
    expect(both.map(({ outcome }) => outcome)).toEqual(["added", "added"]);
    await recovers();
    expect(world.kv.keys().filter((key) => key.startsWith("data/"))).toHaveLength(1);
  });

  test("do not replace a newer version with an older one", async () => {
    const thinner = first(8);
    const before = await world.read();
    world = await following(github, thinner, 7);
    let other: Promise<unknown> | null = null;
    const state = await world.run(async (operation) => {
      if (operation !== `put data/${before.version}` || other !== null) return;
      world.publish(texts);
      other = world.run();
      await other;
    });
    expect(other).not.toBeNull();
    expect(state).toMatchObject({ outcome: "overtaken", error: null });
    expect((await world.read()).issues).toHaveLength(9);
    await recovers();
  });
});

describe("an issue", () => {
  test("that was edited after publication is applied to the data set before it, and ids stay", async () => {
    await world.run();
    const before = await world.read();
    const now = { ...texts, [newest]: edited(texts[newest] as string, "anew") };
    world.publish(now);
    expect(await world.run()).toMatchObject({ outcome: "redone", took: [newest], left: null });
    const after = await world.read();
    expect(after.events.map(({ id }) => id).sort()).toEqual(before.events.map(({ id }) => id).sort());
    expect(after.events.filter(({ title }) => title.endsWith("anew")).length).toBeGreaterThan(0);
    await recovers(now);
  });

  test("that was edited and is older than the kept data sets is reported, and does not block others", async () => {
    const old = names[2] as string;
    world.publish({ ...texts, [old]: edited(texts[old] as string, "anew") });
    const most = 4;
    expect(await world.run(undefined, { most })).toMatchObject({
      outcome: "added",
      took: [newest],
      left: { files: [old] },
    });
    const state = await world.run(undefined, { most });
    expect(state).toMatchObject({ outcome: "left", error: null, left: { files: [old] } });
    expect(state.left?.because).toBe(
      `${old} was edited; a rebuild needs 9 issues, but the limit here is 4: sync elsewhere, and deploy the result`,
    );
    expect((await world.read()).version).toBe((await built(texts)).version);
    // A deployment with a data set that has it ends that.
    const now = { ...texts, [old]: edited(texts[old] as string, "anew") };
    world.deploy(await built(now, await world.read()));
    await recovers(now);
  });

  test("that lists almost nothing is held back and reported, until it is complete or an override publishes it", async () => {
    const thin = { ...texts, [newest]: thinned(texts[newest] as string) };
    world.publish(thin);
    for (let run = 0; run < 2; run++) {
      const state = await world.run();
      expect(state).toMatchObject({ outcome: "held", held: [{ file: newest, listings: 0 }] });
      expect(state.held[0]?.usual).toBeGreaterThan(5);
      expect((await world.read()).issues).toHaveLength(8);
    }
    expect(await world.run(undefined, { publish: [newest.slice(0, 10)] })).toMatchObject({
      outcome: "added",
      held: [],
    });
    await recovers(thin);
    world.publish(texts);
    expect(await world.run()).toMatchObject({ outcome: "redone", took: [newest] });
    await recovers();
  });
});
