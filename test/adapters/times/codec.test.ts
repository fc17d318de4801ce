import { describe, expect, it } from "vitest";
import { decodeTimes, encodeTimes, servedVersion } from "../../../src/adapters/times/codec.ts";
import type { TimesData, TimesRecord } from "../../../src/model/times.ts";

const URL_ = "https://www.meetup.com/rust-sampleville/events/ical/";
const RECORD: TimesRecord = {
  event: "hack",
  source: { kind: "meetup", url: URL_ },
  ids: ["meetup.com/events/399900101"],
  day: "2026-11-12",
  time: {
    start: "2026-11-12T19:00:00",
    end: null,
    timeZone: "Europe/Berlin",
    startsAt: "2026-11-12T18:00:00Z",
    endsAt: null,
  },
  zoneFrom: "tzid",
  venue: { name: null, address: "Sample Street 5" },
  status: null,
  firstRead: "2026-11-01T12:00:00Z",
  lastRead: "2026-11-02T12:00:00Z",
  otherDay: null,
  missing: { since: "2026-11-01T12:00:00Z", sure: false },
  stale: null,
  revision: 1,
  updated: "2026-11-01T12:00:00Z",
  history: [{ day: "2026-11-01", field: "time", from: null, to: "19:00 Europe/Berlin", source: "meetup" }],
};
const TIMES: TimesData = {
  format: 1,
  calendars: [
    {
      url: URL_,
      kind: "meetup",
      asked: "2026-11-02T12:00:00Z",
      outcome: "read",
      notBefore: "2026-11-03T08:00:00Z",
      failed: [],
      good: null,
    },
  ],
  hosts: [
    { host: "www.meetup.com", notBefore: null, pauseHours: 0, robots: { read: "2026-11-02T12:00:00Z", text: "" } },
  ],
  problems: [{ rule: "zone-differs", url: URL_, event: "hack", message: "told in Europe/Paris" }],
  shares: [88],
  changed: "2026-11-01T12:00:00Z",
  events: [RECORD, { ...RECORD, event: "other" }],
};

describe("data/times.json", () => {
  it("has one record per line, and is decoded to what was encoded", () => {
    const text = encodeTimes(TIMES);
    expect(decodeTimes(text, "times.json")).toEqual(TIMES);
    expect(text.split("\n").filter((line) => line.startsWith('{"event":'))).toHaveLength(2);
    expect(encodeTimes(decodeTimes(text, "times.json"))).toBe(text);
  });

  it.each([
    ["cut", (text: string) => text.slice(0, -20), "is not valid JSON"],
    ["empty", () => "", "is not valid JSON"],
    ["a list", () => "[]", "format: "],
    ["nothing", () => "null", "format: "],
    ["edited", (text: string) => text.replace("T19:00:00", "T20:00:00"), "checksum mismatch"],
    ["without a line", (text: string) => text.replace(/\n\{"event":"hack".*\n/, "\n"), "checksum mismatch"],
    ["with another key", (text: string) => text.replace('"stale":null', '"stale":null,"note":"x"'), "events.0: "],
    [
      "with a day that is none",
      (text: string) => text.replace('"day":"2026-11-12"', '"day":"12 November"'),
      "events.0.day: ",
    ],
  ])("is rejected with its name and the position of the error: %s", (_what, spoil, message) => {
    expect(() => decodeTimes(spoil(encodeTimes(TIMES)), "times.json")).toThrow(`times.json: ${message}`);
  });
});

describe("the served version", () => {
  const version = (record: TimesRecord) => servedVersion({ ...TIMES, events: [record] });

  it("is null if nothing was ever read", () => {
    expect([servedVersion(null), servedVersion({ ...TIMES, events: [] })]).toEqual([null, null]);
  });

  it("does not change with the times of readings", () => {
    expect(version({ ...RECORD, lastRead: "2026-11-03T12:00:00Z", missing: null })).toBe(version(RECORD));
  });

  it.each<Partial<TimesRecord>>([
    { day: "2026-11-13" },
    { time: null },
    { venue: null },
    { status: "cancelled" },
    { stale: "2026-11-01" },
    { missing: { since: "2026-11-01T12:00:00Z", sure: true } },
    { revision: 2 },
  ])("changes with %j", (change) => {
    expect(version({ ...RECORD, ...change })).not.toBe(version(RECORD));
  });
});
