import { describe, it } from "vitest";
import { A, B, type Case, check, page } from "./cases.ts";

describe("one event", () => {
  it.each<Case>([
    [
      "one page, one day, another title, region and place",
      [[{ url: A }], [{ url: A, title: "Macros", region: "Virtual", cities: ["Austin"] }]],
      ["05-01:1 05-08:1"],
    ],
    ["listed under two regions", [[{ url: A, region: "Virtual", mode: "virtual" }, { url: A }]], ["05-01:1 05-01:2"]],
    ["moved before its day", [[{ url: A }], [{ url: A, start: "2024-06-11" }]], ["05-01:1 05-08:1"]],
    ["moved by a week after its day", [[{ url: A }], [], [{ url: A, start: "2024-05-21" }]], ["05-01:1 05-15:1"]],
    [
      "moved long after its day, the edition named",
      [
        [{ url: A, title: "Ferris 2024 / 1" }],
        [],
        [],
        [{ url: A, start: "2024-06-25", title: "Ferris 2024 / 1 (rescheduled)" }],
      ],
      ["05-01:1 05-22:1"],
    ],
    [
      "moved, and the month in the title with it",
      [
        [{ url: A, title: "First Meetup May 2024" }],
        [{ url: A, start: "2024-06-11", title: "First Meetup June 2024" }],
      ],
      ["05-01:1 05-08:1"],
    ],
    [
      "moved by days before its day, the topic filled in",
      [[{ url: A, title: "Topic TBD" }], [{ url: A, start: "2024-05-15", title: "Atomics from Scratch" }]],
      ["05-01:1 05-08:1"],
    ],
    [
      "moved and then listed twice",
      [
        [{ url: A }],
        [
          { url: A, start: "2024-05-16" },
          { url: A, start: "2024-05-16", region: "Virtual" },
        ],
      ],
      ["05-01:1 05-08:1 05-08:2"],
    ],
    [
      "a mirror: other page, equal title, in one issue",
      [
        [
          { url: A, region: "Virtual", mode: "hybrid" },
          { url: "https://tickets.example/x", mode: "hybrid" },
        ],
      ],
      ["05-01:1 05-01:2"],
    ],
    [
      "a link corrected later",
      [[{ url: "https://berlin.example/may" }], [{ url: A, title: "Ferris & Friends" }]],
      ["05-01:1 05-08:1"],
    ],
    [
      "a recurring page that got a number, and a title",
      [[{ url: page("abcdwsygchbsb"), title: "Monthly" }], [{ url: A, title: "Atomics" }]],
      ["05-01:1 05-08:1"],
    ],
    [
      "a borrowed page that was corrected",
      [
        [
          { url: A, start: "2024-05-07", title: "Macros" },
          { url: A, title: "Traits" },
        ],
        [{ url: B, title: "Atomics" }],
      ],
      ["05-01:1", "05-01:2 05-08:1"],
    ],
    [
      "a group's front page instead of the event's",
      [
        [
          { url: A, title: "Ferris Night 2024" },
          { url: "https://www.meetup.com/rust-berlin/", title: "Ferris Night" },
        ],
      ],
      ["05-01:1 05-01:2"],
    ],
    ["no link at first", [[{}], [{ url: A }]], ["05-01:1 05-08:1"]],
    [
      "another group's listing of the same online meeting",
      [
        [
          { url: A, mode: "virtual", title: "Monthly WasmCloud Runtime Call" },
          {
            url: "https://www.meetup.com/rust-austin/events/311111111/",
            mode: "virtual",
            by: ["rust-austin"],
            cities: ["Austin"],
            title: "WasmCloud Runtime Call #7",
          },
        ],
      ],
      ["05-01:1 05-01:2"],
    ],
    [
      "another group's listing of a conference, in its city",
      [
        [{ url: A, title: "FerrisWeek 2024" }],
        [{ url: "https://week.example/", by: ["ferris"], title: "FerrisWeek 2024" }],
      ],
      ["05-01:1 05-08:1"],
    ],
    [
      "a slip of the pen: the page is trusted",
      [[{ url: A }], [{ url: A, start: "2023-05-14", suspicious: true }]],
      ["05-01:1 05-08:1"],
    ],
    [
      "a slip of the pen first, mended later",
      [[{ url: A, start: "2024-04-02", suspicious: true }], [{ url: A }]],
      ["05-01:1 05-08:1"],
    ],
    ["no date, the page is known", [[{ url: A }], [{ url: A, start: null }]], ["05-01:1 05-08:1"]],
    ["no date, the name is known", [[{ url: A }], [{ start: null }]], ["05-01:1 05-08:1"]],
  ])("%s", (_, issues, want) => check(issues, want));
});

