import fc from "fast-check";
import { DateTime } from "luxon";
import { addDays } from "../../src/model/date.ts";
import type { DataSet, EventRecord, GroupRecord } from "../../src/model/event.ts";
import type { Mode, Status } from "../../src/model/listing.ts";
import type { Place } from "../../src/model/place.ts";
import { REGIONS } from "../../src/model/region.ts";
import type { EventTime, TimeSource } from "../../src/model/times.ts";

export const BERLIN: Place = {
  city: "Berlin",
  area: "Land Berlin",
  country: "DE",
  latitude: 52.52437,
  longitude: 13.41053,
  timeZone: "Europe/Berlin",
};

/** A plain confirmed event of one day in Berlin, but for `given`. */
export function event(given: Partial<EventRecord> = {}): EventRecord {
  const start = given.start ?? "2026-03-10";
  return {
    id: `${start}-hack-and-learn`,
    title: "Hack and Learn",
    url: "https://events.example/hack-and-learn",
    links: [],
    mode: "in-person",
    status: "confirmed",
    state: "listed",
    start,
    end: start,
    timeZone: "Europe/Berlin",
    startsAt: null,
    endsAt: null,
    allDay: true,
    regions: ["Europe"],
    places: [BERLIN],
    groups: [{ slug: "rust-berlin", name: "Rust Berlin", url: "https://groups.example/rust-berlin" }],
    revision: 0,
    created: "2026-03-04",
    updated: "2026-03-04",
    listings: [{ issue: "2026-03-04", number: 640, line: 120, url: "https://events.example/hack-and-learn" }],
    history: [],
    ...given,
  };
}

/** The group's calendar that {@link timedEvent} is read from. */
export const MEETUP: TimeSource = { kind: "meetup", url: "https://www.meetup.com/rust-berlin/events/ical/" };

/** The event with the hour `hours` of its group's calendar, 19:00–21:30 in Berlin unless told, but for `given`. */
export function timedEvent(hours: Partial<EventTime> = {}, given: Partial<EventRecord> = {}): EventRecord {
  const time = {
    start: "2026-03-10T19:00:00",
    end: hours.start === undefined ? "2026-03-10T21:30:00" : null,
    timeZone: "Europe/Berlin",
    ...hours,
    source: given.time?.source ?? MEETUP,
  };
  const instant = (local: string) =>
    DateTime.fromISO(local, { zone: time.timeZone ?? "utc" })
      .toUTC()
      .toISO();
  return event({
    start: time.start.slice(0, 10),
    timeZone: time.timeZone,
    allDay: false,
    startsAt: instant(time.start),
    endsAt: time.end === null ? null : instant(time.end),
    ...given,
    time,
  });
}

/** A data set of `events`, sorted, with every group they name. */
export function dataSet(events: readonly EventRecord[], given: Partial<DataSet> = {}): DataSet {
  const groups = new Map<string, GroupRecord>();
  for (const { groups: named, created, updated } of events)
    for (const { slug, name, url } of named)
      groups.set(slug, { slug, name, url, names: [name], links: [], firstSeen: created, lastSeen: updated });
  return {
    format: 1,
    version: `test-${events.length}`,
    newestIssue: "2026-03-04",
    attribution: "This Week in Rust",
    issues: [],
    groups: [...groups.values()],
    calls: [],
    events: events.toSorted((a, b) => (`${a.start} ${a.id}` < `${b.start} ${b.id}` ? -1 : 1)),
    ...given,
  };
}

/** Text that breaks careless programs: other scripts, emoji, combining marks, controls, syntax, lone surrogates, long lines. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        "Rust",
        " ",
        ",",
        ";",
        ":",
        "\\",
        '"',
        "\r\n",
        "\n",
        "\0",
        "\u0007",
        "\u2028",
        "<script>alert(1)</script>",
        "&amp;",
        "END:VEVENT\r\nBEGIN:VEVENT",
        "👩‍🚀",
        "é",
        "e\u0301\u0301\u0301",
        "مرحبا",
        "שלום",
        "日本語の長い題名",
        "\u202e",
        "\ud800",
        "\udc00",
        "x".repeat(200),
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join("")),
);

const link = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "mailto:a@b.example",
    "no address",
    "",
  ),
  fc.constant("https://example.org/a,b;c\\d?e=\"<'>"),
);

const day = fc.integer({ min: 0, max: 4_700 }).map((days) => addDays("2014-01-01", days));

const place: fc.Arbitrary<Place> = fc.record({
  city: fc.option(fc.oneof(fc.constantFrom("Berlin", "Zürich", "Portland"), oddText)),
  area: fc.option(fc.constantFrom("Oregon", "Maine", "Land Berlin")),
  country: fc.option(fc.constantFrom("DE", "CH", "US")),
  latitude: fc.option(fc.constantFrom(0, -0.0000001, 52.5, -33.123456789)),
  longitude: fc.option(fc.constantFrom(0, 13.4, 1e-7, 151.2)),
  timeZone: fc.constant(null),
});

/** Any event that a data set may hold. `id`s of two of them may be equal. */
const anyEvent: fc.Arbitrary<EventRecord> = fc
  .record({
    id: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
    title: oddText,
    url: fc.option(link),
    links: fc.array(fc.record({ text: oddText, url: link }), { maxLength: 3 }),
    mode: fc.option(fc.constantFrom<Mode>("virtual", "hybrid", "in-person")),
    status: fc.constantFrom<Status>("confirmed", "cancelled", "postponed"),
    start: day,
    length: fc.integer({ min: 0, max: 5 }),
    regions: fc.uniqueArray(fc.constantFrom(...REGIONS), { minLength: 1, maxLength: 2 }),
    places: fc.array(place, { maxLength: 2 }),
    groups: fc.array(fc.record({ slug: fc.stringMatching(/^[a-z0-9-]{1,20}$/), name: oddText, url: fc.option(link) }), {
      maxLength: 2,
    }),
    revision: fc.nat(20),
    created: day,
  })
  .map(({ length, ...given }) =>
    event({ ...given, end: addDays(given.start, length), updated: given.created, timeZone: null }),
  );

/** Several events with different ids. */
export function anyEvents(maxLength: number): fc.Arbitrary<EventRecord[]> {
  return fc.uniqueArray(anyEvent, { selector: ({ id }) => id, maxLength });
}
