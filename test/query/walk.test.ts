import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { createApp } from "../../src/http/app.ts";
import { addDays, type LocalDate } from "../../src/model/date.ts";
import type { Change, DataSet, EventRecord } from "../../src/model/event.ts";
import { BERLIN, dataSet, event } from "../render/events.ts";
import { runs } from "../runs.ts";

const FIRST_ISSUE = "2026-03-04";
const FIRST_DAY = "2026-03-05";
const VIENNA = { ...BERLIN, city: "Vienna", area: "Vienna", country: "AT", latitude: 48.2, longitude: 16.37 };

/** What an issue does to one event, or to all: the index is taken modulo their number. */
type Step =
  | { readonly kind: "move"; readonly index: number; readonly day: number }
  | { readonly kind: "add"; readonly index: number; readonly day: number }
  | { readonly kind: "retitle" | "cancel" | "unlist" | "relocate" | "go-online"; readonly index: number };

/** What happens before the next page is asked for. */
interface Between {
  readonly steps: readonly Step[];
  readonly days: number;
}

/** Some days are long ago: they leave the window of 90 days as the clock passes midnight. */
const dayOf = (day: number): LocalDate => addDays(FIRST_DAY, day - 95);

const someDay = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 85, max: 115 }));
const index = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom("move" as const, "add" as const), index, day: someDay }),
  fc.record({ kind: fc.constantFrom("retitle", "cancel", "unlist", "relocate", "go-online"), index }),
);
const between: fc.Arbitrary<Between> = fc.record({
  steps: fc.array(step, { maxLength: 5 }),
  days: fc.integer({ min: 0, max: 3 }),
});
const start = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{1,3}$/), day: someDay }), {
  selector: ({ id }) => id,
  minLength: 1,
  maxLength: 14,
});

/** Each query beside what it means, told anew. */
const QUERIES: readonly (readonly [string, (event: EventRecord, from: LocalDate) => boolean])[] = [
  ["", ({ end }, from) => end >= from],
  ["country=DE", ({ end, places }, from) => end >= from && places.some(({ country }) => country === "DE")],
  ["cancelled=hide", ({ end, status }, from) => end >= from && status !== "cancelled"],
  ["mode=in-person", ({ end, mode }, from) => end >= from && mode === "in-person"],
  ["q=hack", ({ end, title }, from) => end >= from && /hack/i.test(title)],
  ["near=52.52,13.41", ({ end, mode, places }, from) => end >= from && mode !== "virtual" && places[0] === BERLIN],
  [
    "country=DE&online=include",
    ({ end, mode, places }, from) =>
      end >= from && (mode === "virtual" || places.some(({ country }) => country === "DE")),
  ],
  ["days=5", (one) => one.end >= FIRST_DAY && one.start <= addDays(FIRST_DAY, 4)],
  ["from=2025-12-01&to=2026-03-07", (one) => one.end >= "2025-12-01" && one.start <= "2026-03-07"],
];

function change(given: EventRecord, issue: LocalDate, field: Change["field"], to: string, now: Partial<EventRecord>) {
  const { city, area, country } = given.places[0] ?? BERLIN;
  const was: Partial<Record<Change["field"], string>> = {
    start: given.start,
    title: given.title,
    places: `${city}, ${area}, ${country}`,
    status: given.status,
  };
  const from = was[field] ?? null;
  const history = [...given.history, { issue, field, from, to }];
  return { ...given, ...now, history, revision: given.revision + 1, updated: issue };
}

/** `given` as the issue leaves it. */
function revised(given: EventRecord, step: Step, issue: LocalDate): EventRecord {
  switch (step.kind) {
    case "move": {
      const day = dayOf(step.day);
      return change(given, issue, "start", day, { start: day, end: day, state: "moved" });
    }
    case "retitle":
      return change(given, issue, "title", "Talks", { title: "Talks" });
    case "cancel":
      return change(given, issue, "status", "cancelled", { status: "cancelled", state: "cancelled" });
    case "relocate":
      return change(given, issue, "places", "Vienna", { places: [VIENNA], regions: ["Africa"] });
    case "go-online":
      return { ...given, mode: "virtual" };
    default:
      return { ...given, state: "unlisted" };
  }
}

