import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { OUTCOMES } from "../../src/model/times.ts";
import { FEW, runs } from "../runs.ts";
import { cases } from "./schedule/cases.ts";
import { type Counts, follow } from "./schedule/follow.ts";
import { schedule } from "./schedule/steps.ts";

const SCHEDULES = runs(300);
const counts: Counts = new Map();

test(`each event shows exactly what the last believed readings allow, in ${SCHEDULES} random schedules`, async () => {
  await fc.assert(
    fc.asyncProperty(schedule, (one) => follow(one, counts)),
    { numRuns: SCHEDULES, examples: cases },
  );
  // What was tried is worth something only if all of it happened; few schedules are for what fails at once.
  if (FEW) return;
  const shown = ["time", "firstDay", "otherDay", "printedDay", "missing", "stale", "twice"];
  const outcomes = OUTCOMES.filter((outcome) => outcome !== "forbidden");
  expect([...shown, ...outcomes].filter((what) => !counts.has(what))).toEqual([]);
}, 240_000);

afterAll(() => console.info(JSON.stringify(Object.fromEntries(counts))));
