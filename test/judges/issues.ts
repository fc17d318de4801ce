/** What a subscriber should see of an event. */
export interface Shown {
  /** A day, or `2026-04-23T19:00 Europe/Berlin` with a start time. */
  readonly start: string;
  /** The last day; its end, likewise. */
  readonly last: string;
  readonly title: string;
  /** Empty when there is none. */
  readonly location: string;
}

interface Printed {
  /** As the newsletter prints it: a day, or two with a dash. */
  readonly when: string;
  readonly where: string;
  /** In Markdown. */
  readonly title: string;
  readonly shown: Shown;
}

const LONG = "A very long title, with commas; semicolons and ümläuts – and on it goes, 長い題名, ".repeat(4).trim();

/** The events by the last part of their pages' addresses. */
const FIRST: Readonly<Record<string, Printed>> = {
  crew: one("2026-04-01", "Berlin, DE", "👩‍🚀 The crew 🏳️‍🌈 meets 👨‍👩‍👧‍👦 🦀", "Berlin, DE"),
  asia: one("2026-04-02", "Tokyo, JP", "日本語の勉強会、第12回", "Tokyo, JP"),
  right: one("2026-04-03", "Tel Aviv, IL", "שלום, Rust – مرحبا بالعالم", "Tel Aviv, IL"),
  marks: { ...one("2026-04-04", "Zürich, CH", 'Talks, demos; C:\\\\new "quoted" 100%2C', "Zürich, CH") },
  long: one("2026-04-05", "Austin, TX, US", LONG, "Austin, Texas, US"),
  days: one("2026-04-10 - 2026-04-12", "Montréal, QC, CA", "Three days of Rust", "Montréal, Quebec, CA"),
  month: one("2026-04-30 - 2026-05-01", "Paris, FR", "Over the end of the month", "Paris, FR"),
  both: one("2026-04-14", "Hybrid (Seattle, WA, US)", "In a room and online", "Seattle, Washington, US and online"),
  online: one("2026-04-15", "Virtual", "From nowhere at all", "Online"),
  from: one("2026-04-16", "Virtual (Cape Town, ZA)", "Online from the Cape", "Online (Cape Town, ZA)"),
  hour: one("2026-04-23", "Berlin, DE", "This one gets its hour", "Berlin, DE"),
  moves: one("2026-04-20", "Oslo, NO", "This one moves", "Oslo, NO"),
  named: one("2026-04-21", "Lima, PE", "This one has no good name", "Lima, PE"),
  gone: one("2026-04-22", "Nairobi, KE", "This one is called off", "Nairobi, KE"),
};

const SECOND: Readonly<Record<string, Printed>> = {
  ...FIRST,
  moves: one("2026-04-27", "Oslo, NO", "This one moves", "Oslo, NO"),
  named: one("2026-04-21", "Lima, PE", "🦀 A better name, and longer", "Lima, PE"),
  gone: one(
    "2026-04-22",
    "Nairobi, KE [Cancelled]",
    "This one is called off",
    "Nairobi, KE",
    "Cancelled: This one is called off",
  ),
};

function one(when: string, where: string, title: string, location: string, summary?: string): Printed {
  const [start = when, last = start] = when.split(" - ");
  const text = summary ?? title.replaceAll("\\\\", "\\");
  return { when, where, title, shown: { start, last, title: text, location } };
}

/** The number of an event's page on Meetup. */
export function pageId(page: string): string {
  return `3000000${Object.keys(FIRST).indexOf(page) + 10}`;
}

/** An issue of the newsletter that we wrote, and what a subscriber sees once it is in. */
export interface WrittenIssue {
  readonly name: string;
  readonly text: string;
  readonly shown: readonly Shown[];
}

function issue(date: string, number: number, events: Readonly<Record<string, Printed>>): WrittenIssue {
  const bullets = Object.entries(events).flatMap(([page, { when, where, title }]) => [
    `* ${when} | ${where} | [Rust ${page}](https://www.meetup.com/rust-${page})`,
    `    * [**${title}**](https://www.meetup.com/rust-${page}/events/${pageId(page)}/)`,
  ]);
  const head = [`Title: This Week in Rust ${number}`, `Number: ${number}`, `Date: ${date}`, "Category: Weekly", ""];
  const text = [
    ...head,
    "## Upcoming Events",
    "",
    "### Europe",
    ...bullets,
    "",
    "## Quote of the Week",
    "",
    "> Quiet.",
    "",
  ];
  const shown = Object.values(events).map(({ shown }) => shown);
  return { name: `${date}-this-week-in-rust.md`, text: text.join("\n"), shown };
}

export const ISSUES = [issue("2026-03-25", 643, FIRST), issue("2026-04-01", 644, SECOND)] as const;
/** How many events the second issue changes: one moves, one gets another title, one is cancelled. */
export const CHANGED = 3;
/** The day on which the feeds are asked for. */
export const TODAY = "2026-03-26";

/** What a subscriber sees of events and nothing else, by day and title. */
export function inOrder(events: readonly Shown[]): Shown[] {
  return events
    .map(({ start, last, title, location }) => ({ start, last, title, location }))
    .sort((a, b) => (`${a.start} ${a.title}` < `${b.start} ${b.title}` ? -1 : 1));
}
