import fc from "fast-check";
import type { Answered } from "../../../src/times/ask.ts";

const which = fc.nat(8);

/** What an organiser may do to an evening of theirs. */
const change = fc.record({
  kind: fc.constant("change" as const),
  which,
  what: fc.oneof(
    fc.record({ hour: fc.constantFrom(0, 1, 8, 12, 18, 19, 20, 23) }),
    fc.record({ minutes: fc.constantFrom(null, 0, -60, 90, 120, 300, 26 * 60) }),
    fc.constant({ hour: 0, minutes: 24 * 60 }),
    fc.record({ move: fc.constantFrom(-9, -2, -1, 1, 1, 2, 7, 30) }),
    fc.record({ swap: fc.constant(true) }),
    fc.record({ gone: fc.constantFrom(true, true, false) }),
    fc.record({ status: fc.constantFrom(null, "cancelled" as const, "postponed" as const) }),
  ),
});

/**
 * What happens to a whole group on Meetup: other evenings in the morning of the day before, on or after one of its own; another
 * name.
 */
const group = fc.record({
  kind: fc.constant("group" as const),
  which: fc.nat(3),
  others: fc.constantFrom(0, 1, 2, 9, 9, 10),
  shift: fc.constantFrom(-1, -1, -1, 0, 20),
  renamed: fc.boolean(),
});

/** What the editors of the newsletter may learn. */
const news = fc.record({
  which,
  what: fc.constantFrom("as planned", "as planned", "title", "cancelled", "shown", "hidden", "day after"),
});

/** What a host may answer in the next run instead of a calendar. */
export const FAULTS = [
  "404",
  "403 private",
  "403",
  "429",
  "500",
  "page",
  "cut",
  "hang up",
  "endless",
  "empty",
  "robots",
] as const;

export type Fault = (typeof FAULTS)[number];

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("wait" as const),
      hours: fc.constantFrom<number>(1, 19, 20, 21, 24, 48, 120, 370),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("clock" as const), days: fc.constantFrom<number>(0, 0, 0, 5, 40) }),
  },
  { weight: 8, arbitrary: change },
  { weight: 3, arbitrary: group },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("fault" as const), which, how: fc.constantFrom(...FAULTS) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("issue" as const), news: fc.array(news, { maxLength: 3 }) }) },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant("run" as const),
      hours: fc.constantFrom<number>(0, 1, 20, 24, 24, 48),
      all: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("twice" as const) }) },
);

/** A world and what happens in it. */
export const schedule = fc.record({
  /** Days until each evening. */
  after: fc.array(fc.constantFrom(2, 5, 9, 12, 12, 12, 20, 26), { minLength: 9, maxLength: 9 }),
  hidden: fc.array(which, { maxLength: 2 }),
  steps: fc.array(step, { minLength: 4, maxLength: 20, size: "max" }),
});

export type Schedule = typeof schedule extends fc.Arbitrary<infer T> ? T : never;
export type Step = Schedule["steps"][number];

/** An answer with that fault; `good` is the body that a good one would have. */
export function faulty(how: Exclude<Fault, "empty" | "robots">, url: string, good: string): Answered {
  const answer = (status: number, body: string, retryAfterMs: number | null = null): Answered => {
    return { kind: "answer", status, url, type: "", body, retryAfterMs };
  };
  const none = (why: "unreachable" | "timeout"): Answered => ({ kind: "none", why, message: why });
  switch (how) {
    case "404":
      return answer(404, '{"message":"Group not found"}');
    case "403 private":
      return answer(403, '{"message":"Invalid feed signature"}');
    case "403":
      return answer(403, "<h1>Forbidden</h1>");
    case "429":
      return answer(429, "{}", 7_200_000);
    case "500":
      return answer(500, "broken");
    case "page":
      return answer(200, "<!DOCTYPE html><title>Just a moment…</title>");
    case "cut":
      return answer(200, good.slice(0, good.length / 2));
    case "hang up":
      return none("unreachable");
    case "endless":
      return none("timeout");
  }
}
