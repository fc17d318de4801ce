import { describe, expect, it } from "vitest";
import { mergeIssue } from "../../src/merge/fold.ts";
import { NO_OVERRIDES } from "../../src/merge/overrides.ts";
import { eventsOf, openState } from "../../src/merge/state.ts";
import { canonicalLink } from "../../src/normalize/link.ts";
import { A, B, type Case, check, page } from "./cases.ts";
import { type BriefIssue, listing, merged } from "./listings.ts";

const talk = { url: A, title: "Writing Chess Engines from Scratch" } as const;
const later = { ...talk, start: "2024-06-04" } as const;
const edition = { url: A, title: "Ferris 2024 / 2" } as const;
const nextDay = { ...edition, start: "2024-05-15" } as const;

describe("moved", () => {
  it.each<Case>([
    ["postponed in its week", [[talk], [talk], [later], [later]], ["05-01:1 05-08:1 05-15:1 05-22:1"]],
    ["postponed in its week, the new day printed a week later", [[], [talk], [], [later]], ["05-08:1 05-22:1"]],
    ["postponed, and left out in its week", [[talk], [], [later]], ["05-01:1 05-15:1"]],
    ["postponed by ten days", [[], [{ url: A }], [{ url: A, start: "2024-05-24" }]], ["05-08:1 05-15:1"]],
    [
      "printed on two days, then on the later alone",
      [[edition], [edition, nextDay], [nextDay]],
      ["05-01:1 05-08:1 05-08:2 05-15:1"],
    ],
    [
      "printed on two days, then on the later alone under two headings",
      [[edition], [edition, nextDay], [{ ...nextDay, region: "Virtual" }, nextDay]],
      ["05-01:1 05-08:1 05-08:2 05-15:1 05-15:2"],
    ],
    [
      "its page borrowed from another day of the group, long ago",
      [
        [{ url: B, title: "Zero Knowledge", start: "2024-05-07" }],
        ...Array.from({ length: 30 }, () => [] as const),
        [{ url: B, title: "Zero Knowledge", start: "2024-12-25" }],
        [{ url: A, title: "Windows in Rust", start: "2024-12-25" }],
      ],
      ["05-01:1", "12-04:1 12-11:1"],
    ],
  ])("%s", (_, issues, want) => check(issues, want));
});

describe("not moved", () => {
  it.each<Case>([
    [
      "a series, by its title",
      [[{ ...talk, url: B, start: "2024-05-10" }, talk], [talk], [later]],
      ["05-01:1", "05-01:2 05-08:1", "05-15:1"],
    ],
    [
      "a page that is no event's own",
      [[{ ...talk, url: page("abcdwsygchbsb") }], [], [{ ...later, url: page("abcdwsygchbsb") }]],
      ["05-01:1", "05-15:1"],
    ],
    [
      "a page that served several days",
      [[talk, { ...talk, start: "2024-05-10" }], [], [later]],
      ["05-01:1", "05-01:2", "05-15:1"],
    ],
    ["left out in its week, and not in the next issue", [[talk], [], [], [later]], ["05-01:1", "05-22:1"]],
    [
      "another part of a course",
      [[{ ...talk, title: `${talk.title} 1` }], [], [{ ...later, title: `${talk.title} 2` }]],
      ["05-01:1", "05-15:1"],
    ],
    [
      "a title without a subject, two weeks later",
      [[], [{ url: A, title: "Hack Night" }], [{ url: A, title: "Hack Night", start: "2024-05-29" }]],
      ["05-08:1", "05-15:1"],
    ],
    [
      "printed on two days, the older still there",
      [[edition], [edition, nextDay], [edition, nextDay]],
      ["05-01:1 05-08:1 05-15:1", "05-08:2 05-15:2"],
    ],
    [
      "printed on two days, the later gone",
      [[edition], [edition, nextDay], [edition]],
      ["05-01:1 05-08:1 05-15:1", "05-08:2"],
    ],
    [
      "printed on two days without an edition",
      [[{ url: A }], [{ url: A }, { url: A, start: "2024-05-15" }], [{ url: A, start: "2024-05-15" }]],
      ["05-01:1 05-08:1", "05-08:2 05-15:1"],
    ],
  ])("%s", (_, issues, want) => check(issues, want));
});

