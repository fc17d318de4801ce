import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { Instant, TimesProblem, TimesRecord } from "../model/times.ts";
import { type EventIndex, type Match, matchEntries } from "./match.ts";
import { missingAfter, type Reach } from "./missing.ts";
import { settled } from "./settle.ts";
import type { Calendar, Contents, Moment, Source } from "./source.ts";
import { otherDayAfter, standingOf, usableTime } from "./use.ts";
import { offsetsDiffer } from "./zone.ts";

/** The contents of a believed body. */
export interface Reading {
  readonly calendar: Calendar;
  readonly contents: Contents;
  readonly at: Instant;
}

/** The result of a reading. */
export interface Taken {
  /** New and changed records. */
  readonly records: readonly TimesRecord[];
  readonly matched: number;
  readonly problems: readonly TimesProblem[];
}

/**
 * Applies a believed reading. `covered` are the events, as the newsletter prints them, that should be in the calendar; `before`
 * is what was read of all events so far. `elsewhere` are the events of other calendars: an event has one source, otherwise it
 * would alternate between two, and one group could cancel another group's event.
 */
export function takeReading(
  { calendar, contents, at }: Reading,
  source: Pick<Source, "mostEntries">,
  covered: readonly EventRecord[],
  index: EventIndex,
  before: ReadonlyMap<string, TimesRecord>,
  elsewhere: ReadonlySet<string>,
): Taken {
  const today: LocalDate = at.slice(0, 10);
  const problem = (rule: string, event: string | null, message: string) => ({
    rule,
    url: calendar.url,
    event,
    message,
  });
  const reach = reachOf(contents, source);
  // On the last day of a full calendar, another entry of that day may have been cut off.
  const whole = covered.filter((event) => !reach.full || index.served(event).start < reach.last);
  const { matches, doubts } = matchEntries(contents.entries, calendar, whole, index);
  const problems: TimesProblem[] = [
    ...contents.problems.map(({ rule, message }) => problem(rule, null, message)),
    ...doubts.map(({ event, message }) => problem("two-candidates", event, message)),
  ];
  const records: TimesRecord[] = [];
  const found = new Set<string>();
  for (const match of matches) {
    const { event, placed, entry } = match;
    const known = before.get(event.id);
    const isOurs = covered.includes(event) || known === undefined || known.source.url === calendar.url;
    if (elsewhere.has(event.id) || !isOurs) continue;
    found.add(event.id);
    if (placed.day < today && placed.day < event.start) {
      problems.push(problem("day-past", event.id, `is on ${placed.day} in the calendar, which is past`));
      continue;
    }
    const zone = zoneProblem(match);
    if (zone !== null) problems.push(problem(zone.rule, event.id, zone.message));
    if (zone?.rule === "zone-unknown") continue;
    const record = recordOf(match, calendar, at, known);
    if (standingOf(event, record) === "other")
      problems.push(
        problem("other-day", event.id, `is on ${placed.day} in the calendar, but ${event.start} in the newsletter`),
      );
    if (placed.time !== null && record.time === null)
      problems.push(problem("whole-day", event.id, "lasts from midnight to midnight in the calendar"));
    else if (placed.time?.end && record.time?.end === null)
      problems.push(
        problem(
          "end-unusable",
          event.id,
          `ends at ${placed.time.end} in the calendar, but starts at ${placed.time.start}`,
        ),
      );
    if (entry.status !== null) problems.push(problem(entry.status, event.id, `is ${entry.status} in the calendar`));
    records.push(settled(event, known, record, at));
  }
  for (const event of covered) {
    const known = before.get(event.id);
    const isElsewhere = known === undefined || known.source.kind !== calendar.kind;
    if (isElsewhere || found.has(event.id) || doubts.some((doubt) => doubt.event === event.id)) continue;
    const missing = missingAfter(known, reach, at);
    if (missing === known.missing) continue;
    if (missing?.sure && !known.missing?.sure)
      problems.push(problem("missing", event.id, "is no longer in the calendar"));
    records.push(settled(event, known, { ...known, missing }, at));
  }
  return { records, matched: found.size, problems };
}

function recordOf(
  { event, entry, placed }: Match,
  { kind, url }: Calendar,
  at: Instant,
  known?: TimesRecord,
): TimesRecord {
  const time = usableTime(placed, event);
  return {
    event: event.id,
    source: { kind, url },
    ids: [...new Set([...entry.ids, ...(known?.ids ?? [])])],
    day: placed.day,
    time,
    zoneFrom: time === null ? null : placed.zoneFrom,
    venue: entry.venue,
    status: entry.status,
    firstRead: known?.firstRead ?? at,
    lastRead: at,
    otherDay: otherDayAfter(event, placed.day, at, known),
    missing: null,
    stale: null,
    revision: known?.revision ?? 0,
    updated: known?.updated ?? null,
    history: known?.history ?? [],
  };
}

/** Rule 6: an unknown zone, or a zone other than that of the place of the event. Null otherwise. */
function zoneProblem({ event, entry, placed }: Match): { readonly rule: string; readonly message: string } | null {
  const { start } = entry;
  if (start.kind === "day" && start.unknownZone !== undefined)
    return { rule: "zone-unknown", message: `unknown time zone${zoneName(start.unknownZone)}` };
  if (start.kind === "local" && placed.time === null) return { rule: "zone-unknown", message: "has no time zone" };
  const [place] = event.mode === "virtual" ? [] : event.places;
  const zone = placed.time?.timeZone;
  if (!place?.timeZone || !zone || placed.time === null || !offsetsDiffer(placed.time.startsAt, zone, place.timeZone))
    return null;
  return { rule: "zone-differs", message: `is given in ${zone}, but takes place in ${place.timeZone}` };
}

/** The quoted name after a space if it looks like the name of a zone; empty for any other text. */
function zoneName(tzid: string): string {
  return /^[A-Za-z][\w+/ -]{0,40}$/.test(tzid) ? ` "${tzid}"` : "";
}

function reachOf({ entries, problems }: Contents, { mostEntries }: Pick<Source, "mostEntries">): Reach {
  const last = entries.reduce((day, { start }) => (dayOf(start) > day ? dayOf(start) : day), "");
  return { entries: entries.length, whole: problems.length === 0, full: entries.length >= mostEntries, last };
}

/** The day as given in the calendar. */
function dayOf(moment: Moment): LocalDate {
  return moment.kind === "day" ? moment.day : moment.at.slice(0, 10);
}
