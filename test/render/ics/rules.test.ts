import { DateTime } from "luxon";
import { tzlib_get_ical_block, tzlib_get_timezones } from "timezones-ical-library";
import { describe, expect, test } from "vitest";
import { ruledOffset } from "../../../src/render/ics/rules.ts";

describe("the rules of every VTIMEZONE", () => {
  const zones = tzlib_get_timezones() as string[];

  test("agree with the actual offsets", () => {
    // The library's data and the runtime's may be of different years: of those zones that agree on it, nearly all must.
    const differ = zones.filter((zone) => {
      const [block = ""] = tzlib_get_ical_block(zone);
      return Array.from({ length: 12 * 31 }, (_, day) => Date.UTC(2031, 0, 1, 6) + day * 86_400_000).some(
        (at) => ruledOffset(`${block}\r\n`, at) !== DateTime.fromMillis(at, { zone }).offset,
      );
    });
    expect(zones.length).toBeGreaterThan(500);
    expect(differ.filter((zone) => !/^[A-Z]T$/.test(zone)).length).toBeLessThan(zones.length / 50);
  });

  test("that are not yearly give no offset", () => {
    const [block = ""] = tzlib_get_ical_block("Europe/Berlin");
    expect(ruledOffset(block, 0)).toBe(60);
    expect(ruledOffset(block.replace("FREQ=YEARLY", "FREQ=DAILY"), 0)).toBeNull();
    expect(ruledOffset("", 0)).toBeNull();
  });
});
