import { expect, it } from "vitest";
import { merged } from "./listings.ts";

const A = "https://www.meetup.com/rust-berlin/events/300000001/";

it("tells of a listing that has no date and is of no known event", () => {
  const { events, problems } = merged([{ issue: "2024-05-01", listings: [{ start: null, title: "Some Day" }] }]);
  expect(events).toEqual([]);
  expect(problems).toMatchObject([{ rule: "no-date", issue: "2024-05-01", line: 1, printed: "Some Day" }]);
});

it("tells of a page that stands on two days", () => {
  const { problems } = merged([
    { issue: "2024-05-01", listings: [{ url: A }, { url: A }, { url: A, start: "2024-05-28" }] },
  ]);
  expect(problems).toMatchObject([{ rule: "link-copied", severity: "info", line: 3, printed: A }]);
});
