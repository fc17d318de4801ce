import { describe, expect, it } from "vitest";
import { addCalls } from "../../src/calls/merge.ts";
import { conferenceOf, TIE_RULES } from "../../src/calls/tie.ts";
import { NO_OVERRIDES } from "../../src/merge/overrides.ts";
import { canonicalLink } from "../../src/normalize/link.ts";
import { buildDataSet } from "../../src/pipeline.ts";
import { gazetteer, read } from "./read.ts";

/** The title and day of the event that the call of an issue is tied to; null where there is none. */
function tied(call: string, ...events: readonly string[]): string | null {
  const issue = "2026-02-25";
  const text = `### CFP - Events\n\n* ${call}\n\n## Upcoming Events\n\n### Europe\n${events.map((event) => `* ${event}\n`).join("")}`;
  const file = { name: `${issue}-this-week-in-rust.md`, issue, blob: "", text };
  const { events: all } = buildDataSet([file], { gazetteer, overrides: NO_OVERRIDES }).data;
  const records = all.filter(({ listings }) => listings.some((ref) => !ref.call));
  const event = conferenceOf(addCalls([], read(issue, text).calls, canonicalLink)[0]!, records);
  return event && `${event.title} ${event.start}`;
}

const CALL =
  "[**EuroRust 2026**](https://sessionize.com/eurorust-2026/) | 2026-04-27 | Barcelona, Spain | 2026-10-14 - 2026-10-17 | [Website](https://eurorust.eu/)";
const listed = (day: string, city: string, title: string, url = "https://example.org/e") =>
  `${day} | ${city} | [Group](https://group.example/)\n    * [**${title}**](${url})`;

describe("a call", () => {
  it.each([
    ["EuroRust", "https://example.org/e"],
    ["Two days of talks", "https://www.eurorust.eu/schedule"],
    ["EuroRust 2026: the European conference", "https://example.org/e"],
  ])("is tied to the event %s, %s", (title, url) => {
    expect(
      tied(
        CALL,
        listed("2026-10-01", "Barcelona, ES", "Rust BCN meetup"),
        listed("2026-10-14", "Barcelona, ES", title, url),
      ),
    ).toBe(`${title} 2026-10-14`);
  });

  it.each([
    ["another city", listed("2026-10-14", "Vienna, AT", "EuroRust")],
    ["other days", listed("2026-11-14", "Barcelona, ES", "EuroRust")],
    ["another name", listed("2026-10-14", "Barcelona, ES", "Rust BCN meetup")],
    ["its own deadline", listed("2026-10-14", "Barcelona, ES", "EuroRust CFP deadline", "https://eurorust.eu/cfp")],
  ])("is not tied to an event with %s", (_what, event) => {
    expect(tied(CALL, event)).toBeNull();
  });

  it("is tied to the conference, not to one of its evenings", () => {
    const days = [
      listed("2026-10-14", "Barcelona, ES", "EuroRust - Party", "https://eurorust.eu/party"),
      listed("2026-10-14 - 2026-10-17", "Barcelona, ES", "Conference", "https://eurorust.eu/schedule"),
    ];
    expect(tied(CALL, ...days)).toBe("Conference 2026-10-14");
  });

  it("is tied to the same of two equal events, in whatever order they are known", () => {
    const two = ["https://one.example/", "https://two.example/"].map((url) => ({
      ...{ title: "EuroRust", url, groups: [], places: [], start: "2026-10-14", end: "2026-10-17" },
    }));
    const call = addCalls([], read("2026-02-25", `### CFP - Events\n\n* ${CALL}`).calls, canonicalLink)[0]!;
    expect(conferenceOf(call, two)).toBe(two[0]);
    expect(conferenceOf(call, two.toReversed())).toBe(two[0]);
  });

  it("has rules with names of their own", () => {
    expect(new Set(TIE_RULES.map(({ rule }) => rule)).size).toBe(TIE_RULES.length);
  });
});
