import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { shownIn, ZONES } from "../../src/model/clocks.ts";
import { changesOf, MINUTE, tableOffset } from "../merge/clocks.ts";
import { runs } from "../runs.ts";

describe("shownIn", () => {
  it.each([
    ["2026-11-12T18:00:00Z", "Europe/Berlin", "2026-11-12T19:00:00"],
    ["2026-11-12T23:30:59.999Z", "Europe/Berlin", "2026-11-13T00:30:00"],
    ["2026-03-29T00:59:59Z", "Europe/Berlin", "2026-03-29T01:59:00"], // clocks go forward
    ["2026-03-29T01:00:00Z", "Europe/Berlin", "2026-03-29T03:00:00"],
    ["2026-01-01T04:59:00Z", "America/New_York", "2025-12-31T23:59:00"],
    ["2026-12-31T10:00:00Z", "Pacific/Kiritimati", "2027-01-01T00:00:00"],
    ["2026-12-01T06:00:00Z", "America/Winnipeg", "2026-12-01T01:00:00"], // no winter time any more
    ["2026-07-01T12:00:00Z", "UTC", "2026-07-01T12:00:00"],
    ["2056-07-01T12:00:00Z", "Europe/Berlin", "2056-07-01T14:00:00"], // after the end of the table
    ["2100-01-01T12:00:00Z", "Europe/Berlin", "2100-01-01T13:00:00"],
    ["1999-07-01T12:00:00Z", "Asia/Tokyo", "1999-07-01T21:00:00"], // before its beginning
  ])("at %s in %s", (instant, zone, want) => expect(shownIn(zone, instant)).toBe(want));

  it("is null for an unknown zone", () => {
    for (const zone of ["Europe/Munich", "", "constructor", "europe/berlin"])
      expect(shownIn(zone, "2026-01-01T00:00:00Z")).toBeNull();
  });

  it("agrees with the table in every zone, also around each change", () => {
    const moments = ZONES.flatMap((zone) =>
      changesOf(zone).flatMap((at) => [[zone, at - MINUTE] as const, [zone, at] as const]),
    );
    const anywhen = fc.tuple(
      fc.constantFrom(...ZONES),
      fc.integer({ min: Date.UTC(2013, 0, 1), max: Date.UTC(2055, 11, 31) }),
    );
    const isRight = ([zone, at]: readonly [string, number]) => {
      const local = new Date(at + tableOffset(zone)(at) * MINUTE).toISOString().slice(0, 16);
      return shownIn(zone, new Date(at).toISOString()) === `${local}:00`;
    };
    expect(moments.filter((moment) => !isRight(moment))).toEqual([]);
    fc.assert(fc.property(anywhen, isRight), { numRuns: runs(1000) });
  });

  it("agrees with luxon in zones whose rules do not change", () => {
    const cities = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Auckland"];
    const millis = fc.integer({ min: Date.UTC(2014, 0, 1), max: Date.UTC(2035, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...cities), millis, (zone, at) => {
        const shown = DateTime.fromMillis(at, { zone }).startOf("minute").toFormat("yyyy-MM-dd'T'HH:mm:ss");
        expect(shownIn(zone, new Date(at).toISOString())).toBe(shown);
      }),
      { numRuns: runs(500) },
    );
  });
});
