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

  test("takes in anew only what came after the edited issue; ids stay", async () => {
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

  test("builds anew from all when nothing is kept from before, or takes in the others and says that it is too much", async () => {
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

  test("does without what is kept when the source has lost an issue since", async () => {
    const { store, pipeline, log } = await filled();
    const { "2025-01-15": _, ...rest } = weekly;
    const { plan, left } = await sync({ source: source({ ...rest, "2025-01-08": "B" }), store, pipeline, log });
    expect(plan.kind).toBe("nothing");
    expect(left?.because).toMatch(/^2025-01-08-\S+ was edited; the source lacks 1 issue of/);
    expect(await titles(store)).toEqual(["a", "b", "c"]);
  });
});

test("takes in so many new issues at most, and the others with the next runs", async () => {
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

  test("holds back a new issue of two, and takes in those before it", async () => {
    const { store, pipeline } = await filled();
    const texts = { ...usual, "2025-03-01": "v w x y z", "2025-03-08": "y z" };
    const report = await run(texts, store, pipeline);
    expect(report.held).toMatchObject([{ ref: { issue: "2025-03-08", listings: 2 }, usual: 5 }]);
    expect((await titles(store)).slice(-2)).toEqual(["v w x y 5", "v w x y z"]);
    expect((await run(texts, store, pipeline)).held).toHaveLength(1);
    expect((await run({ ...texts, "2025-03-15": "v w x y z" }, store, pipeline)).held).toEqual([]);
    expect((await titles(store)).slice(-3)).toEqual(["v w x y z", "y z", "v w x y z"]);
  });

  test("publishes it when that is said to be right", async () => {
    const { store, pipeline } = await filled();
    const texts = { ...usual, "2025-03-08": "y z" };
    const report = await run(texts, store, { ...pipeline, publish: new Set(["2025-03-08"]) });
    expect(report.held).toEqual([]);
    expect((await titles(store)).at(-1)).toBe("y z");
  });

  test("keeps a published issue as it was when little is left of it", async () => {
    const { store, pipeline } = await filled();
    const before = await store.read();
    const report = await run({ ...usual, "2025-02-05": "y z" }, store, pipeline);
    expect(report.held).toMatchObject([{ ref: { issue: "2025-02-05" } }]);
    expect(await store.read()).toBe(before);
  });

  test("leaves an edited one before it, too, whose successor's old text is not to be had, until all is well", async () => {
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

  test("takes all as it is when a build from nothing is asked for", async () => {
    const { store, pipeline } = await filled();
    await run({ ...usual, "2025-03-08": "y z" }, store, pipeline, true);
    expect((await titles(store)).at(-1)).toBe("y z");
  });
});
