import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstFacts } from "../../src/merge/first.ts";
import { mergeIssue } from "../../src/merge/fold.ts";
import { NO_OVERRIDES } from "../../src/merge/overrides.ts";
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

it("the facts of a new event's only listing are those of a list of it", () => {
  const days = fc.constantFrom("2024-05-13", "2024-05-14", "2024-05-16");
  const urls = fc.constantFrom(null, url, "https://discord.gg/abc", "javascript:alert(1)", "https://conf.example/");
  const links = fc.array(
    urls.map((url) => ({ text: "Stream", url: url ?? "https://stream.example/" })),
    {
      maxLength: 1,
    },
  );
  const brief = fc.record({
    url: urls,
    links,
    start: fc.option(days),
    end: fc.option(days),
    title: fc.constantFrom("", "Ferris and Friends"),
    mode: fc.constantFrom("virtual", "hybrid", "in-person", null),
    status: fc.constantFrom("confirmed", "cancelled", "postponed"),
    region: fc.constantFrom("Virtual", "Asia Pacific", "Europe", "South America", null),
    cities: fc.array(fc.constantFrom<keyof typeof CITIES>("Berlin", "Tokyo", "Austin"), { maxLength: 2 }),
    by: fc.array(fc.constantFrom("rust-berlin", "ferris"), { maxLength: 2 }),
    nowhere: fc.boolean(),
  });
  const home = (slug: string) => (slug === "ferris" ? "Asia/Tokyo" : null);
  fc.assert(
    fc.property(brief, ({ nowhere, end, ...rest }) => {
      const made = listing("2024-05-01", 1, { ...rest, end });
      const place = { ...CITIES.Berlin, city: null, country: null, timeZone: null };
      const given = nowhere ? { ...made, resolved: [place, ...made.resolved] } : made;
      expect(firstFacts(given, canonicalLink, home)).toEqual(factsOf([given], null, canonicalLink, home));
    }),
    { numRuns: 2_000 },
  );
});
