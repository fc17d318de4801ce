import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { addDays } from "../../src/model/date.ts";
import { textOf } from "../../src/model/text-of.ts";
import type { FetchedIssue } from "../../src/pipeline.ts";
import { DataSetBroken, type IssueFile, Overtaken, SourceUnreachable } from "../../src/ports.ts";
import type { Pipeline } from "../../src/sync/take-in.ts";
import { sync } from "../../src/sync.ts";
import { name, onePerIssue, quiet, run, source, titles } from "./world.ts";

describe("sync", () => {
  test("builds the first data set, then adds new issues", async () => {
    const [store, pipeline] = [memoryStore(), onePerIssue()];
    await run({ "2025-01-01": "a", "2025-01-08": "b" }, store, pipeline);
    const report = await run({ "2025-01-01": "a", "2025-01-08": "b", "2025-01-15": "c" }, store, pipeline);
    expect(await titles(store)).toEqual(["a", "b", "c"]);
    expect(pipeline.runs).toEqual(["build 2", "add 1"]);
    expect(report.plan.kind).toBe("add");
    expect(report.before?.events).toHaveLength(2);
    expect(report.data?.events).toHaveLength(3);
  });

  test("adds new issues even if the source has no old ones", async () => {
    const [store, pipeline] = [memoryStore(), onePerIssue()];
    await run({ "2025-01-01": "a" }, store, pipeline);
    await run({ "2025-01-08": "b" }, store, pipeline);
    expect(await titles(store)).toEqual(["a", "b"]);
  });

  test("writes nothing and fetches nothing when nothing changed", async () => {
    const [store, pipeline] = [memoryStore(), onePerIssue()];
    const texts = { "2025-01-01": "a", "2025-01-08": "b" };
    await run(texts, store, pipeline);
    const refuse = () => Promise.reject(new Error("not needed"));
    const [frozen, shut] = [
      { ...store, replace: refuse },
      { ...source(texts), read: refuse },
    ];
    const report = await sync({ source: shut, store: frozen, pipeline, log: quiet() });
    expect(report.plan).toEqual({ kind: "nothing" });
    expect(pipeline.runs).toEqual(["build 2"]);
  });

  test.each([
    ["an edited issue", { "2025-01-01": "A", "2025-01-15": "c" }, ["A", "c"]],
    ["an issue older than the newest", { "2025-01-01": "a", "2025-01-08": "b", "2025-01-15": "c" }, ["a", "b", "c"]],
    ["an issue older than all", { "2024-12-25": "z", "2025-01-01": "a", "2025-01-15": "c" }, ["z", "a", "c"]],
  ])("rebuilds after %s, logs that, and keeps ids", async (_, texts, expected) => {
    const [store, pipeline, log] = [memoryStore(), onePerIssue(), quiet()];
    await run({ "2025-01-01": "a", "2025-01-15": "c" }, store, pipeline);
    const id = (await store.read()).events.find(({ start }) => start === "2025-01-15")?.id;
    await sync({ source: source(texts), store, pipeline, log });
    expect(await titles(store)).toEqual(expected);
    expect(pipeline.runs).toEqual(["build 2", `build ${expected.length}`]);
    expect((await store.read()).events.find(({ start }) => start === "2025-01-15")?.id).toBe(id);
    expect(log.said.join()).toMatch(/^rebuilding from all issues: 202\d-\d\d-\d\d-this-week-in-rust\.md (?:is|was) /);
  });

  test("adds new issues if older changes need issues that the source lacks, and reports that", async () => {
    const [store, pipeline] = [memoryStore(), onePerIssue()];
    await run({ "2025-01-01": "a", "2025-01-15": "c" }, store, pipeline);
    const report = await run({ "2025-01-08": "b", "2025-01-22": "d" }, store, pipeline);
    expect(report.left).toEqual({
      files: [name("2025-01-08")],
      because:
        "2025-01-08-this-week-in-rust.md is new, but older than the newest known issue; the source lacks 2 issues of the data set",
    });
    expect(await titles(store)).toEqual(["a", "c", "d"]);
    const before = await store.read();
    const again = await run({ "2025-01-08": "b", "2025-01-22": "d" }, store, pipeline);
    expect(again).toMatchObject({ plan: { kind: "nothing" }, left: { files: [name("2025-01-08")] }, settled: null });
    expect(await store.read()).toBe(before);
    await run({ "2025-01-08": "b", "2025-01-22": "d" }, store, pipeline, true);
    expect(await titles(store)).toEqual(["b", "d"]);
  });

  test("does not read the data set if nothing changed since the last run without changes", async () => {
    const [store, pipeline] = [memoryStore(), onePerIssue()];
    const texts = { "2025-01-01": "a", "2025-01-08": "b" };
    await run(texts, store, pipeline);
    const { settled } = await run(texts, store, pipeline);
    expect(settled).toMatch(/^[0-9a-f]{16}$/);
    const shut = { ...store, read: () => Promise.reject(new Error("not needed")) };
    const options = { store: shut, pipeline, log: quiet(), settled };
    expect(await sync({ ...options, source: source(texts) })).toMatchObject({ plan: { kind: "nothing" }, settled });
    const more = { ...texts, "2025-01-15": "c" };
    await expect(sync({ ...options, source: source(more) })).rejects.toThrow("not needed");
    await run(more, store, pipeline);
    await expect(sync({ ...options, source: source(texts) })).rejects.toThrow("not needed");
  });

  test("does not overwrite what another run stored in the meantime; the next run adds the rest", async () => {
    const [store, pipeline] = [memoryStore(), onePerIssue()];
    await run({ "2025-01-01": "a" }, store, pipeline);
    const slow = source({ "2025-01-01": "a", "2025-01-08": "b" });
    const read = async (file: IssueFile) => {
      await run({ "2025-01-01": "a", "2025-01-08": "b", "2025-01-15": "c" }, store, pipeline);
      return slow.read(file);
    };
    await expect(sync({ source: { ...slow, read }, store, pipeline, log: quiet() })).rejects.toThrow(Overtaken);
    expect(await titles(store)).toEqual(["a", "b", "c"]);
  });

  test("keeps the data set when an issue cannot be fetched or the write fails", async () => {
    const [store, pipeline] = [memoryStore(), onePerIssue()];
    await run({ "2025-01-01": "a" }, store, pipeline);
    const before = await store.read();
    const texts = { "2025-01-01": "a", "2025-01-08": "b", "2025-01-15": "c" };
    const gone = {
      ...source(texts),
      read: async ({ blob }: IssueFile) => {
        if (blob === "c") throw new SourceUnreachable("gone");
        return new TextEncoder().encode(blob);
      },
    };
    await expect(sync({ source: gone, store, pipeline, log: quiet() })).rejects.toThrow("gone");
    const full = { ...store, replace: () => Promise.reject(new Error("disk full")) };
    await expect(run(texts, full, pipeline)).rejects.toThrow("disk full");
    expect(await store.read()).toBe(before);
  });

  test("skips only the issues on which the pipeline fails", async () => {
    const whole = onePerIssue();
    const failsOn = (issues: readonly FetchedIssue[]) => {
      const bad = issues.find(({ text }) => textOf(text).startsWith("bad"));
      if (bad) throw new Error(`cannot do ${textOf(bad.text)}`);
    };
    const pipeline: Pipeline = {
      build(issues, known) {
        failsOn(issues);
        return whole.build(issues, known);
      },
      add(data, issues) {
        failsOn(issues);
        return whole.add(data, issues);
      },
    };
    const store = memoryStore();
    const texts = { "2025-01-01": "a", "2025-01-08": "bad b", "2025-01-15": "c", "2025-01-22": "bad d" };
    const report = await run(texts, store, pipeline);
    expect(await titles(store)).toEqual(["a", "", "c", ""]);
    expect(report.problems.map(({ rule, issue, message }) => `${issue} ${rule} ${message}`)).toEqual([
      `2025-01-08 issue-failed the program failed on ${name("2025-01-08")}, which is skipped: cannot do bad b`,
      `2025-01-22 issue-failed the program failed on ${name("2025-01-22")}, which is skipped: cannot do bad d`,
    ]);
    expect((await run(texts, store, pipeline)).plan.kind).toBe("nothing");
    await run({ ...texts, "2025-01-29": "bad e", "2025-02-05": "f" }, store, pipeline);
    expect(await titles(store)).toEqual(["a", "", "c", "", "", "f"]);
  });

  test("rebuilds a broken data set only on request", async () => {
    const broken = async () => Promise.reject(new DataSetBroken("events.json:7: is not valid JSON"));
    for (const part of ["read", "version"]) {
      const [whole, pipeline, log] = [memoryStore(), onePerIssue(), quiet()];
      await run({ "2025-01-01": "a" }, whole, pipeline);
      const options = { source: source({ "2025-01-01": "b" }), store: { ...whole, [part]: broken }, pipeline, log };
      await expect(sync(options)).rejects.toThrow(DataSetBroken);
      expect(await titles(whole)).toEqual(["a"]);
      await sync({ ...options, rebuild: true });
      expect(log.said).toEqual(["events.json:7: is not valid JSON; rebuilding without it"]);
      expect(await titles(whole)).toEqual(["b"]);
    }
  });

  test("ends with the same issues in whatever order they appear", async () => {
    const issues = Array.from({ length: 9 }, (_, week) => addDays("2025-01-01", 7 * week));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.subarray(issues), { maxLength: 5 }),
        fc.array(fc.constantFrom(...issues), { maxLength: 3 }),
        async (batches, edits) => {
          const [store, pipeline] = [memoryStore(), onePerIssue()];
          const texts: Record<string, string> = {};
          for (const batch of [...batches, issues]) {
            for (const issue of batch) texts[issue] ??= `text of ${issue}`;
            const edit = edits.pop();
            if (edit && texts[edit]) texts[edit] += " edited";
            await run(texts, store, pipeline);
          }
          expect(await titles(store)).toEqual(issues.map((issue) => texts[issue]));
        },
      ),
    );
  });
});
