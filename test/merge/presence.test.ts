import { describe, expect, it } from "vitest";
import { type BriefIssue, merged } from "./listings.ts";

const A = "https://www.meetup.com/rust-berlin/events/300000001/";
const B = "https://www.meetup.com/rust-berlin/events/300000002/";
const window = { from: "2024-05-01", to: "2024-05-31" };

/** The one event of the issues. */
function event(...issues: BriefIssue[]) {
  const { events } = merged(issues);
  expect(events).toHaveLength(1);
  return events[0]!;
}

describe("state", () => {
  const listed = { issue: "2024-05-01", listings: [{ url: A }], window };
  const empty = (issue: string, from = issue, to = "2024-06-30") => ({ issue, listings: [], window: { from, to } });

  it.each<[string, BriefIssue[], string]>([
    ["listed", [listed], "listed"],
    ["moved", [listed, { issue: "2024-05-08", listings: [{ url: A, start: "2024-05-20" }], window }], "moved"],
    ["gone from the newest issue that covers it", [listed, empty("2024-05-08")], "unlisted"],
    ["on the day of the issue, not listed", [listed, empty("2024-05-14")], "unlisted"],
    ["not covered by the newest issue", [listed, empty("2024-05-08", "2024-05-08", "2024-05-10")], "listed"],
    [
      "covered again and still gone",
      [listed, empty("2024-05-08"), empty("2024-05-09", "2024-05-09", "2024-05-10")],
      "unlisted",
    ],
    ["listed again", [listed, empty("2024-05-08"), { issue: "2024-05-09", listings: [{ url: A }], window }], "listed"],
    ["over", [listed, empty("2024-05-15")], "past"],
    ["over, whatever was last printed", [listed, { issue: "2024-05-15", listings: [{ url: A }], window }], "past"],
    ["cancelled", [{ ...listed, listings: [{ url: A, status: "cancelled" }] }], "cancelled"],
    [
      "cancelled and over",
      [{ ...listed, listings: [{ url: A, status: "cancelled" }] }, empty("2024-05-22")],
      "cancelled",
    ],
    [
      "not covered by an issue whose list begins after its day",
      [listed, { issue: "2024-05-13", listings: [{ url: B, start: "2024-05-15", title: "Other", by: ["other"] }] }],
      "listed",
    ],
    [
      "gone from an issue whose list begins on its day",
      [listed, { issue: "2024-05-13", listings: [{ url: B, title: "Other", by: ["other"], cities: ["Tokyo"] }] }],
      "unlisted",
    ],
    [
      "unlisted by an issue that states no window but lists later days",
      [
        listed,
        {
          issue: "2024-05-08",
          listings: [{ url: B, start: "2024-05-21", title: "Other", by: ["other"], cities: ["Tokyo"] }],
        },
      ],
      "unlisted",
    ],
  ])("%s", (_, issues, state) => {
    expect(merged(issues).events.find(({ url }) => url === A)?.state).toBe(state);
  });

  it("leaving and coming back are revisions, being over is none", () => {
    expect(event(listed, empty("2024-05-08"))).toMatchObject({ revision: 1, updated: "2024-05-08" });
    expect(event(listed, empty("2024-05-15"))).toMatchObject({ revision: 0, updated: "2024-05-01" });
  });
});
