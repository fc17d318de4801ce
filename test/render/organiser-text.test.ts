import { describe, expect, test } from "vitest";
import type { EventRecord } from "../../src/model/event.ts";
import type { CalendarNote, TimeSource } from "../../src/model/times.ts";
import { descriptionOf } from "../../src/render/describe.ts";
import { sourceName } from "../../src/render/organiser-text.ts";
import { event, MEETUP, timedEvent } from "./events.ts";
import { textOf } from "./html/head.ts";
import { listText, oneText } from "./twins.ts";

const PAGE: TimeSource = { kind: "page", url: "https://www.hasgeek.example/rustin" };
const note = (given: Partial<CalendarNote>, source = MEETUP): Partial<EventRecord> => ({
  calendar: { source, ...given },
});
/** Last line but for the one that names the issue. */
const lastLine = (given: EventRecord) => descriptionOf(given).split("\n").at(-2);
const ONLY_THE_DAY = "Only the day is known here";

test.each([
  [{ kind: "meetup", url: "https://www.meetup.com/a/events/ical/" }, "the group's Meetup calendar"],
  [{ kind: "luma", url: "https://api.lu.ma/ics/get?id=1" }, "the group's Luma calendar"],
  [{ kind: "calendar", url: "https://groups.example/all.ics" }, "the group's own calendar"],
  [PAGE, "the event's page on hasgeek.example"],
  [{ kind: "page" }, "the event's own page"],
  [{ kind: "page", url: "javascript:alert(1)" }, "the event's own page"],
] as const)("%j is %s", (source, name) => expect(sourceName(source)).toBe(name));

