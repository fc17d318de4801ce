import { expect, it } from "vitest";
import type { TimesRecord } from "../../src/model/times.ts";
import { recordsOf } from "../../src/times/join.ts";
import { event } from "../render/events.ts";

const record = (id: string, day: string): TimesRecord => ({
  event: id,
  source: { kind: "meetup", url: "https://www.meetup.com/rust-sampleville/events/ical/" },
  ids: [`meetup.com/events/${id}`],
  day,
  time: null,
  zoneFrom: null,
  venue: null,
  status: null,
  firstRead: "2026-11-01T12:00:00Z",
  lastRead: "2026-11-02T12:00:00Z",
  otherDay: null,
  missing: null,
  stale: null,
  revision: 1,
  updated: "2026-11-01T12:00:00Z",
  history: [],
});
const events = [event({ id: "lasting", aliases: ["former", "older"] }), event({ id: "other" })];

it("what was read under an alias is the event's", () => {
  const records = recordsOf([record("former", "2026-11-12"), record("other", "2026-11-13")], events);
  expect([...records].map(([id, { event, day }]) => [id, event, day]).sort()).toEqual([
    ["lasting", "lasting", "2026-11-12"],
    ["other", "other", "2026-11-13"],
  ]);
});

it("what was read under its own id goes before", () => {
  const records = recordsOf([record("former", "2026-11-12"), record("lasting", "2026-11-14")], events);
  expect([...records.values()].map(({ event, day }) => [event, day])).toEqual([["lasting", "2026-11-14"]]);
});
