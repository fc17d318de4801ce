import { tzlib_get_ical_block } from "timezones-ical-library";

/** Order of the properties of a part of a VTIMEZONE in calendars of Meetup. */
const ORDER = ["BEGIN", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "DTSTART", "RRULE", "END"];

/** The lines of a zone's VTIMEZONE as Meetup writes it; none of a zone that does not exist. */
export function zoneBlock(zone: string): readonly string[] {
  const [block] = tzlib_get_ical_block(zone);
  if (!block) return [];
  const rank = (line: string) => ORDER.indexOf(line.split(":", 1)[0]!);
  const parts = block.match(/BEGIN:(DAYLIGHT|STANDARD)[\s\S]*?END:\1/g) ?? [];
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${zone}`,
    `TZURL:http://tzurl.org/zoneinfo-outlook/${zone}`,
    `X-LIC-LOCATION:${zone}`,
    ...parts.flatMap((part) => part.split(/\r?\n/).sort((a, b) => rank(a) - rank(b))),
    "END:VTIMEZONE",
  ];
}
