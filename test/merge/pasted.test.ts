import { describe, expect, it } from "vitest";
import { A, B, type Case, check } from "./cases.ts";
import { merged } from "./listings.ts";

const COVE = "https://www.meetup.com/rust-cove/events/311111111/";
const cove = {
  by: ["rust-cove"],
  at: "https://www.meetup.com/rust-cove/",
  cities: ["Austin"],
  url: COVE,
  title: "Cove Night",
  start: "2024-05-13",
} as const;
const own = { at: "https://www.meetup.com/rust-berlin/", url: A, title: "Ferris Friends" } as const;
const COVE_2 = "https://www.meetup.com/rust-cove/events/311111112/";
const pasted = { ...own, url: COVE, title: "Cove Night" };
const elsewhere = { ...pasted, url: COVE_2 };

describe("another group's line under a row is that row's event", () => {
  it.each<Case>([
    ["printed twice, the own line behind it", [[cove, pasted, own]], ["05-01:1", "05-01:2 05-01:3"]],
    [
      "printed twice, the own line known",
      [
        [own, cove],
        [cove, pasted],
      ],
      ["05-01:1 05-08:2", "05-01:2 05-08:1"],
    ],
    [
      "printed twice, the own line a week later",
      [
        [cove, pasted],
        [cove, own],
      ],
      ["05-01:1 05-08:1", "05-01:2 05-08:2"],
    ],
    [
      "in the place of the own line, week after week",
      [[own, cove], [{ ...pasted, url: COVE_2 }], [{ ...pasted, url: COVE_2 }]],
      ["05-01:1 05-08:1 05-15:1", "05-01:2"],
    ],
  ])("%s", (_, issues, want) => check(issues, want));

  it("page and title stay those of its own line", () => {
    const { events } = merged([
      { issue: "2024-05-01", listings: [own, cove] },
      { issue: "2024-05-08", listings: [cove, pasted] },
    ]);
    const event = events.find(({ start }) => start === "2024-05-14");
    expect(event).toMatchObject({ title: "Ferris Friends", url: A, links: [], revision: 0, history: [] });
    expect(event?.listings.map(({ url }) => url)).toEqual([A, COVE]);
  });
});

describe("another group's line under a row is an event of its own", () => {
  it.each<Case>([
    [
      "where the group has two events that day",
      [[own, { ...own, url: B, title: "Study Circle" }, cove], [elsewhere]],
      ["05-01:1", "05-01:2", "05-01:3", "05-08:1"],
    ],
    [
      "where the own line is still there, and the other nowhere else",
      [
        [own, cove],
        [own, elsewhere],
      ],
      ["05-01:1 05-08:1", "05-01:2", "05-08:2"],
    ],
    ["where nobody else is known to use the page", [[own], [elsewhere]], ["05-01:1", "05-08:1"]],
    [
      "where the group has used pages of the other before",
      [[own, { ...pasted, start: "2024-05-10" }], [elsewhere]],
      ["05-01:1", "05-01:2", "05-08:1"],
    ],
    [
      "where both are there a week later",
      [
        [cove, pasted],
        [cove, own, pasted],
      ],
      ["05-01:1 05-08:1", "05-01:2 05-08:3", "05-08:2"],
    ],
    ["in another city", [[own, cove], [{ ...elsewhere, cities: ["Tokyo"] }]], ["05-01:1", "05-01:2", "05-08:1"]],
  ])("%s", (_, issues, want) => check(issues, want));
});