function after(data: DataSet, steps: readonly Step[], issue: LocalDate): DataSet {
  let events = [...data.events];
  for (const [at, step] of steps.entries()) {
    if (step.kind === "add") {
      events.push(event({ id: `new-${issue}-${at}`, start: dayOf(step.day), created: issue, updated: issue }));
    } else if (events.length > 0) {
      const chosen = step.index % events.length;
      events = events.map((one, position) => (position === chosen ? revised(one, step, issue) : one));
    }
  }
  return dataSet(events, { newestIssue: issue, version: `after ${issue}` });
}

/** Ids in the order in which the pages give them, with every data set that one of them was made of. */
async function walk(first: DataSet, query: string, limit: number, changes: readonly Between[]) {
  const store = memoryStore(first);
  let today = FIRST_DAY;
  const app = createApp({ store, clock: { today: () => today }, site: { url: "https://site.example", domain: "x" } });
  const ids: string[] = [];
  const seen: DataSet[] = [];
  let data = first;
  let path = `/events.json?${query}&limit=${limit}`.replace("?&", "?");
  for (let turn = 0; turn < 60; turn++) {
    const response = await app.request(path);
    expect(response.status).toBe(200);
    const page = (await response.json()) as { next: string | null; events: readonly { id: string }[] };
    seen.push(data);
    ids.push(...page.events.map(({ id }) => id));
    if (page.next === null) return { ids, seen };
    path = page.next.slice("https://site.example".length);
    const { steps, days } = changes[turn] ?? { steps: [], days: 0 };
    today = addDays(today, days);
    if (steps.length > 0) {
      data = after(data, steps, addDays(FIRST_ISSUE, 7 * (turn + 1)));
      await store.replace(data);
    }
  }
  throw new Error("the pages do not end");
}

describe("a client that follows next", () => {
  test("gets every event that matches all the time exactly once, whatever changes between the pages", async () => {
    await fc.assert(
      fc.asyncProperty(
        start,
        fc.constantFrom(...QUERIES),
        fc.integer({ min: 1, max: 4 }),
        fc.array(between, { maxLength: 8 }),
        async (given, [query, finds], limit, changes) => {
          const first = dataSet(given.map(({ id, day }) => event({ id, start: dayOf(day) })));
          const { ids, seen } = await walk(first, query, limit, changes);
          expect(new Set(ids).size, "repeats").toBe(ids.length);
          const from = addDays(FIRST_DAY, -90);
          const versions = seen.map(({ events }) => new Map(events.map((one) => [one.id, one])));
          const found = (id: string) =>
            versions.map((events) => {
              const one = events.get(id);
              return one !== undefined && finds(one, from);
            });
          for (const { id } of first.events) if (found(id).every(Boolean)) expect(ids, `skips ${id}`).toContain(id);
          for (const id of ids) expect(found(id), `${id} was never found`).toContain(true);
        },
      ),
      { numRuns: runs(150) },
    );
  });

  test("gets the whole list if only the day changes", async () => {
    await fc.assert(
      fc.asyncProperty(
        start,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 5 }),
        async (given, limit, days) => {
          const first = dataSet(given.map(({ id, day }) => event({ id, start: dayOf(day) })));
          const { ids } = await walk(first, "", limit, Array(20).fill({ steps: [], days }));
          const inWindow = first.events.filter(({ end }) => end >= addDays(FIRST_DAY, -90));
          expect(ids).toEqual(inWindow.map(({ id }) => id));
        },
      ),
      { numRuns: runs(50) },
    );
  });
});