describe("a description", () => {
  test("contains the start time with its source", () => {
    expect(lastLine(timedEvent())).toBe("19:00–21:30 according to the group's Meetup calendar.");
    expect(lastLine(timedEvent({ start: "2026-03-10T19:00:00" }))).toBe(
      "From 19:00 according to the group's Meetup calendar.",
    );
    expect(lastLine(timedEvent({ timeZone: null }, { mode: "virtual" }))).toBe(
      "19:00–21:30 UTC according to the group's Meetup calendar.",
    );
    expect(descriptionOf(timedEvent())).not.toContain(ONLY_THE_DAY);
  });

  test("says that the organiser names another date, without a start time", () => {
    const text = descriptionOf(event(note({ otherDay: "2026-12-05" })));
    expect(text.split("\n")[0]).toBe(
      "The group's Meetup calendar names another day, Saturday, 5 December 2026: ask the organiser.",
    );
    expect(text).not.toContain(ONLY_THE_DAY);
  });

  test("of an event moved by a reading says so, and names the date in the newsletter", () => {
    const moved = timedEvent(
      {},
      {
        ...note({ printedDay: "2026-03-09" }),
        history: [{ issue: "2026-03-05", field: "start", from: "2026-03-09", to: "2026-03-10", source: "meetup" }],
      },
    );
    const text = descriptionOf(moved);
    expect(text).toMatch(/^Moved from Monday, 9 March 2026 according to the group's Meetup calendar\.\n/);
    expect(text).toContain("\nThis Week in Rust names Monday, 9 March 2026.\n");
  });

  test("of a multi-day event says when the first day starts", () => {
    const firstDay = { start: "2026-03-10T09:00:00", end: "2026-03-10T17:30:00", timeZone: "Europe/Berlin" };
    const days = (given: Partial<typeof firstDay> | { end: null }, mode: "hybrid" | "in-person" = "in-person") =>
      event({ end: "2026-03-12", mode, ...note({ firstDay: { ...firstDay, ...given } }, PAGE) });
    const by = "according to the event's page on hasgeek.example.";
    expect(lastLine(days({}))).toBe(`The first day begins at 09:00 and ends at 17:30 ${by}`);
    expect(lastLine(days({ end: null }, "hybrid"))).toBe(`The first day begins at 09:00 (Europe/Berlin) ${by}`);
    expect(lastLine(days({ end: "2026-03-12T16:00:00" }))).toBe(`The first day begins at 09:00 ${by}`);
    expect(descriptionOf(days({}))).not.toContain(ONLY_THE_DAY);
  });

  test.each([
    ["cancelled", "Cancelled according to the group's Meetup calendar."],
    ["postponed", "Postponed according to the group's Meetup calendar. The new date is not known yet."],
  ] as const)("of an event that the organiser calls %s names who says so", (status, text) => {
    expect(descriptionOf(timedEvent({}, { status, ...note({ status }) })).split("\n")[0]).toBe(text);
    expect(descriptionOf(timedEvent({}, { status, ...note({}) })).split("\n")[0]).toMatch(/^This event is/);
  });

  test("of a postponed event names another date in the calendar", () => {
    const text = descriptionOf(event({ status: "postponed", ...note({ otherDay: "2026-12-05" }) }));
    expect(text).toMatch(/^This event is postponed\. The group's Meetup calendar names another day, Saturday/);
  });

  test("says that the organiser's calendar no longer has the event, unless it is cancelled", () => {
    const gone = "which need not mean that it is cancelled: ask the organiser.";
    expect(descriptionOf(timedEvent({}, note({ missing: true })))).toMatch(
      new RegExp(`^No longer in the group's Meetup calendar, ${gone}\n`),
    );
    expect(descriptionOf(event(note({ missing: true }, PAGE)))).toMatch(
      new RegExp(`^No longer on the event's page on hasgeek.example, ${gone}\n`),
    );
    expect(descriptionOf(event({ state: "unlisted", ...note({ missing: true }) }))).toMatch(
      /takes place\. No longer in the group's Meetup calendar/,
    );
    expect(descriptionOf(event({ status: "cancelled", ...note({ missing: true }) }))).not.toContain("No longer in");
  });

  test("says when the calendar was last read if that is long ago, and keeps the start time", () => {
    const text = descriptionOf(timedEvent({}, note({ stale: "2026-02-03" })));
    expect(text).toContain(
      "19:00–21:30 according to the group's Meetup calendar.\nThe group's Meetup calendar was last read on 3 February 2026.\n",
    );
  });
});

/** Where each says what a description says, as text. */
const TEXTS = {
  ics: (one: EventRecord) =>
    JSON.stringify(listText("ics", [one]).replaceAll("\r\n ", "").replaceAll("\\,", ",").replaceAll("\\n", "\n")),
  jscal: (one: EventRecord) => listText("jscal", [one]),
  atom: (one: EventRecord) => textOf(textOf(listText("atom", [one]))),
  jsonfeed: (one: EventRecord) => textOf(JSON.parse(listText("jsonfeed", [one])).items[0].content_html),
  html: (one: EventRecord) => textOf(oneText("html", one, { timed: true })),
};

describe.each(Object.entries(TEXTS))("%s", (view, told) => {
  test.each([
    ["This Week in Rust names Monday, 9 March 2026.", { printedDay: "2026-03-09" }],
    ["names another day, Saturday, 5 December 2026: ask the organiser.", { otherDay: "2026-12-05" }],
    ["No longer in the group's Meetup calendar, which need not mean", { missing: true }],
    ["The group's Meetup calendar was last read on 3 February 2026.", { stale: "2026-02-03" }],
    [
      "The first day begins at 09:00 according to the group's Meetup calendar.",
      { firstDay: { start: "2026-03-10T09:00:00", end: null, timeZone: "Europe/Berlin" } },
    ],
  ] as const)("says: %s", (sentence, given) => {
    expect(told(event(note(given)))).toContain(sentence);
  });

  test("says who cancelled it, and the start time", () => {
    const cancelled = timedEvent({}, { status: "cancelled", ...note({ status: "cancelled" }) });
    expect(told(cancelled)).toContain("Cancelled according to the group's Meetup calendar.");
    expect(told(timedEvent())).toContain("19:00–21:30");
    if (view !== "html") expect(told(timedEvent())).toContain("19:00–21:30 according to the group's Meetup calendar.");
  });

  test("does not contain the date of the reading", () => {
    const reading = { firstRead: "2026-02-01T05:00:00.000Z", lastRead: "2026-02-27T06:07:08.000Z" };
    if (view !== "html")
      expect(oneText(view as "ics", timedEvent(), { reading })).toBe(oneText(view as "ics", timedEvent()));
  });
});
