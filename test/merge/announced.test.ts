import { describe, expect, it } from "vitest";
import { NO_OVERRIDES } from "../../src/merge/overrides.ts";
import type { EventRecord } from "../../src/model/event.ts";
import { addIssue, buildDataSet, type FetchedIssue } from "../../src/pipeline.ts";
import { gazetteer } from "../calls/read.ts";

const context = { gazetteer, overrides: NO_OVERRIDES };

function issue(day: string, number: number, calls: readonly string[], events: readonly string[] = []): FetchedIssue {
  const text = [
    `Title: This Week in Rust ${number}`,
    "## Call for Participation; projects and speakers",
    "### CFP - Events",
    ...calls.map((line) => `* ${line}`),
    "## Upcoming Events",
    "### Europe",
    ...events,
    "## Jobs",
  ].join("\n");
  return { name: `${day}-this-week-in-rust.md`, issue: day, blob: "0".repeat(40), text };
}

const CALL =
  "[**FerrisConf 2026**](https://sessionize.com/ferrisconf-2026/) | CFP closes 2026-03-01 | Oslo, Norway | 2026-06-04 - 2026-06-05";
const LISTED = [
  "* 2026-06-04 - 2026-06-05 | Oslo, NO | [Rust Fjord](https://www.meetup.com/rust-fjord/)",
  "    * [**FerrisConf**](https://ferrisconf.example/)",
];

describe("a conference that papers are called for", () => {
  it("is an event from the first call on, and stays listed while no issue lists it", () => {
    const { data } = buildDataSet([issue("2026-01-07", 1, [CALL]), issue("2026-05-27", 2, [], [])], context);
    const [event, ...more] = data.events;
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      ...{ title: "FerrisConf 2026", start: "2026-06-04", end: "2026-06-05", state: "listed", regions: ["Europe"] },
      ...{ url: "https://sessionize.com/ferrisconf-2026/", revision: 0, created: "2026-01-07" },
    });
    expect(data.calls).toMatchObject([{ closes: "2026-03-01", event: event?.id }]);
  });

  it("keeps its id when an issue lists it as an event, whose line then counts", () => {
    const announced = buildDataSet([issue("2026-01-07", 1, [CALL])], context).data;
    const { data } = addIssue(announced, issue("2026-05-13", 2, [CALL], LISTED), context);
    expect(data.events.map(({ id }) => id)).toEqual(announced.events.map(({ id }) => id));
    expect(data.events[0]).toMatchObject({ title: "FerrisConf", url: "https://ferrisconf.example/", revision: 1 });
    expect(data.events[0]?.listings.map(({ call }) => call)).toEqual([true, undefined]);
    expect(data).toEqual(
      buildDataSet([issue("2026-01-07", 1, [CALL]), issue("2026-05-13", 2, [CALL], LISTED)], context).data,
    );
  });

  it("is no second event when it was listed before, or in the same issue", () => {
    for (const issues of [
      [issue("2026-01-07", 1, [], LISTED), issue("2026-01-14", 2, [CALL], LISTED)],
      [issue("2026-01-07", 1, [CALL], LISTED)],
    ])
      expect(buildDataSet(issues, context).data.events).toMatchObject([{ title: "FerrisConf", revision: 0 }]);
  });

  it("moves with its call", () => {
    const moved = CALL.replace("2026-06-04 - 2026-06-05", "2026-06-11 - 2026-06-12");
    const { events } = buildDataSet([issue("2026-01-07", 1, [CALL]), issue("2026-01-14", 2, [moved])], context).data;
    expect(events).toMatchObject([{ start: "2026-06-11", end: "2026-06-12", state: "moved", revision: 1 }]);
  });

  it("is not the meetup of another group on its day", () => {
    const meetup = [
      "* 2026-06-04 | Oslo, NO | [Rust Fjord](https://www.meetup.com/rust-fjord/)",
      "    * [**Traits and Beer**](https://www.meetup.com/rust-fjord/events/1/)",
    ];
    const { events } = buildDataSet([issue("2026-01-07", 1, [CALL]), issue("2026-05-27", 2, [], meetup)], context).data;
    expect(events.map(({ title }: EventRecord) => title).sort()).toEqual(["FerrisConf 2026", "Traits and Beer"]);
  });
});
