import { expect, it } from "vitest";
import type { CallRecord } from "../../src/model/call.ts";
import { callsSince, withCalls } from "../../src/query/with-calls.ts";
import { sampleDataSet } from "../adapters/sample.ts";

it("each event that a call is of says when the call closes, and no other", () => {
  const data = sampleDataSet(3);
  const [first, second] = data.calls as [CallRecord, CallRecord];
  const { events } = withCalls({ ...data, calls: [first, { ...second, event: null }] });
  expect(events.map(({ call }) => call)).toEqual([
    { id: first.id, url: first.url, closes: first.closes, closesAt: null, rolling: false, extended: false },
    undefined,
    undefined,
  ]);
});

it("changes nothing where there are no calls", () => {
  const data = { ...sampleDataSet(3), calls: [] };
  expect(withCalls(data)).toBe(data);
});

it("calls matter as long as their conference is ahead", () => {
  const [call] = sampleDataSet(1).calls as [CallRecord];
  const old = { ...call, closes: "2025-01-01", lastListed: "2025-01-01" };
  expect(callsSince([{ ...old, end: "2025-06-01" }], "2025-06-01")).toHaveLength(1);
  expect(callsSince([{ ...old, end: "2025-06-01" }], "2025-06-02")).toEqual([]);
  expect(callsSince([{ ...old, end: null, closes: null }], "2025-01-02")).toEqual([]);
});
