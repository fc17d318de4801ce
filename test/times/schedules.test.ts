import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { OUTCOMES } from "../../src/model/times.ts";
import { type Counts, follow } from "./schedule/follow.ts";
import { schedule } from "./schedule/steps.ts";

const SCHEDULES = Number(process.env.N ?? 300);
const counts: Counts = new Map();

test(`in ${SCHEDULES} random schedules each event shows just what the last believed readings entitle it to`, async () => {
  await fc.assert(
    fc.asyncProperty(schedule, (one) => follow(one, counts)),
    { numRuns: SCHEDULES },
  );
  // What was tried is worth something only if all of it happened.
  const shown = ["time", "firstDay", "otherDay", "printedDay", "missing", "stale", "twice"];
  const outcomes = OUTCOMES.filter((outcome) => outcome !== "forbidden");
  for (const what of [...shown, ...outcomes])
    expect([what, counts.get(what) ?? 0 > 20]).toEqual([what, expect.any(Number)]);
}, 120_000);

afterAll(() => console.info(JSON.stringify(Object.fromEntries(counts))));
