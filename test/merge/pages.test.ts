import { describe, it } from "vitest";
import { A, B, type Case, check, page } from "./cases.ts";

const FRONT = "https://www.meetup.com/ferris/";
const OTHER = "https://www.meetup.com/ferris/events/311111111/";
const TICKETS = "https://tickets.example/may";
const SITE = "https://ferrisconf.example/";
const CHAT = "https://discord.gg/abc";
const docs = { mode: "virtual", title: "Docs Team Meeting in the ferris channel", by: [], cities: [] } as const;
const core = { ...docs, title: "Core Team Meeting in the ferris channel" };
const online = { mode: "hybrid", title: "May Meetup" } as const;

describe("one event with another page", () => {
  it.each<Case>([
    [
      "a hybrid event with a page for each of its headings",
      [
        [
          { url: A, region: "Virtual", mode: "hybrid" },
          { url: B, mode: "hybrid" },
        ],
      ],
      ["05-01:1 05-01:2"],
    ],
    [
      "a recurring page and its number, both printed",
      [[{ url: page("abcdwsygchbsb") }, { url: A }]],
      ["05-01:1 05-01:2"],
    ],
    [
      "two names of its group, one with its front page alone, and a title that names the edition",
      [
        [
          { ...online, url: FRONT, by: ["ferris"], region: "Virtual" },
          { ...online, url: A },
        ],
      ],
      ["05-01:1 05-01:2"],
    ],
    [
      "a recurring page, planned for the week before, that got a number and a title",
      [[{ url: page("abcdwsygchbkb"), title: "Monthly" }], [{ url: A, title: "Atomics" }]],
      ["05-01:1 05-08:1"],
    ],
    [
      "a further link that is another listing's page",
      [
        [
          { url: A, links: [{ text: "tickets", url: TICKETS }] },
          { url: `${TICKETS}/`, title: "Atomics" },
        ],
      ],
      ["05-01:1 05-01:2"],
    ],
    [
      "a page that becomes a further link of another",
      [[{ url: TICKETS, title: "Atomics" }], [{ url: A, links: [{ text: "tickets", url: TICKETS }] }]],
      ["05-01:1 05-08:1"],
    ],
    [
      "a numbered page that moved to the next day of its series",
      [
        [{ url: page("abcdwsygchbkb"), start: "2024-05-07" }],
        [{ url: A, start: "2024-05-21" }],
        [{ url: A, start: "2024-06-04" }],
      ],
      ["05-01:1", "05-08:1 05-15:1"],
    ],
    [
      "moved by two days, and its page with it",
      [[{ url: A, title: "May Meetup" }], [{ url: B, title: "May Meetup", start: "2024-05-16" }]],
      ["05-01:1 05-08:1"],
    ],
  ])("%s", (_, issues, want) => check(issues, want));
});

