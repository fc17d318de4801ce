import { calendar, robots } from "../times/replay/answer.ts";
import { meetupCalendar, meetupUrl } from "../times/replay/meetup.ts";
import type { Replay } from "../times/replay/server.ts";
import { pageId, type Shown } from "./issues.ts";

/** Title of the event whose times are read, and its group's name on Meetup. */
export const HOURLY = { title: "This one gets its hour", group: "rust-hour" } as const;

const ZONE = "Europe/Berlin";

/** A reading of the group's calendar, and what a subscriber sees of the event after it. */
interface WrittenReading {
  readonly what: string;
  /** Each at least 20 hours after the previous one. */
  readonly day: string;
  /** As the calendar has it then, local. */
  readonly hours: readonly [start: string, end: string];
  readonly shown: Pick<Shown, "start" | "last">;
}

const at = (time: string): string => `${time} ${ZONE}`;

/** The newsletter prints 2026-04-23 all the while. */
export const READINGS: readonly WrittenReading[] = [
  {
    what: "it gains its hour",
    day: "2026-04-02",
    hours: ["2026-04-23T19:00:00", "2026-04-23T21:30:00"],
    shown: { start: at("2026-04-23T19:00"), last: at("2026-04-23T21:30") },
  },
  {
    what: "its hour changes, to one over midnight",
    day: "2026-04-03",
    hours: ["2026-04-23T22:00:00", "2026-04-24T01:00:00"],
    shown: { start: at("2026-04-23T22:00"), last: at("2026-04-24T01:00") },
  },
  {
    what: "the organiser names another day and it loses its hour",
    day: "2026-04-04",
    hours: ["2026-04-28T18:30:00", "2026-04-28T20:00:00"],
    shown: { start: "2026-04-23", last: "2026-04-23" },
  },
  {
    what: "the organiser still does and it moves there",
    day: "2026-04-05",
    hours: ["2026-04-28T18:30:00", "2026-04-28T20:00:00"],
    shown: { start: at("2026-04-28T18:30"), last: at("2026-04-28T20:00") },
  },
];

/** From now on the group's calendar is as `reading` finds it. */
export function play(server: Replay, { hours: [start, end] }: WrittenReading): void {
  const group = { slug: HOURLY.group, zone: ZONE, events: [{ id: pageId("hour"), start, end }] };
  server.set("https://www.meetup.com/robots.txt", robots("User-agent: *\nDisallow: /private/\n"));
  server.set(meetupUrl(HOURLY.group), calendar(meetupCalendar(group)));
}
