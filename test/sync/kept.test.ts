import { describe, expect, test } from "vitest";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { addDays } from "../../src/model/date.ts";
import { sync } from "../../src/sync.ts";
import { keepingStore, onePerIssue, quiet, run, source, titles } from "./world.ts";

describe("with a store that keeps older data sets", () => {
  const weekly = { "2025-01-01": "a", "2025-01-08": "b", "2025-01-15": "c" };
  const filled = async () => {
    const [store, pipeline] = [keepingStore(), onePerIssue()];
    await run({ "2025-01-01": "a" }, store, pipeline);
    await run({ "2025-01-01": "a", "2025-01-08": "b" }, store, pipeline);
    await run(weekly, store, pipeline);
    pipeline.runs.length = 0;
    return { store, pipeline, log: quiet() };
  };

  test("processes only issues since the edited one again, and keeps ids", async () => {
    const { store, pipeline, log } = await filled();
    const ids = (await store.read()).events.map(({ id }) => id);
    const options = { source: source({ ...weekly, "2025-01-08": "B" }), store, pipeline, log, most: 2 };
    const { plan } = await sync(options);
    expect(plan).toMatchObject({ kind: "redo", since: "2025-01-08" });
    expect(pipeline.runs).toEqual(["add 2"]);
    expect(await titles(store)).toEqual(["a", "B", "c"]);
    expect((await store.read()).events.map(({ id }) => id)).toEqual(ids);
    expect(log.said.join()).toMatch(/^rebuilding from 2 issues: 2025-01-08-this-week-in-rust\.md was edited$/);
  });

  test("rebuilds from all issues without an older data set, or adds the others and reports the limit", async () => {
    const { store, pipeline, log } = await filled();
    const texts = { ...weekly, "2025-01-01": "A", "2025-01-15": "C", "2025-01-22": "d" };
    const options = { source: source(texts), store, pipeline, log };
    const { plan, left } = await sync({ ...options, most: 3 });
    expect(plan).toMatchObject({ kind: "redo", since: "2025-01-15" });
    expect(left).toEqual({
      files: ["2025-01-01-this-week-in-rust.md"],
      because:
        "2025-01-01-this-week-in-rust.md was edited; a rebuild needs 4 issues, but the limit here is 3: sync elsewhere, and deploy the result",
    });
    expect(await titles(store)).toEqual(["a", "b", "C", "d"]);
    expect((await sync({ ...options, most: 3 })).plan.kind).toBe("nothing");
    expect((await sync(options)).plan.kind).toBe("rebuild");
    expect(await titles(store)).toEqual(["A", "b", "C", "d"]);
  });

  test("does not use an older data set if the source has lost an issue since", async () => {
    const { store, pipeline, log } = await filled();
    const { "2025-01-15": _, ...rest } = weekly;
    const { plan, left } = await sync({ source: source({ ...rest, "2025-01-08": "B" }), store, pipeline, log });
    expect(plan.kind).toBe("nothing");
    expect(left?.because).toMatch(/^2025-01-08-\S+ was edited; the source lacks 1 issue of/);
    expect(await titles(store)).toEqual(["a", "b", "c"]);
  });
});

test("adds at most the given number of new issues, and the others in the next runs", async () => {
  const [store, pipeline] = [memoryStore(), onePerIssue()];
  await run({ "2025-01-01": "a" }, store, pipeline);
  const texts = { "2025-01-01": "a", "2025-01-08": "b", "2025-01-15": "c", "2025-01-22": "d" };
  for (const expected of [
    ["a", "b", "c"],
    ["a", "b", "c", "d"],
  ]) {
    await sync({ source: source(texts), store, pipeline, log: quiet(), most: 2 });
    expect(await titles(store)).toEqual(expected);
  }
});

describe("with issues of five listings", () => {
  const usual = Object.fromEntries(
    Array.from({ length: 6 }, (_, week) => [addDays("2025-01-01", 7 * week), `v w x y ${week}`]),
  );
  const filled = async () => {
    const [store, pipeline] = [memoryStore(), onePerIssue()];
    await run(usual, store, pipeline);
    return { store, pipeline };
  };

  test("holds back a new issue with two listings, and adds those before it", async () => {
    const { store, pipeline } = await filled();
    const texts = { ...usual, "2025-03-01": "v w x y z", "2025-03-08": "y z" };
    const report = await run(texts, store, pipeline);
    expect(report.held).toMatchObject([{ ref: { issue: "2025-03-08", listings: 2 }, usual: 5 }]);
    expect((await titles(store)).slice(-2)).toEqual(["v w x y 5", "v w x y z"]);
    expect((await run(texts, store, pipeline)).held).toHaveLength(1);
    expect((await run({ ...texts, "2025-03-15": "v w x y z" }, store, pipeline)).held).toEqual([]);
    expect((await titles(store)).slice(-3)).toEqual(["v w x y z", "y z", "v w x y z"]);
  });

  test("publishes it when an override lists it", async () => {
    const { store, pipeline } = await filled();
    const texts = { ...usual, "2025-03-08": "y z" };
    const report = await run(texts, store, { ...pipeline, publish: new Set(["2025-03-08"]) });
    expect(report.held).toEqual([]);
    expect((await titles(store)).at(-1)).toBe("y z");
  });

  test("keeps the old version of a published issue when most listings are removed", async () => {
    const { store, pipeline } = await filled();
    const before = await store.read();
    const report = await run({ ...usual, "2025-02-05": "y z" }, store, pipeline);
    expect(report.held).toMatchObject([{ ref: { issue: "2025-02-05" } }]);
    expect(await store.read()).toBe(before);
  });

  test("leaves out an edited issue while the old text of its held-back successor is unavailable", async () => {
    const [store, pipeline] = [keepingStore(), onePerIssue()];
    for (let weeks = 1; weeks <= 6; weeks++)
      await run(Object.fromEntries(Object.entries(usual).slice(0, weeks)), store, pipeline);
    const texts = { ...usual, "2025-01-29": "V W X Y 4", "2025-02-05": "y z" };
    const report = await run(texts, store, pipeline);
    expect(report.held).toMatchObject([{ ref: { issue: "2025-02-05" } }]);
    expect(report.left?.files).toEqual(["2025-01-29-this-week-in-rust.md"]);
    expect((await titles(store)).slice(-2)).toEqual(["v w x y 4", "v w x y 5"]);
    await run({ ...texts, "2025-02-12": "v w x y 6" }, store, pipeline);
    expect((await titles(store)).slice(-3)).toEqual(["V W X Y 4", "y z", "v w x y 6"]);
  });

  test("holds back nothing in a requested rebuild", async () => {
    const { store, pipeline } = await filled();
    await run({ ...usual, "2025-03-08": "y z" }, store, pipeline, true);
    expect((await titles(store)).at(-1)).toBe("y z");
  });
});
