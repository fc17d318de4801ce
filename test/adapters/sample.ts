import type { CallRecord } from "../../src/model/call.ts";
import { addDays } from "../../src/model/date.ts";
import type { DataSet, EventRecord, GroupRecord, IssueRef } from "../../src/model/event.ts";

/** A valid event; `n` makes it differ from the others and puts it in order. */
export function sampleEvent(n: number, changes: Partial<EventRecord> = {}): EventRecord {
  const start = addDays("2025-01-01", n);
  return {
    id: `event-${String(n).padStart(5, "0")}`,
    title: `Gathering ${n} – „Größe“, 🦀 \u2028 and "quotes"`,
    url: `https://example.org/events/${n}`,
    links: [{ text: "Stream", url: `https://example.org/streams/${n}` }],
    mode: "hybrid",
    status: "confirmed",
    state: "listed",
    start,
    end: start,
    timeZone: "Europe/Berlin",
    startsAt: `${start}T22:00:00Z`,
    endsAt: `${addDays(start, 1)}T22:00:00Z`,
    allDay: true,
    regions: ["Virtual", "Europe"],
    places: [
      { city: "Berlin", area: null, country: "DE", latitude: 52.52, longitude: 13.4, timeZone: "Europe/Berlin" },
    ],
    groups: [{ slug: "crab-club", name: "Crab Club", url: "https://example.org/crab-club" }],
    revision: 1,
    created: "2024-12-25",
    updated: "2025-01-01",
    listings: [
      { issue: "2024-12-25", number: 579, line: 100 + n, url: `https://example.org/events/${n}` },
      { issue: "2025-01-01", number: null, line: 90 + n, sub: 2, url: null },
    ],
    history: [{ issue: "2025-01-01", field: "title", from: "Gathering", to: `Gathering ${n}` }],
    ...changes,
  };
}

function sampleCall(n: number): CallRecord {
  const [closes, start] = [addDays("2025-01-01", n), addDays("2025-06-01", n)];
  const [issue, name, url] = ["2024-12-25", `FerrisConf ${n}`, `https://example.org/cfp/${n}`];
  return {
    id: `c${String(n).padStart(12, "0")}`,
    name,
    url,
    site: null,
    closes,
    closesAt: null,
    rolling: false,
    extended: false,
    extendedFrom: null,
    start,
    end: start,
    mode: "in-person",
    places: [],
    created: issue,
    updated: issue,
    lastListed: issue,
    event: `event-${String(n).padStart(5, "0")}`,
    listings: [{ issue, line: 130 + n, name, url, closes, start, end: start }],
    history: [],
  };
}

function sampleGroup(n: number): GroupRecord {
  return {
    slug: `crab-club-${n}`,
    name: `Crab Club ${n}`,
    url: `https://example.org/crab-club-${n}`,
    names: [`Crab Club ${n}`],
    links: [`example.org/crab-club-${n}`],
    firstSeen: "2024-12-25",
    lastSeen: "2025-01-01",
  };
}

function sampleIssue(n: number): IssueRef {
  const issue = addDays("2024-12-25", 7 * n);
  const blob = n.toString(16).padStart(40, "0");
  return { issue, number: 579 + n, file: `${issue}-this-week-in-rust.md`, blob, listings: 10 };
}

/** A valid data set with `count` issues, groups and events each. */
export function sampleDataSet(count: number): DataSet {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const issues = numbers.map(sampleIssue);
  return {
    format: 1,
    version: "unstamped",
    newestIssue: issues.at(-1)?.issue ?? null,
    attribution: "Events from This Week in Rust",
    issues,
    groups: numbers.map(sampleGroup),
    events: numbers.map((n) => sampleEvent(n)),
    calls: numbers.map(sampleCall),
  };
}
