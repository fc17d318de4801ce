import { describe, expect, it } from "vitest";
import { freeId, mintId } from "../../src/merge/ids.ts";
import { keepIds } from "../../src/merge/keep-ids.ts";
import { type BriefIssue, listing, merged } from "./listings.ts";

const A = "https://www.meetup.com/rust-berlin/events/300000001/";
const free = () => false;

describe("mintId", () => {
  const first = listing("2024-05-01", 7, { url: A });
  const id = mintId(first, free);

  it("is twelve letters and digits", () => expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/));

  it.each<[string, Parameters<typeof listing>]>([
    ["title", ["2024-05-01", 7, { url: A, title: "Other" }]],
    ["place and organiser", ["2024-05-01", 7, { url: A, cities: ["Tokyo"], by: ["other"] }]],
    ["issue and line", ["2024-05-08", 9, { url: A }]],
    ["spelling of the link", ["2024-05-01", 7, { url: A.replace("www.", "").replace("https", "http") }]],
  ])("does not depend on the %s", (_, other) => expect(mintId(listing(...other), free)).toBe(id));

  it("depends on page and day; on organiser and title where the page is no event's own", () => {
    const room = "https://discord.gg/abc";
    const ids = [
      id,
      mintId(listing("2024-05-01", 7, { url: A, start: "2024-05-15" }), free),
      mintId(listing("2024-05-01", 7, { url: room }), free),
      mintId(listing("2024-05-01", 7, { url: room, title: "Other" }), free),
      mintId(listing("2024-05-01", 7, { url: room, by: ["other"] }), free),
      mintId(listing("2024-05-01", 7), free),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives the next of a fixed row when an id is taken", () => {
    const second = mintId(first, (taken) => taken === id);
    expect(second).not.toBe(id);
    expect(mintId(first, (taken) => taken === id)).toBe(second);
    expect(freeId("x", free)).not.toBe(freeId("y", free));
  });
});