describe("an event that turns out to be a part of another", () => {
  const week = (issue: string, ...listings: BriefIssue["listings"]): BriefIssue => ({ issue, listings });
  const two = [week("2024-05-01", edition), week("2024-05-08", edition, nextDay)];
  const [older, part] = merged(two).events;
  const { events } = merged([...two, week("2024-05-13", nextDay)]);

  it("leaves its id as an alias, and the older one has the new day", () => {
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      id: older!.id,
      aliases: [part!.id],
      start: "2024-05-15",
      state: "moved",
      created: "2024-05-01",
      history: [{ issue: "2024-05-13", field: "start", from: "2024-05-14", to: "2024-05-15" }],
    });
    expect(Object.keys(events[0]!).slice(0, 3)).toEqual(["id", "aliases", "title"]);
  });

  it("is none as long as only a draft lacks the older line", () => {
    const state = openState(merged(two).events, "2024-05-08", canonicalLink);
    const listings = [listing("2024-05-13", 1, nextDay)];
    mergeIssue(
      state,
      { issue: "2024-05-13", number: null, window: null, listings, draft: { after: "2024-05-08" } },
      NO_OVERRIDES,
    );
    expect(eventsOf(state).map(({ id }) => id)).toEqual([older!.id, part!.id]);
  });

  it("its id is never given again", () => {
    const { ids } = openState(events, "2024-05-13", canonicalLink);
    expect([...ids].sort()).toEqual([older!.id, part!.id].sort());
  });

  it("aliases outlast later changes", () => {
    const changed = merged([
      ...two,
      week("2024-05-13", nextDay),
      week("2024-05-14", { ...nextDay, title: "Ferris 2024 / 2!" }),
    ]);
    expect(changed.events[0]).toMatchObject({ aliases: [part!.id], revision: 2 });
    expect(eventsOf(openState(events, "2024-05-13", canonicalLink))).toEqual(events);
  });
});

describe("a typo that is mended", () => {
  const beside = (start: string, id: number) =>
    ({
      url: `https://www.meetup.com/rust-cove/events/31111111${id}/`,
      title: `Cove ${id}`,
      by: ["rust-cove"],
      start,
    }) as const;
  const [before, after] = [beside("2024-05-20", 1), beside("2024-05-27", 2)];
  const state = (first: BriefIssue["listings"], start: string) =>
    merged([
      { issue: "2024-05-01", listings: first },
      { issue: "2024-05-08", listings: [before, { url: A, start }, after] },
    ]).events.find(({ url }) => url === A);

  it("is no move where the issue printed the day out of order, in the place of the other", () => {
    expect(state([before, { url: A }, after], "2024-05-21")).toMatchObject({
      state: "listed",
      revision: 1,
      history: [],
      start: "2024-05-21",
    });
  });

  it("is no move where the day was far from its issue", () => {
    const { events } = merged([
      { issue: "2024-05-01", listings: [{ url: A, start: "2023-05-14", suspicious: true }] },
      { issue: "2024-05-08", listings: [{ url: A }] },
    ]);
    expect(events).toMatchObject([{ state: "listed", revision: 1, history: [], start: "2024-05-14" }]);
  });

  it.each([
    ["the day was printed in order", [{ url: A }, before, after], "2024-05-21"],
    ["the other day has its place elsewhere", [before, { url: A }, after], "2024-05-28"],
  ] as const)("is a move where %s", (_, first, start) => {
    expect(state(first, start)).toMatchObject({ state: "moved", history: [{ field: "start" }] });
  });
});

describe("a sentence in prose", () => {
  const text = "The Berlin meetup for May has been cancelled.";
  const after = (notice: string, first: BriefIssue["listings"], later: BriefIssue["listings"] = []) =>
    merged([
      { issue: "2024-05-01", listings: first },
      { issue: "2024-05-08", listings: later, notices: [{ text: notice, status: "cancelled" }] },
    ]).events;

  it("cancels the event of that group and month", () => {
    expect(after(text, [{ url: A }])).toMatchObject([
      {
        status: "cancelled",
        state: "cancelled",
        revision: 1,
        updated: "2024-05-08",
        history: [{ field: "status", to: "cancelled" }],
      },
    ]);
  });

  it.each<[string, string, BriefIssue["listings"], BriefIssue["listings"]]>([
    ["names another month", text.replace("May", "June"), [{ url: A }], []],
    ["names another group", text.replace("Berlin", "Cove"), [{ url: A }], []],
    ["may mean either of two", text, [{ url: A }, { url: B, start: "2024-05-28", title: "Study Circle" }], []],
    ["stands in an issue that lists the event", text, [{ url: A }], [{ url: A }]],
  ])("leaves the event as it is where it %s", (_, notice, first, later) => {
    expect(after(notice, first, later).every(({ status }) => status === "confirmed")).toBe(true);
  });
});