describe("two events with a page each", () => {
  it.each<Case>([
    [
      "the next of a series, with the recurring page of the one before",
      [
        [{ url: page("abcdwsygchbkb"), start: "2024-05-07" }],
        [{ url: page("abcdwsygchbcc"), start: "2024-05-21" }],
        [{ url: page("abcdwsygchbcc"), start: "2024-06-04" }],
      ],
      ["05-01:1", "05-08:1", "05-15:1"],
    ],
    [
      "a recurring page that moved to a day of its own",
      [
        [{ url: page("abcdwsygchbkb"), start: "2024-05-07" }],
        [{ url: page("abcdwsygchbcc"), start: "2024-05-21" }],
        [{ url: page("abcdwsygchbcc"), start: "2024-05-28" }],
      ],
      ["05-01:1", "05-08:1 05-15:1"],
    ],
    ["two sessions of a series, one on a wrong day", [[{ url: A }, { url: B }]], ["05-01:1", "05-01:2"]],
    [
      "a session on the day of another, mended a week later",
      [[{ url: A }], [{ url: A }, { url: B }], [{ url: B, start: "2024-05-21" }]],
      ["05-01:1 05-08:1", "05-08:2 05-15:1"],
    ],
    [
      "two groups of one city, each with its page",
      [
        [
          { ...online, url: OTHER, by: ["ferris"], region: "Virtual" },
          { ...online, url: A },
        ],
      ],
      ["05-01:1", "05-01:2"],
    ],
    [
      "two groups of one city, one with its front page alone, and a title that any edition has",
      [
        [
          { ...online, url: FRONT, by: ["ferris"], title: "Monthly Meetup" },
          { ...online, url: A, title: "Monthly Meetup" },
        ],
      ],
      ["05-01:1", "05-01:2"],
    ],
    [
      "two groups of one city, one with its front page alone, on site",
      [
        [
          { url: FRONT, by: ["ferris"], title: "May Meetup" },
          { url: A, title: "May Meetup" },
        ],
      ],
      ["05-01:1", "05-01:2"],
    ],
    [
      "a recurring page that was planned for another month, and one with a number",
      [[{ url: page("abcdwsygcgbdb"), title: "Monthly" }], [{ url: A, title: "Atomics" }]],
      ["05-01:1", "05-08:1"],
    ],
    [
      "a recurring page, planned for the week before, and one with a number, both printed",
      [
        [{ url: page("abcdwsygchbkb"), title: "Monthly" }],
        [
          { url: A, title: "Atomics" },
          { url: page("abcdwsygchbkb"), title: "Monthly" },
        ],
      ],
      ["05-01:1 05-08:2", "05-08:1"],
    ],
    [
      "a further link that is another group's page",
      [
        [
          { url: A, links: [{ text: "tickets", url: TICKETS }] },
          { url: TICKETS, title: "Atomics", by: ["ferris"] },
        ],
      ],
      ["05-01:1", "05-01:2"],
    ],
    [
      "a further link that serves a series",
      [
        [
          { url: A, links: [{ text: "chat", url: CHAT }] },
          { url: CHAT, title: "Atomics" },
        ],
      ],
      ["05-01:1", "05-01:2"],
    ],
    [
      "a workshop that names the conference's site",
      [
        [
          { url: A, links: [{ text: "site", url: SITE }] },
          { url: SITE, title: "FerrisConf" },
        ],
      ],
      ["05-01:1", "05-01:2"],
    ],
    [
      "the next one's page has a title that any edition has",
      [[{ url: A }], [{ url: B, start: "2024-05-16" }]],
      ["05-01:1", "05-08:1"],
    ],
    [
      "the next one is more than a week later",
      [[{ url: A, title: "May Meetup" }], [{ url: B, title: "May Meetup", start: "2024-05-22" }]],
      ["05-01:1", "05-08:1"],
    ],
    [
      "the other one is still listed",
      [
        [{ url: A, title: "May Meetup" }],
        [
          { url: B, title: "May Meetup", start: "2024-05-16" },
          { url: A, title: "May Meetup" },
        ],
      ],
      ["05-01:1 05-08:2", "05-08:1"],
    ],
    [
      "the other one was left out a week before",
      [
        [{ url: A, title: "May Meetup", start: "2024-05-20" }],
        [{ url: OTHER, title: "Atomics", by: ["ferris"], start: "2024-05-24" }],
        [{ url: B, title: "May Meetup", start: "2024-05-22" }],
      ],
      ["05-01:1", "05-08:1", "05-15:1"],
    ],
    [
      "the other one is over",
      [[{ url: A, title: "May Meetup", start: "2024-05-07" }], [{ url: B, title: "May Meetup", start: "2024-05-11" }]],
      ["05-01:1", "05-08:1"],
    ],
    [
      "the other one is another group's",
      [[{ url: OTHER, title: "May Meetup", by: ["ferris"] }], [{ url: A, title: "May Meetup", start: "2024-05-16" }]],
      ["05-01:1", "05-08:1"],
    ],
  ])("%s", (_, issues, want) => check(issues, want));
});

describe("two events in words that are nearly the same", () => {
  it.each<Case>([
    [
      "without a page",
      [
        [docs, core],
        [core, docs],
      ],
      ["05-01:1 05-08:2", "05-01:2 05-08:1"],
    ],
    ["one with a page", [[docs], [{ ...core, url: CHAT }, docs]], ["05-01:1 05-08:2", "05-08:1"]],
  ])("%s", (_, issues, want) => check(issues, want));
});
