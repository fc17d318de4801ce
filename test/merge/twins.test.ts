import { describe, it } from "vitest";
import { A, B, type Case, check } from "./cases.ts";

const SITE = "https://ferrisconf.example/";
const LUMA = "https://luma.com/abcd1234";
const OTHER = "https://www.meetup.com/rust-cove/events/311111111/";
const conference = { by: ["ferrisconf"], at: SITE, end: "2024-05-17", title: "FerrisConf 2024" } as const;
const schedule = { ...conference, url: `${SITE}schedule/`, title: "FerrisConf 2024, run by the Crabs" };
const onMeetup = { url: A, title: "Rust Berlin May 2024" } as const;
const onLuma = { url: LUMA, title: "Rust Berlin Meetup" } as const;
const onSite = { url: A, title: "Night (hybrid - in person & online)", mode: "hybrid" } as const;
const online = { url: B, title: "Night (hybrid - online & in person)", mode: "virtual", region: "Virtual" } as const;
const guest = { url: OTHER, by: ["rust-cove"], cities: ["Austin"], mode: "virtual", region: "Virtual" } as const;
const call = {
  url: A,
  title: "Monthly Crabwalk Call #7 - Pincers presented by Sam",
  mode: "virtual",
  by: ["crabwalk-users"],
} as const;
const host = { url: A, title: "May Meetup" } as const;

describe("one event, printed with two pages in one issue", () => {
  it.each<Case>([
    ["a conference by two pages of its own site", [[{ ...conference, url: SITE }, schedule]], ["05-01:1 05-01:2"]],
    [
      "a conference that was listed with the one page before",
      [[schedule], [{ ...conference, url: SITE, region: "Virtual", mode: "hybrid" }, schedule]],
      ["05-01:1 05-08:1 05-08:2"],
    ],
    ["a group's meetup on two platforms", [[onMeetup, onLuma]], ["05-01:1 05-01:2"]],
    ["twins whose titles hold the same words in another order", [[online, onSite]], ["05-01:1 05-01:2"]],
    [
      "a row for those online that names its host",
      [[{ ...guest, title: "Hybrid event with Rust Berlin!" }, host]],
      ["05-01:1 05-01:2"],
    ],
    [
      "a host's row, and a week later one that names it",
      [[host], [host, { ...guest, title: "Hybrid event with Rust Berlin!" }]],
      ["05-01:1 05-08:1 05-08:2"],
    ],
    [
      "two rows that name each other's groups",
      [
        [
          { ...guest, title: "Crustaceans: Rust Berlin and us" },
          { ...host, title: "Molluscs, joined by Rust Cove" },
        ],
      ],
      ["05-01:1 05-01:2"],
    ],
    [
      "a call that bears the name of one of its organisers",
      [[call, { ...guest, title: "Monthly Crabwalk Call, the runtime for shells on beaches" }]],
      ["05-01:1 05-01:2"],
    ],
  ])("%s", (_, issues, want) => check(issues, want));
});

const TWO = ["05-01:1", "05-01:2"];

describe("two events", () => {
  it.each<Case>([
    [
      "a conference and the workshop on its site",
      [
        [
          { ...conference, url: SITE },
          { ...schedule, title: "FerrisConf 2024 Workshops" },
        ],
      ],
      TWO,
    ],
    [
      "a conference and what lasts a day less",
      [
        [
          { ...conference, url: SITE },
          { ...schedule, end: "2024-05-16" },
        ],
      ],
      TWO,
    ],
    [
      "two years of a conference",
      [
        [
          { ...conference, url: SITE },
          { ...schedule, title: "FerrisConf 2025" },
        ],
      ],
      TWO,
    ],
    [
      "two pages of a site that is not the group's",
      [
        [
          { ...conference, at: "https://crabs.example/", url: SITE },
          { ...schedule, at: "https://crabs.example/" },
        ],
      ],
      TWO,
    ],
    [
      "a conference in two cities",
      [
        [
          { ...conference, url: SITE },
          { ...schedule, cities: ["Tokyo"] },
        ],
      ],
      TWO,
    ],
    [
      "two meetups of a day on two platforms, and a third",
      [[onMeetup, onLuma, { url: B, title: "Study Circle" }]],
      [...TWO, "05-01:3"],
    ],
    ["meetups on two platforms in two cities", [[onMeetup, { ...onLuma, cities: ["Munich"] }]], TWO],
    ["meetups on two platforms that name two months", [[onMeetup, { ...onLuma, title: "Rust Berlin June" }]], TWO],
    ["meetups on two platforms with titles of their own", [[onMeetup, { ...onLuma, title: "Beach Walk" }]], TWO],
    ["two groups, each on a platform", [[onMeetup, { ...onLuma, by: ["rust-cove"] }]], TWO],
    ["two meetups on one platform", [[onMeetup, { ...onLuma, url: B }]], TWO],
    [
      "the same words in another order, on site",
      [
        [
          { ...online, mode: "in-person", region: "Europe" },
          { ...onSite, mode: "in-person" },
        ],
      ],
      TWO,
    ],
    ["the same words in another order, of two groups", [[{ ...online, by: ["rust-cove"], url: OTHER }, onSite]], TWO],
    [
      "a row that names a host, on site",
      [[{ ...guest, mode: "in-person", title: "Trip with Rust Berlin" }, host]],
      TWO,
    ],
    [
      "a row that names a host with two events that day",
      [[{ ...guest, title: "Hybrid event with Rust Berlin!" }, host, { url: B, title: "Study Circle" }]],
      [...TWO, "05-01:3"],
    ],
    ["a row that is about another group", [[{ ...guest, title: "What we learnt from Rust Berlin" }, host]], TWO],
    [
      "a call that neither organiser is named after",
      [
        [
          { ...call, by: ["rust-berlin"] },
          { ...guest, title: "Monthly Crabwalk Call, the runtime for shells on beaches" },
        ],
      ],
      TWO,
    ],
    [
      "a call on site",
      [[call, { ...guest, mode: "in-person", title: "Monthly Crabwalk Call, the runtime for shells on beaches" }]],
      TWO,
    ],
    [
      "two calls of two words",
      [
        [
          { ...call, title: "Crabwalk Call #7 - Pincers presented by Sam" },
          { ...guest, title: "Crabwalk Call, the runtime for shells on beaches" },
        ],
      ],
      TWO,
    ],
  ])("%s", (_, issues, want) => check(issues, want));
});
