import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createByteCache } from "../../src/http/cache.ts";
import { runs } from "../runs.ts";

describe("a byte cache", () => {
  test("keeps the most recently used entries", () => {
    const cache = createByteCache<string>(80);
    cache.set("a", "A", 5);
    expect(cache.get("a")).toBe("A");
    cache.set("b", "B", 5);
    cache.set("c", "C", 5);
    cache.set("d", "D", 5);
    expect([cache.get("a"), cache.get("b"), cache.get("c"), cache.get("d")]).toEqual(["A", undefined, "C", "D"]);
    cache.set("a", "A2", 6);
    expect(cache.get("a")).toBe("A2");
  });

  test("does not evict used entries for entries that are requested once", () => {
    const cache = createByteCache<string>(1_000);
    for (const key of ["a", "b", "c"]) cache.set(key, key, 30);
    for (const key of ["a", "b", "c"]) cache.get(key);
    for (let at = 0; at < 1_000; at++) cache.set(`once ${at}`, "", 90);
    expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual(["a", "b", "c"]);
  });

  test("can be filled by a single large entry", () => {
    const cache = createByteCache<string>(100);
    cache.set("huge", "H", 101);
    expect(cache.get("huge")).toBeUndefined();
    cache.set("small", "S", 5);
    cache.get("small");
    cache.set("large", "L", 100);
    expect([cache.get("large"), cache.get("small"), cache.get("large")]).toEqual(["L", undefined, "L"]);
  });

  test("never exceeds its size", () => {
    const key = fc.nat(12).map(String);
    const step = fc.record({ key, bytes: fc.nat(120), ask: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const cache = createByteCache<number>(100);
        for (const { key, bytes, ask } of steps) {
          if (ask) cache.get(key);
          else cache.set(key, bytes, bytes);
        }
        let held = 0;
        for (let at = 0; at <= 12; at++) held += cache.get(String(at)) ?? 0;
        return held <= 100;
      }),
      { numRuns: runs(2_000) },
    );
  });
});
