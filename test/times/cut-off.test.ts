import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { calendar } from "./replay/answer.ts";
import { type MeetupEvent, meetupCalendar, meetupUrl } from "./replay/meetup.ts";
import { type Replay, replay } from "./replay/server.ts";
import { listed, world } from "./world.ts";

const SLUG = "rust-sampleville";

let server: Replay;
beforeAll(async () => {
  server = await replay();
});
beforeEach(() => server.clear());
afterAll(() => server.close());

/** So many evenings of the group on the days before that of the event. */
const before = (count: number): readonly MeetupEvent[] =>
  Array.from({ length: count }, (_, at) => ({ id: `38880010${at}`, start: `2026-11-10T1${at}:00:00` }));
const play = (events: readonly MeetupEvent[], zone = "Europe/Berlin") =>
  server.set(meetupUrl(SLUG), calendar(meetupCalendar({ slug: SLUG, zone, events })));
const own: MeetupEvent = { id: "399900101", start: "2026-11-12T19:30:00" };

describe("an event after the tenth entry", () => {
  it("does not get the time of another event that is alone on the day", async () => {
    const it = world(server, [listed()]);
    const other: MeetupEvent = { id: "388800200", start: "2026-11-12T09:00:00" };
    play([...before(9), other, own]);
    await it.read();
    expect(it.one()).toEqual(listed());
    // Where the calendar goes on behind the day, there is nothing else on it.
    play([...before(8), other, { ...own, id: "388800201", start: "2026-11-13T09:00:00" }]);
    await it.read(24);
    expect(it.one().time?.start).toBe(other.start);
  });

  it("is not missing if the last entry is on its local day but on the next day in UTC", async () => {
    const second = listed({
      id: "second",
      url: "https://www.meetup.com/rust-sampleville/events/399900102/",
    });
    const it = world(server, [listed(), second]);
    const early: MeetupEvent = { id: "399900102", start: "2026-11-12T18:00:00" };
    play([early, own], "America/Los_Angeles");
    await it.read();
    const known = it.one();
    play([...before(9), early, own], "America/Los_Angeles");
    for (let day = 0; day < 3; day++) await it.read(24);
    expect(it.one()).toEqual(known);
  });
});
