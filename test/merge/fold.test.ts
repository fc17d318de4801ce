import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstFacts } from "../../src/merge/first.ts";
import { mergeIssue } from "../../src/merge/fold.ts";
import { begin, revise } from "../../src/merge/history.ts";
import { NO_OVERRIDES } from "../../src/merge/overrides.ts";
import { saysTheSame } from "../../src/merge/repeat.ts";
import { factsOf } from "../../src/merge/revise.ts";
import { eventsOf, type MergeState, openState } from "../../src/merge/state.ts";
import { canonicalLink } from "../../src/normalize/link.ts";
import { type Brief, CITIES, listing } from "./listings.ts";

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

describe("ways that are shorter than factsOf give what it gives", () => {
  const links = fc.constantFrom(url, "javascript:alert(1)").map((url) => [{ text: "Stream", url }]);
  const mostly = <Value>(usual: Value, ...others: Value[]) =>
    fc.oneof({ arbitrary: fc.constant(usual), weight: 4 }, fc.constantFrom(...others));
  const given = fc
    .record({
      url: mostly(url, null, `${url}?a=1`, "https://discord.gg/abc", "javascript:alert(1)"),
      links: fc.oneof({ arbitrary: fc.constant([]), weight: 4 }, links),
      start: mostly<string | null>("2024-05-14", "2024-05-16", null),
      end: mostly<string | null>("2024-05-14", "2024-05-13", "2024-05-16", null),
      title: mostly("Ferris and Friends", "", "CANCELLED"),
      mode: fc.constantFrom("virtual", "hybrid", "in-person", null),
      status: mostly<"confirmed" | "cancelled">("confirmed", "cancelled"),
      region: fc.constantFrom("Virtual", "Asia Pacific", "Europe", "South America", null),
      cities: mostly<(keyof typeof CITIES)[]>(["Berlin"], [], ["Tokyo"], ["Berlin", "Tokyo"]),
      by: mostly<string[]>(["rust-berlin"], [], ["ferris"], ["ferris", "ferris"]),
      suspicious: mostly(false, true),
      nowhere: mostly(false, true),
    })
    .map(({ nowhere, end, ...rest }) => {
      const made = listing("2024-05-01", 1, { ...rest, end });
      const place = { ...CITIES.Berlin, city: null, country: null, timeZone: null };
      return nowhere ? { ...made, resolved: [place, ...made.resolved] } : made;
    });
  const homes = fc.constantFrom(null, "Asia/Tokyo", "Europe/Berlin").map((zone) => () => zone);

  it("for the only listing of a new event", () => {
    fc.assert(
      fc.property(given, homes, (listing, home) => {
        expect(firstFacts(listing, canonicalLink, home)).toEqual(factsOf([listing], null, canonicalLink, home));
      }),
      { numRuns: 2_000 },
    );
  });

  it("for a listing that repeats what is known", () => {
    let [times, others] = [0, 0];
    fc.assert(
      fc.property(given, given, given, homes, homes, (one, two, three, before, home) => {
        fc.pre(one.start !== null);
        const known = begin("a", "2024-05-01", factsOf([one, two], null, canonicalLink, before), []);
        if (!saysTheSame(three, known, canonicalLink, home)) return;
        times++;
        if (three.region === null || three.organisers.length === 0 || three.resolved.length === 0) others++;
        const facts = factsOf([three], known, canonicalLink, home);
        expect(revise(known, "2024-05-08", facts, [])).toEqual(known);
      }),
      { numRuns: 10_000 },
    );
    expect(Math.min(times - others, others)).toBeGreaterThan(10);
  });
});
