import { describe, expect, it } from "vitest";
import { mergeIssue } from "../../src/merge/fold.ts";
import { NO_OVERRIDES } from "../../src/merge/overrides.ts";
import { eventsOf, type MergeState, openState } from "../../src/merge/state.ts";
import { canonicalLink } from "../../src/normalize/link.ts";
import { type Brief, listing } from "./listings.ts";

const url = "https://www.meetup.com/rust-berlin/events/300000001/";

function takeIn(state: MergeState, issue: string, ...briefs: Brief[]): MergeState {
  const listings = briefs.map((brief, at) => listing(issue, at + 1, brief));
  mergeIssue(state, { issue, number: null, window: null, listings }, NO_OVERRIDES);
  return state;
}

describe("records that were handed out never change", () => {
  const later: readonly (readonly [string, string, readonly Brief[]])[] = [
    ["listed again", "2024-05-08", [{ url }]],
    ["listed again with another title", "2024-05-08", [{ url, title: "Macros" }]],
    [
      "left out",
      "2024-05-08",
      [{ url: "https://other.example/x", start: "2024-05-20", title: "Other", by: ["other"] }],
    ],
    ["past", "2024-05-22", []],
  ];

  it.each(later)("%s", (_, issue, briefs) => {
    const one = takeIn(openState([], null, canonicalLink), "2024-05-01", { url });
    const handedOut = eventsOf(one);
    const before = JSON.stringify(handedOut);
    const two = takeIn(openState(handedOut, "2024-05-01", canonicalLink), issue, ...briefs);
    expect(JSON.stringify(handedOut)).toBe(before);
    takeIn(one, issue, ...briefs);
    expect(JSON.stringify(handedOut)).toBe(before);
    expect(eventsOf(two)).toEqual(eventsOf(one));
    expect(JSON.stringify(eventsOf(two))).not.toBe(before);
  });
});
