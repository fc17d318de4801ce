import { readFileSync } from "node:fs";
import moment from "moment-timezone";
import { tzlib_get_ical_block, tzlib_get_timezones } from "timezones-ical-library";
import { describe, expect, it } from "vitest";
import { clocksText } from "../../data/zones/clocks.ts";
import { ruledOffset } from "../../src/render/ics/rules.ts";
import { data } from "../normalize/places/gazetteer.ts";
import { changesOf, MINUTE, type OffsetAt, runtimeOffset, tableOffset, ZONES } from "./clocks.ts";

const WEEK = 7 * 24 * 60 * MINUTE;

/**
 * Where the runtime's time zones are behind tz 2026f: zone, first instant that was found wrong, what `Intl` says and what
 * the table says, in minutes east of UTC. Keys are versions of the runtime's tz. An entry that is right by now must be
 * struck off.
 */
const BEHIND: Readonly<Record<string, readonly string[]>> = {
  // Node 24.21.0. In tz 2026f Havana, Inuvik and Winnipeg keep their summer time where tz 2026c still sets clocks back.
  "2026c": [
    "America/Havana 2026-11-03T00:00Z -300 -240",
    "America/Inuvik 2026-11-03T00:00Z -420 -360",
    "America/Rainy_River 2026-11-03T00:00Z -360 -300",
    "America/Winnipeg 2026-11-03T00:00Z -360 -300",
    "Canada/Central 2026-11-03T00:00Z -360 -300",
    "Cuba 2026-11-03T00:00Z -300 -240",
  ],
  // Node 20.20.2: besides, Alberta and British Columbia keep summer time, Morocco gives up its hour, Moldova changes at another hour.
  "2025c": [
    "Africa/Casablanca 2026-09-20T01:00Z 60 0",
    "Africa/El_Aaiun 2026-09-20T01:00Z 60 0",
    "America/Edmonton 2026-11-03T00:00Z -420 -360",
    "America/Havana 2026-11-03T00:00Z -300 -240",
    "America/Inuvik 2026-11-03T00:00Z -420 -360",
    "America/Rainy_River 2026-11-03T00:00Z -360 -300",
    "America/Vancouver 2026-11-03T00:00Z -480 -420",
    "America/Winnipeg 2026-11-03T00:00Z -360 -300",
    "America/Yellowknife 2026-11-03T00:00Z -420 -360",
    "Canada/Central 2026-11-03T00:00Z -360 -300",
    "Canada/Mountain 2026-11-03T00:00Z -420 -360",
    "Canada/Pacific 2026-11-03T00:00Z -480 -420",
    "Cuba 2026-11-03T00:00Z -300 -240",
    "Europe/Chisinau 2022-03-27T00:59Z 180 120",
    "Europe/Tiraspol 2022-03-27T00:59Z 180 120",
  ],
};

/** Where the VTIMEZONEs' yearly rules, of tz 2026c, say otherwise than the table from 2028 on. */
const RULED_OTHERWISE: readonly string[] = [
  // The library says "the last Friday" where the law says "the Friday before the last Sunday", or the like.
  "Africa/Cairo",
  "America/Godthab",
  "America/Nuuk",
  "America/Santiago",
  "America/Scoresbysund",
  "Asia/Gaza",
  "Asia/Hebron",
  "Asia/Jerusalem",
  "Asia/Tel_Aviv",
  "Chile/Continental",
  "Egypt",
  "Israel",
  // Behind tz 2026f.
  "America/Inuvik",
  "America/Rainy_River",
  "America/Winnipeg",
  "Canada/Central",
];

/** The first instant in years `from` to `until`, exclusive, at which the table says otherwise; null when they agree. */
function firstOther(zone: string, other: OffsetAt, from: number, until: number): number | null {
  const [begin, end] = [Date.UTC(from, 0, 1), Date.UTC(until, 0, 1)];
  const instants = changesOf(zone).flatMap((change) => [change - MINUTE, change]);
  for (let instant = begin; instant < end; instant += WEEK) instants.push(instant);
  const table = tableOffset(zone);
  const asked = instants.filter((instant) => instant >= begin && instant < end).sort((a, b) => a - b);
  return asked.find((instant) => table(instant) !== other(instant)) ?? null;
}

describe("the table of clocks", () => {
  it("is what the script makes of its package", () => {
    expect(clocksText() === readFileSync("data/zones/clocks.json", "utf8")).toBe(true);
  });

  it("has every zone that the gazetteer has, and every one that the runtime knows", () => {
    const known = new Set(ZONES);
    expect([...data.zones, ...Intl.supportedValuesOf("timeZone")].filter((zone) => !known.has(zone))).toEqual([]);
  });

  it("has changes in order, so far apart that both clocks' readings are in order as well", () => {
    const wrong = ZONES.filter((zone) => {
      const [changes, offset] = [changesOf(zone), tableOffset(zone)];
      const readings = changes.map((change) => change + offset(change - MINUTE) * MINUTE);
      return [changes, readings].some((times) => times.some((time, at) => at > 0 && time <= times[at - 1]!));
    });
    expect(wrong).toEqual([]);
  });

  it("goes on as 28 years before, but for Gaza, where the Moon sets the clocks", () => {
    const years = Date.UTC(2056, 0, 1) - Date.UTC(2028, 0, 1);
    const others = ZONES.filter((zone) => {
      const source = moment.tz.zone(zone)!;
      return firstOther(zone, (instant) => 0 - source.utcOffset(instant + years), 2028, 2056) !== null;
    });
    expect(others).toEqual(["Asia/Gaza", "Asia/Hebron"]);
  });

  it("is the runtime's, but where the runtime is behind", () => {
    const expected = BEHIND[process.versions.tz ?? ""];
    expect(expected, `no list for tz ${process.versions.tz}: compare and add one`).toBeDefined();
    const behind = ZONES.flatMap((zone) => {
      const runtime = runtimeOffset(zone);
      const instant = firstOther(zone, runtime, 2013, 2029);
      if (instant === null) return [];
      const minute = new Date(instant).toISOString().slice(0, 16);
      return `${zone} ${minute}Z ${runtime(instant)} ${tableOffset(zone)(instant)}`;
    });
    expect(behind).toEqual(expected);
  });

  it("is what VTIMEZONEs say, but for known ones", () => {
    const zones = (tzlib_get_timezones() as string[]).filter((zone) => ZONES.includes(zone));
    expect(zones.length).toBeGreaterThan(590);
    const others = zones.filter((zone) => {
      const [block = ""] = tzlib_get_ical_block(zone);
      return firstOther(zone, (instant) => ruledOffset(`${block}\r\n`, instant) ?? Number.NaN, 2028, 2034) !== null;
    });
    expect(others.sort()).toEqual([...RULED_OTHERWISE].sort());
  });
});
