import { expect, test } from "vitest";
import { descriptionOf } from "../../src/render/describe.ts";
import { event } from "./events.ts";

const SOURCE =
  "Listed in This Week in Rust 640 of 2026-03-04: https://this-week-in-rust.org/blog/2026/03/04/this-week-in-rust-640/";

test("a description contains news, organisers, places, links, and the issue that first listed the event", () => {
  const description = descriptionOf(
    event({
      links: [
        { text: "Stream", url: "https://video.example/1" },
        { text: "Bad", url: "javascript:alert(1)" },
        { text: "Once more", url: "https://events.example/hack-and-learn" },
      ],
      history: [{ issue: "2026-03-04", field: "start", from: "2026-03-09", to: "2026-03-10" }],
    }),
  );
  expect(description).toBe(`Moved from Monday, 9 March 2026.

Organised by Rust Berlin
Where: Berlin, DE

https://events.example/hack-and-learn
Stream: https://video.example/1
Rust Berlin: https://groups.example/rust-berlin

Only the day is known here, not the hour: see the event's own page.
${SOURCE}`);
});

test("a description has no empty paragraphs", () => {
  const bare = event({ url: null, groups: [], places: [], mode: null, listings: [] });
  expect(descriptionOf(bare)).toBe("Only the day is known here, not the hour: ask the organiser.");
});

test.each([
  [{ status: "cancelled" }, "This event is cancelled."],
  [{ status: "postponed" }, "This event is postponed. The new date is not known yet."],
  [{ state: "unlisted" }, "The newest issue no longer lists this event. Ask the organiser whether it takes place."],
  [{ state: "unlisted", status: "cancelled" }, "This event is cancelled."],
  [{}, "Organised by Rust Berlin"],
] as const)("of %j a description first says %j", (given, first) => {
  expect(descriptionOf(event(given)).split("\n")[0]).toBe(first);
});

test("an event that returned to its first date has not moved", () => {
  const back = event({
    history: [
      { issue: "2026-03-04", field: "start", from: "2026-03-10", to: "2026-03-09" },
      { issue: "2026-03-04", field: "start", from: "2026-03-10", to: "2026-03-10" },
    ],
  });
  expect(descriptionOf(back)).not.toContain("Moved");
});

test("an event with a start time does not say that it is unknown", () => {
  expect(descriptionOf(event({ allDay: false, startsAt: "2026-03-10T18:00:00Z" }))).not.toContain("hour");
});

test("an issue without a number is referred to by date", () => {
  const listings = [{ issue: "2014-03-04", number: null, line: 1, url: null }];
  expect(descriptionOf(event({ listings }))).toContain(
    "Listed in This Week in Rust of 2014-03-04: https://this-week-in-rust.org/blog/archives/",
  );
});
