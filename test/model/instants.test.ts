import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "../../src/model/date.ts";
import { midnight } from "../../src/model/instants.ts";
import { MINUTE, type OffsetAt, runtimeOffset, tableOffset, ZONES } from "../merge/clocks.ts";
import { runs } from "../runs.ts";

/** Whether the day begins at that instant: its first minute is shown then, and none of it a minute before. */
function begins(date: string, instant: string, offset: OffsetAt): boolean {
  const shown = (at: number) => at + offset(at) * MINUTE;
  const at = Date.parse(instant);
  return shown(at) >= Date.parse(date) && shown(at - MINUTE) < Date.parse(date);
}

const days = (from: string, until: string) =>
  fc.integer({ min: 0, max: daysBetween(from, until) }).map((after) => addDays(from, after));

describe("midnight", () => {
  it.each([
    ["2024-01-01", "Etc/UTC", "2024-01-01T00:00:00Z"],
    ["2024-03-31", "Europe/Berlin", "2024-03-30T23:00:00Z"], // the day on which clocks go forward
    ["2024-04-01", "Europe/Berlin", "2024-03-31T22:00:00Z"],
    ["2024-10-27", "Europe/Berlin", "2024-10-26T22:00:00Z"], // the day on which they go back
    ["2024-10-28", "Europe/Berlin", "2024-10-27T23:00:00Z"],
    ["2024-03-10", "America/New_York", "2024-03-10T05:00:00Z"],
    ["2024-03-11", "America/New_York", "2024-03-11T04:00:00Z"],
    ["2024-01-01", "Pacific/Kiritimati", "2023-12-31T10:00:00Z"],
    ["2024-01-01", "Etc/GMT+12", "2024-01-01T12:00:00Z"],
    ["2024-01-01", "Asia/Kathmandu", "2023-12-31T18:15:00Z"],
    ["2024-03-01", "Pacific/Chatham", "2024-02-29T10:15:00Z"],
    ["2024-07-01", "Pacific/Chatham", "2024-06-30T11:15:00Z"],
    ["2024-04-07", "Australia/Lord_Howe", "2024-04-06T13:00:00Z"], // back by half an hour at two
    ["2024-04-08", "Australia/Lord_Howe", "2024-04-07T13:30:00Z"],
    ["2021-09-26", "Pacific/Apia", "2021-09-25T11:00:00Z"], // no summer time any more
    ["2026-12-01", "America/Winnipeg", "2026-12-01T05:00:00Z"], // nor winter time
    ["2024-01-01", "Cuba", "2024-01-01T05:00:00Z"], // another name of Havana's
  ])("%s in %s", (date, zone, want) => expect(midnight(date, zone)).toBe(want));

  it.each([
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z"],
    ["2024-03-31", "Asia/Beirut", "2024-03-30T22:00:00Z"],
    ["2024-04-26", "Africa/Cairo", "2024-04-25T22:00:00Z"],
    ["2024-09-08", "America/Santiago", "2024-09-08T04:00:00Z"],
    ["2024-03-10", "America/Havana", "2024-03-10T05:00:00Z"],
  ])("%s in %s begins at one", (date, zone, want) => expect(midnight(date, zone)).toBe(want));

  it.each([
    ["2028-11-05", "America/Havana", "2028-11-05T04:00:00Z"], // at one back to midnight
    ["2024-11-01", "Africa/Cairo", "2024-10-31T22:00:00Z"], // at midnight back to eleven
    ["2024-10-27", "Asia/Beirut", "2024-10-26T22:00:00Z"],
    ["2018-02-18", "America/Sao_Paulo", "2018-02-18T03:00:00Z"],
  ])("%s in %s begins once, where clocks go back", (date, zone, want) => expect(midnight(date, zone)).toBe(want));

  it("is null without a zone and for an unknown zone", () => {
    expect(midnight("2024-01-01", null)).toBeNull();
    expect(midnight("2024-01-01", "Europe/Nowhere")).toBeNull();
    expect(midnight("2024-01-01", "constructor")).toBeNull();
  });

  it("is the first instant of the day according to the table", () => {
    fc.assert(
      fc.property(days("2013-01-02", "2055-12-31"), fc.constantFrom(...ZONES), (date, zone) =>
        begins(date, midnight(date, zone)!, tableOffset(zone)),
      ),
      { numRuns: runs(20_000) },
    );
  });

  it("is the first instant of the day according to the runtime", () => {
    // Later the runtime may be behind: `clocks.test.ts` tells in which zones.
    const [runtimes, dates] = [new Map<string, OffsetAt>(), days("2013-01-02", "2021-12-31")];
    const of = (zone: string) => runtimes.get(zone) ?? runtimes.set(zone, runtimeOffset(zone)).get(zone)!;
    fc.assert(
      fc.property(dates, fc.constantFrom(...ZONES), (date, zone) => begins(date, midnight(date, zone)!, of(zone))),
      { numRuns: runs(20_000) },
    );
  });

  it("before the table, uses its first offset", () => {
    expect(midnight("2012-07-01", "Europe/Berlin")).toBe("2012-06-30T23:00:00Z");
    expect(midnight("1960-01-01", "America/New_York")).toBe("1960-01-01T05:00:00Z");
  });

  it("after the table, uses the offset 28 years earlier", () => {
    const zones = ["Europe/Berlin", "America/New_York", "America/Havana", "Australia/Lord_Howe", "Africa/Cairo"];
    for (const zone of zones) {
      const runtime = runtimeOffset(zone);
      for (let date = "2055-12-25"; date < "2100"; date = addDays(date, 1))
        if (!begins(date, midnight(date, zone)!, runtime)) expect.fail(`${date} in ${zone}: ${midnight(date, zone)}`);
    }
    expect(midnight("2500-07-01", "Europe/Berlin")).toBe("2500-06-30T22:00:00Z");
  });
});