describe("keepIds, when older issues came to light", () => {
  const week = (issue: string, ...listings: BriefIssue["listings"]): BriefIssue => ({ issue, listings });
  const events = (...issues: BriefIssue[]) => merged(issues).events;
  const late = week("2024-05-08", { url: A });

  it("an event keeps the id that was given to it", () => {
    const old = events(late);
    const rebuilt = events(week("2024-05-01", { url: A, start: "2024-05-13" }), late);
    expect(rebuilt[0]!.id).not.toBe(old[0]!.id);
    const [kept] = keepIds(old, rebuilt, "2024-05-08");
    expect(kept).toMatchObject({ id: old[0]!.id, created: "2024-05-01", revision: 0 });
    expect(keepIds([kept!], rebuilt, "2024-05-08")).toEqual([kept]);
  });

  it("revision and update never go back, and do not move without a difference", () => {
    const old = [{ ...events(late)[0]!, revision: 5, updated: "2024-05-08" }];
    const same = keepIds(old, events(late), "2024-05-15")[0];
    expect(same).toMatchObject({ revision: 5, updated: "2024-05-08" });
    const other = keepIds(old, events(week("2024-05-08", { url: A, title: "Another Title" })), "2024-05-15")[0];
    expect(other).toMatchObject({ revision: 6, updated: "2024-05-15" });
  });

  it("that an event is not said to be moved any more is a revision", () => {
    const [one] = events(late);
    const moved = {
      ...one!,
      history: [{ issue: "2024-05-08", field: "start", from: "2024-05-07", to: one!.start } as const],
    };
    expect(keepIds([moved], [one!], "2024-05-15")).toMatchObject([{ revision: 1, updated: "2024-05-15", history: [] }]);
  });

  it("of two events that turn out to be one the older id stays", () => {
    const first = week("2024-05-08", { url: A, line: 1 });
    const second = week("2024-05-15", { url: A, start: "2024-05-29", line: 2 });
    const old = events(first, second);
    expect(old).toHaveLength(2);
    const joined = [{ ...old[1]!, listings: old.flatMap(({ listings }) => listings) }];
    const [kept] = keepIds(old, joined, "2024-05-15");
    expect(kept).toMatchObject({ id: old[0]!.id, aliases: [old[1]!.id] });
    // The other id is there as long as they are one, and an event's own again when they are not.
    expect(keepIds([kept!], joined, "2024-05-22")).toEqual([kept]);
    const parted = keepIds([kept!], old, "2024-05-22");
    expect(parted.map(({ id, aliases }) => [id, aliases])).toEqual(old.map(({ id }) => [id, undefined]));
  });

  it("of two of one age the one listed more often stays", () => {
    const two = week("2024-05-08", { url: A }, { url: "https://other.example/x", title: "Other Talks", by: ["other"] });
    const old = events(two, week("2024-05-15", two.listings[0]!)).map((event) => ({ ...event, start: "2024-05-14" }));
    for (const ids of [
      ["a", "b"],
      ["b", "a"],
    ] as const) {
      const given = old.map((event) => ({ ...event, id: ids[event.listings.length - 1]! }));
      const joined = [{ ...given[0]!, id: "c", listings: given.flatMap(({ listings }) => listings) }];
      expect(keepIds(given, joined, "2024-05-15")).toMatchObject([{ id: ids[1], aliases: [ids[0]] }]);
    }
  });

  it("an alias that the rebuilt event has already is kept with those that were given before", () => {
    const [event] = events(late);
    const [kept] = keepIds(
      [{ ...event!, aliases: ["bbbbbbbbbbbb"] }],
      [{ ...event!, aliases: ["aaaaaaaaaaaa"] }],
      "2024-05-15",
    );
    expect(kept?.aliases).toEqual(["aaaaaaaaaaaa", "bbbbbbbbbbbb"]);
  });

  it("revision and update of what is over for a year are those of the rebuilt event", () => {
    const old = [{ ...events(late)[0]!, revision: 5, updated: "2024-06-05" }];
    expect(keepIds(old, events(late), "2025-05-14")[0]).toMatchObject({ revision: 5, updated: "2024-06-05" });
    expect(keepIds(old, events(late), "2025-05-15")[0]).toMatchObject({ revision: 0, updated: "2024-05-08" });
  });

  it("of an event that turns out to be two the first listing's keeps the id", () => {
    const [old] = events(week("2024-05-01", { url: A, line: 1 }), week("2024-05-08", { url: A, line: 2 }));
    const [one, two] = old!.listings;
    const halves = [
      { ...old!, id: "aaaaaaaaaaaa", listings: [two!] },
      { ...old!, id: old!.id, start: "2024-06-01", listings: [two!] },
      { ...old!, id: "bbbbbbbbbbbb", start: "2024-06-02", listings: [one!] },
    ];
    const kept = keepIds([old!], halves, "2024-05-08");
    expect(kept.find(({ start }) => start === "2024-06-02")?.id).toBe(old!.id);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(3);
  });

  it("lines that were shifted in an edited issue do no harm", () => {
    const old = events(
      week(
        "2024-05-01",
        { url: A, line: 10 },
        {
          url: "https://other.example/x",
          line: 12,
          start: "2024-05-20",
          by: ["other"],
          cities: ["Tokyo"],
          title: "Tokyo Talks",
        },
      ),
    );
    const edited = events(
      week(
        "2024-05-01",
        { url: A, line: 12, start: "2024-05-16" },
        {
          url: "https://other.example/x",
          line: 14,
          start: "2024-05-20",
          by: ["other"],
          cities: ["Tokyo"],
          title: "Tokyo Talks",
        },
      ),
    );
    expect(keepIds(old, edited, "2024-05-01").map(({ id, url }) => [id, url])).toEqual(
      old.map(({ id, url }) => [id, url]),
    );
  });
});
