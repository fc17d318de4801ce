import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../src/model/date.ts";
import type { EventRecord } from "../../src/model/event.ts";
import { pageOf } from "../../src/query/page.ts";
import { event } from "../render/events.ts";
import { runs } from "../runs.ts";

const ISSUE = "2026-03-04";
const NOW = { newestIssue: ISSUE, today: "2026-03-05" };

function sorted(events: readonly EventRecord[]): EventRecord[] {
  return events.toSorted((a, b) => (`${a.start} ${a.id}` < `${b.start} ${b.id}` ? -1 : 1));
}

/** `given` moved to `start` by the issue `issue`. */
function moved(given: EventRecord, start: string, issue: string): EventRecord {
  const change = { issue, field: "start", from: given.start, to: start } as const;
  return {
    ...given,
    start,
    end: start,
    revision: given.revision + 1,
    updated: issue,
    history: [...given.history, change],
  };
}

/** All pages, the data set replaced before each of the following ones. */
function readAll(versions: readonly { issue: string; events: readonly EventRecord[] }[], limit: number): string[] {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let turn = 0; turn < 100; turn++) {
    const { issue, events } = versions[Math.min(turn, versions.length - 1)]!;
    const page = pageOf(
      sorted(events),
      { limit, ...(cursor === undefined ? {} : { cursor }) },
      { newestIssue: issue, today: "2026-03-05" },
    );
    ids.push(...page.events.map(({ id }) => id));
    if (page.next === null) return ids;
    cursor = page.next;
  }
  throw new Error("the pages do not end");
}

const someEvents = fc
  .uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{1,3}$/), day: fc.integer({ min: 0, max: 9 }) }), {
    selector: ({ id }) => id,
    maxLength: 12,
  })
  .map((all) => all.map(({ id, day }) => event({ id, start: addDays("2026-04-01", day) })));

describe("pages", () => {
  test("contain every event once, in order", () => {
    fc.assert(
      fc.property(someEvents, fc.integer({ min: 1, max: 5 }), (events, limit) => {
        const ids = sorted(events).map(({ id }) => id);
        expect(readAll([{ issue: ISSUE, events }], limit)).toEqual(ids);
      }),
    );
  });

  test("neither skip nor repeat events when issues move, add and remove events in between", () => {
    const next = { issue: "2026-03-11", last: "2026-03-18" };
    fc.assert(
      fc.property(
        someEvents,
        someEvents,
        fc.array(fc.integer({ min: 0, max: 9 })),
        fc.integer({ min: 1, max: 4 }),
        (events, added, days, limit) => {
          const fresh = added.map((given) => ({ ...given, id: `new-${given.id}`, created: next.issue }));
          const second = [...events.map((given, index) => shifted(given, days[index], next.issue)), ...fresh];
          const third = second.map((given, index) => shifted(given, days[index + 1], next.last));
          const versions = [
            { issue: ISSUE, events },
            { issue: next.issue, events: second },
            { issue: next.last, events: third },
          ];
          const ids = readAll(versions, limit);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.filter((id) => !id.startsWith("new-"))).toEqual(sorted(events).map(({ id }) => id));
        },
      ),
      { numRuns: runs(500) },
    );
  });

  test("continue after an event that was removed", () => {
    const events = ["a", "b", "c"].map((id) => event({ id }));
    const page = pageOf(events, { limit: 2 }, NOW);
    const rest = pageOf([events[0]!, events[2]!], { limit: 2, cursor: page.next! }, NOW);
    expect(rest.events.map(({ id }) => id)).toEqual(["c"]);
    expect(rest.next).toBeNull();
  });

  test("are a single page without a limit", () => {
    const events = ["a", "b"].map((id) => event({ id }));
    expect(pageOf(events, {}, NOW)).toEqual({ events, total: 2, next: null });
    expect(pageOf([], { limit: 1 }, { newestIssue: null, today: "2026-03-05" })).toEqual({
      events: [],
      total: 0,
      next: null,
    });
  });
});

function shifted(given: EventRecord, day: number | undefined, issue: string): EventRecord {
  return day === undefined ? given : moved(given, addDays("2026-04-01", day), issue);
}
