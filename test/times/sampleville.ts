import { afterAll, beforeAll, beforeEach } from "vitest";
import type { EventRecord } from "../../src/model/event.ts";
import { calendar } from "./replay/answer.ts";
import { type MeetupEvent, meetupCalendar, meetupUrl } from "./replay/meetup.ts";
import { type Replay, replay } from "./replay/server.ts";
import type { World } from "./world.ts";

/** The Meetup group of `listed()` in `world.ts`, and the entry in its calendar that is that event. */
export const SLUG = "rust-sampleville";
export const own: MeetupEvent = { id: "399900101", start: "2026-11-12T19:00:00", end: "2026-11-12T21:30:00" };

/** Hosts for the tests of one file, without answers at the beginning of each. */
export function hosts(): Pick<Replay, "via" | "set"> & { plan(...events: readonly MeetupEvent[]): void } {
  let server: Replay | undefined;
  beforeAll(async () => {
    server = await replay();
  });
  beforeEach(() => server?.clear());
  afterAll(() => server?.close());
  const set: Replay["set"] = (url, answer) => server?.set(url, answer);
  return {
    get via() {
      return server?.via ?? "";
    },
    set,
    /** From now on the group's calendar is this. */
    plan: (...events) => set(meetupUrl(SLUG), calendar(meetupCalendar({ slug: SLUG, zone: "Europe/Berlin", events }))),
  };
}

/** Rules of the problems that the last reading of each calendar had. */
export const rules = ({ times }: World) => times?.problems.map(({ rule }) => rule);

/** `2026-11-12T19:00:00/2026-11-12T21:30:00`; undefined without a time. */
export const hour = (event: EventRecord) => event.time && `${event.time.start}/${event.time.end}`;
