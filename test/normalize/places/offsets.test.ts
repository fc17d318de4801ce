import moment from "moment-timezone";
import { describe, expect, it } from "vitest";
import { data } from "./gazetteer.ts";

const FROM = Date.UTC(2026, 0, 1);
const TO = Date.UTC(2029, 0, 1);
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

/**
 * Where the runtime's time zones are behind tz 2026f: zone, first wrong instant, what `Intl` says and what is right, in
 * minutes east of Greenwich. Instants in these zones are wrong from then on, until the runtime is renewed.
 * Keys are versions of the runtime's tz. An entry that is right by now must be struck off.
 */
const STALE: Readonly<Record<string, readonly string[]>> = {
  // Node 24.21.0. Havana, Inuvik and Winnipeg keep their summer time in tz 2026f where tz 2026c still sets clocks back.
  "2026c": [
    "America/Havana 2026-11-05T00:00:00Z -300 -240",
    "America/Inuvik 2026-11-01T08:00:00Z -420 -360",
    "America/Winnipeg 2026-11-01T07:00:00Z -360 -300",
  ],
  // Node 20.20.2: besides, Alberta and British Columbia keep summer time, Morocco gives up its hour, Moldova changes at another hour.
  "2025c": [
    "Africa/Casablanca 2026-09-20T01:00:00Z 60 0",
    "Africa/El_Aaiun 2026-09-20T01:00:00Z 60 0",
    "America/Edmonton 2026-11-01T08:00:00Z -420 -360",
    "America/Havana 2026-11-05T00:00:00Z -300 -240",
    "America/Inuvik 2026-11-01T08:00:00Z -420 -360",
    "America/Vancouver 2026-11-01T09:00:00Z -480 -420",
    "America/Winnipeg 2026-11-01T07:00:00Z -360 -300",
    "America/Yellowknife 2026-11-01T08:00:00Z -420 -360",
    "Europe/Chisinau 2026-03-29T00:00:00Z 180 120",
  ],
};

/** Minutes east of Greenwich that the runtime's own data gives. */
function runtimeOffset(format: Intl.DateTimeFormat, instant: number): number {
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")!.value;
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name)!;
  return sign === undefined ? 0 : (sign === "-" ? -1 : 1) * (60 * Number(hours) + Number(minutes));
}

/** The first instant from 2026 to 2028 at which the runtime is wrong; null when it never is. */
function firstWrong(timeZone: string): string | null {
  const zone = moment.tz.zone(timeZone)!;
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const changes = zone.untils.flatMap((until) =>
    until !== null && until >= FROM && until < TO ? [until - HOUR, until] : [],
  );
  for (let instant = FROM; instant < TO; instant += WEEK) changes.push(instant);
  for (const instant of changes.sort((a, b) => a - b)) {
    const runtime = runtimeOffset(format, instant);
    const right = 0 - zone.utcOffset(instant);
    if (runtime !== right)
      return `${timeZone} ${new Date(instant).toISOString().replace(".000", "")} ${runtime} ${right}`;
  }
  return null;
}

describe("offsets of the gazetteer's zones, 2026 to 2028", () => {
  it("are compared with tz 2026f", () => expect(moment.tz.dataVersion).toBe("2026f"));

  it("are the runtime's but for the known ones", () => {
    const expected = STALE[process.versions.tz ?? ""];
    expect(expected, `no list for tz ${process.versions.tz}: compare and add one`).toBeDefined();
    expect(data.zones.flatMap((zone) => firstWrong(zone) ?? [])).toEqual(expected);
  });
});
