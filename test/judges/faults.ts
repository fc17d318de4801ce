import type { ReadEvent } from "./readers/lines.ts";

/** What a library with a known fault makes of a TEXT value as it stands in the calendar, escapes and all. */
export type Unescape = (escaped: string) => string;

/** python's icalendar, version 4: takes escapes away twice, by way of percent signs (parser.py: escape_string, unescape_char). */
export const unescapedByPythonIcalendar: Unescape = (escaped) =>
  escaped
    .replaceAll("\\,", "%2C")
    .replaceAll("\\:", "%3A")
    .replaceAll("\\;", "%3B")
    .replaceAll("\\\\", "%5C")
    .replaceAll("%2C", ",")
    .replaceAll("%3A", ":")
    .replaceAll("%3B", ";")
    .replaceAll("%5C", "\\")
    .replaceAll("\\N", "\\n")
    .replaceAll("\\n", "\n")
    .replaceAll("\\,", ",")
    .replaceAll("\\;", ";")
    .replaceAll("\\\\", "\\");

/** ruby's icalendar 2.8: one escape after the other, and `\n` before the backslash itself (values/text.rb). */
export const unescapedByRubyIcalendar: Unescape = (escaped) =>
  escaped.replaceAll("\\n", "\n").replaceAll("\\,", ",").replaceAll("\\;", ";").replaceAll("\\\\", "\\");

/** node-ical: the same with `\N`, and quotes around it all are gone (lib/ical-parser-utils.js). */
export const unescapedByNodeIcal: Unescape = (escaped) =>
  escaped
    .replaceAll("\\,", ",")
    .replaceAll("\\;", ";")
    .replaceAll(/\\n/gi, "\n")
    .replaceAll("\\\\", "\\")
    .replace(/^"(.*)"$/, "$1");

/** perl's Data::ICal: the backslash first, and new lines in what is left (Data/ICal/Entry.pm: _parse_generic_event). */
export const unescapedByDataIcal: Unescape = (escaped) => escaped.replace(/\\([\\,;])/g, "$1").replace(/\\n/gi, "\n");

/** sabre/vobject 2: only a backslash and a new line lose theirs (Reader.php: readLine). */
export const unescapedBySabre: Unescape = (escaped) =>
  escaped.replace(/\\(\\|[Nn])/g, (_, sign: string) => (sign === "\\" ? "\\" : "\n"));

/** How a library with incomplete support for times reads an event with one. */
export type Rehour = (event: ReadEvent) => ReadEvent;

/** perl's Data::ICal: gives values and TZID as they stand in the calendar, and knows nothing of VTIMEZONE. */
export const withoutMoments: Rehour = ({ here: _, ...event }) => event;

/** node-ical: an event without an end ends as it begins (ical.js: END). */
export const endingAtStart: Rehour = ({ start, end, here, ...event }) => ({
  ...event,
  start,
  end: end ?? start,
  ...(here && { here: [here[0], here[1] ?? here[0]] }),
});

/** calcurse: the same, and all on the clocks of the viewer; it keeps no offset from UTC. */
export const onClocksOfViewer: Rehour = (event) => {
  const { here = [event.start, event.end], ...rest } = endingAtStart(event);
  const [start, end] = here.map((time) => time?.slice(0, 19) ?? null);
  return { ...rest, start: start ?? null, end: end ?? null };
};

/** `text`, which is of one line, as a calendar has it. */
export function escaped(text: string): string {
  return text.replace(/[\\,;]/g, "\\$&");
}