describe("two events", () => {
  it.each<Case>([
    ["one page on two days in one issue", [[{ url: A }, { url: A, start: "2024-05-28" }]], ["05-01:1", "05-01:2"]],
    ["the next of a series on one page", [[{ url: A }], [], [{ url: A, start: "2024-05-28" }]], ["05-01:1", "05-15:1"]],
    [
      "one page year after year",
      [
        [{ url: "https://conf.example/", title: "FerrisConf 2024" }],
        [{ url: "https://conf.example/", title: "FerrisConf 2025", start: "2025-02-14" }],
      ],
      ["05-01:1", "05-08:1"],
    ],
    [
      "another edition on the same page",
      [[{ url: A, title: "Meetup #4" }], [], [{ url: A, start: "2024-05-21", title: "Meetup #5" }]],
      ["05-01:1", "05-15:1"],
    ],
    [
      "a chat room that serves a series",
      [[{ url: "https://discord.gg/abc" }], [{ url: "https://discord.gg/abc", start: "2024-05-21" }]],
      ["05-01:1", "05-08:1"],
    ],
    [
      "a page that has served several days",
      [[{ url: A }, { url: A, start: "2024-05-21" }], [{ url: A, start: "2024-06-04" }]],
      ["05-01:1", "05-01:2", "05-08:1"],
    ],
    [
      "two talks in sections of one programme, one moved by a day",
      [
        [
          { url: "https://fest.example/programme/#intro-to-rust", title: "Fest - Introduction to Rust" },
          { url: "https://fest.example/programme/#first-steps-in-rust", title: "Fest - Initiation to Rust" },
        ],
        [
          { url: "https://fest.example/programme/#intro-to-rust", title: "Fest - Introduction to Rust" },
          {
            url: "https://fest.example/programme/#first-steps-in-rust",
            title: "Fest - Initiation to Rust",
            start: "2024-05-15",
          },
        ],
      ],
      ["05-01:1 05-08:1", "05-01:2 05-08:2"],
    ],
    [
      "two talks of one group on one day, both pages printed",
      [
        [
          { url: A, title: "Student track: Async" },
          { url: B, title: "Regular track: Async" },
        ],
      ],
      ["05-01:1", "05-01:2"],
    ],
    [
      "two groups in one city",
      [
        [
          { url: A, title: "Hack Night" },
          { url: "https://www.meetup.com/other/events/311111111/", by: ["other"], title: "Hack Night" },
        ],
      ],
      ["05-01:1", "05-01:2"],
    ],
    [
      "a viewing party of an online event",
      [
        [
          {
            url: "https://live.example/rust-day",
            mode: "virtual",
            by: ["live"],
            cities: [],
            title: "Rust Day on Ferris Live",
          },
          { url: A, title: "Rust Day on Ferris Live viewing party" },
        ],
      ],
      ["05-01:1", "05-01:2"],
    ],
    [
      "two rooms of one server on one day",
      [
        [
          {
            url: "https://chat.mibbit.com/?channel=%23a",
            title: "Docs Team Meeting in the channel",
            by: [],
            cities: [],
          },
          {
            url: "https://chat.mibbit.com/?channel=%23b",
            title: "Core Team Meeting in the channel",
            by: [],
            cities: [],
          },
        ],
      ],
      ["05-01:1", "05-01:2"],
    ],
    [
      "a bare title that two bear that day",
      [
        [
          { by: [], cities: [], title: "Study Group" },
          { url: A, by: ["rust-lima"], cities: [], title: "Study Group" },
        ],
      ],
      ["05-01:1", "05-01:2"],
    ],
    [
      "dates do not merge when they are slips",
      [[{ url: A }], [{ url: B, title: "Ferris Friends", suspicious: true }]],
      ["05-01:1", "05-08:1"],
    ],
  ])("%s", (_, issues, want) => check(issues, want));
});
