import { describe, expect, it } from "vitest";
import { datesIn } from "../../src/calls/dates.ts";
import { ROLES } from "../../src/calls/roles.ts";
import { said } from "./read.ts";

const LINK = "[**EuroRust 2026**](https://example.org/cfp)";
const BARCELONA = "2026-10-14/2026-10-17; in-person, Barcelona ES";

describe("words beside a date", () => {
  it.each(ROLES.map(({ rule, example, role }) => ({ rule, role, printed: example[0] })))(
    "$rule: $printed",
    ({ rule, role, printed }) => {
      expect(datesIn(printed).map((date) => [date.rule, date.role])).toContainEqual([rule, role]);
    },
  );
});

describe("columns", () => {
  it.each([
    `${LINK} | CFP closes 2026-05-04 | Barcelona, Spain | 2026-10-14 - 2026-10-17`,
    `${LINK}| 2026-05-04 | Barcelona, ES | 2026-10-14–2026-10-17`,
    // A zero-width space, a direction mark and a soft hyphen.
    `${LINK} | CFP closes \u200b2026-05-04 | \u200eBarce\u00adlona, Spain | 2026-10-14 - 2026-10-17`,
    `${LINK} | 2026-05-04 | Spain, Barcelona | 2026-10-14 to 17.`,
    `${LINK}, CFP closes 2026-05-04, Barcelona, Spain, 2026-10-14 - 2026-10-17`,
    `${LINK} - CFP closes 2026-05-04 - Barcelona, Spain - 2026-10-14 to 2026-10-17`,
    `${LINK} — closes on 4 May 2026 — Barcelona, ES — 14–17 October 2026`,
    `${LINK}: deadline 4 May 2026; Barcelona, Spain; 14-17 Oct 2026`,
    `${LINK} | Barcelona, Spain | 2026-10-14 - 2026-10-17 | CFP closes 2026-05-04`,
    `${LINK} | 2026-10-14 - 2026-10-17 | Barcelona, Spain | 2026-05-04`,
    `${LINK} (CFP closes May 4) | Barcelona, Spain | 14. - 17. October 2026`,
    `${LINK} | CFP opens 2026-01-15, closes 2026-05-04 | Barcelona, Spain | Wed 14 - Sat 17 October 2026`,
    `${LINK} | CFP open 2026-01-15 - 2026-05-04 | Barcelona, Spain | 2026/10/14-2026/10/17`,
    `${LINK} | Last chance: CFP closes May 4th | Barcelona, Spain | October 14 to 17 2026`,
    `${LINK} | Submissions due Monday, May 4, 2026 | Barcelona, Spain | Event date: 14th to 17th October 2026`,
    `${LINK} | CFP open until 2026-05-04 | Barcelona, Spain | Workshops 2026-10-14, conference 2026-10-15 - 2026-10-17`,
    "[**EuroRust 2026](https://example.org/cfp) | Closes 2026-05-04 | Barcelona, Spain | 2026-10-14 - 2026-10-17",
    "[**EuroRust 2026](https://example.org/cfp)** | Closes 2026-05-04 | Barcelona, Spain | 2026-10-14 - 2026-10-17",
    "**EuroRust 2026** ([CFP](https://example.org/cfp)) | Closes 2026-05-04 | Barcelona, Spain | 2026-10-14 - 2026-10-17",
    "[EuroRust 2026](https://example.org/) [CFP](https://example.org/cfp) closes 2026-05-04 | Barcelona | 2026-10-14 - 2026-10-17",
    "[EuroRust 2026](https://example.org/) | [CFP closes 2026-05-04](https://example.org/cfp) | Barcelona | 2026-10-14 - 2026-10-17",
    "EuroRust 2026: https://example.org/cfp | 2026-05-04 | Barcelona | 2026-10-14 - 2026-10-17 (tentative)",
    `${LINK} | CFP closes 2026-05-04 | Some Hall, Barcelona, Spain | 2026-10-14 - 2026-10-17`,
    "[EuroRust 2026 | CFP closes 2026-05-04 | Barcelona, Spain | 2026-10-14 - 2026-10-17](https://example.org/cfp)",
    "[EuroRust 2026 Call for Papers (by 2026-05-04)](https://example.org/cfp) | Barcelona, Spain | 2026-10-14 - 2026-10-17",
  ])("* %s", (line) => {
    expect(said("2026-04-01", `* ${line}`)).toEqual([`EuroRust 2026: closes 2026-05-04; ${BARCELONA}`]);
  });

  it("may stand in a table, or in bullets below", () => {
    const table = [
      "| Event | CFP |",
      "|---|---|",
      `| ${LINK} | 2026-05-04 | Barcelona, ES | 2026-10-14 - 2026-10-17 |`,
    ];
    expect(said("2026-04-01", ...table.slice(2))).toEqual([`EuroRust 2026: closes 2026-05-04; ${BARCELONA}`]);
    const below = [
      `* ${LINK}`,
      "    * CFP closes 2026-05-04",
      "    * Barcelona, Spain",
      "    * 2026-10-14 - 2026-10-17",
    ];
    expect(said("2026-04-01", ...below)).toEqual([`EuroRust 2026: closes 2026-05-04; ${BARCELONA}`]);
  });

  it.each([
    ["2026-05-04", "closes 2026-05-04; null; ", ["call-days-missing", "call-place-missing"]],
    ["Barcelona, Spain | 2026-10-14 - 2026-10-17", `closes null; ${BARCELONA}`, ["call-deadline-missing"]],
    ["CFP closes 2026-05-04 | 2026-10-14", "closes 2026-05-04; 2026-10-14; ", ["call-place-missing"]],
    [
      "CFP closes 2026-05-04 | Online + Ukraine, Kyiv | TBD",
      "closes 2026-05-04; null; hybrid, Kyiv UA",
      ["call-days-missing"],
    ],
    ["Rolling deadline | Virtual | November 2026", "rolling; null; virtual", ["call-date-vague", "call-days-missing"]],
    ["CFP: open until filled | Hybrid (Berlin, DE) | 2026-10-14", "rolling; 2026-10-14; hybrid, Berlin DE", []],
    [
      "CFP open | Barcelona | 2026-10-14",
      "closes null; 2026-10-14; in-person, Barcelona ES",
      ["call-deadline-missing"],
    ],
    [
      "2026-02-30 | Barcelona | 2026-10-14",
      "closes null; 2026-10-14; in-person, Barcelona ES",
      ["call-date-impossible", "call-deadline-missing"],
    ],
    [
      "Closes 2026-05-04 | Barcelona | 2026-10-14 | Free for students",
      "closes 2026-05-04; 2026-10-14; in-person, Barcelona ES",
      ["call-words-unused"],
    ],
  ])("may be missing: %s", (columns, words, rules) => {
    expect(said("2026-04-01", `* ${LINK} | ${columns}`)).toEqual([`EuroRust 2026: ${words}`, ...rules]);
  });
});

describe("deadlines", () => {
  it.each([
    ["2026-05-04 (extended)", "2026-05-04, extended"],
    ["Extended to 2026-05-04!", "2026-05-04, extended"],
    ["CFP extended until May 4th", "2026-05-04, extended"],
    ["2026-05-04 (was 2026-04-27)", "2026-05-04, extended from 2026-04-27"],
    ["2026-05-04 (extended from 2026-04-27)", "2026-05-04, extended from 2026-04-27"],
    ["~~2026-04-27~~ 2026-05-04", "2026-05-04, extended from 2026-04-27"],
    ["CFP closes 2026-04-27 → 2026-05-04", "2026-05-04, extended from 2026-04-27"],
    ["extended from 2026-04-27 to 2026-05-04", "2026-05-04, extended from 2026-04-27"],
    ["Closes 2026-05-04 11:59 PM PDT", "2026-05-05T06:59:00Z"],
    ["Closes 2026-05-04 at 7:59am UTC", "2026-05-04T07:59:00Z"],
    ["Closes 2026-05-04 23:59 (AoE)", "2026-05-05T11:59:00Z"],
    ["Closes May 4, 2026, 17:00 CET", "2026-05-04T16:00:00Z"],
    ["Closes 2026-05-04, 5 p.m. Eastern Time", "2026-05-04T21:00:00Z"],
    ["Closes 2026-05-04 23:59 UTC+05:30", "2026-05-04T18:29:00Z"],
    ["2026-05-04T23:59Z", "2026-05-04T23:59:00Z"],
    ["Closes 2026-05-04 at 24:00 UTC", "2026-05-05T00:00:00Z"],
    ["Closes 2026-05-04 at noon local time", "2026-05-04T10:00:00Z"],
    ["Closes 2026-05-04 12:00 Europe/London", "2026-05-04T11:00:00Z"],
    ["Closes at 23:59 UTC on 4 May 2026", "2026-05-04T23:59:00Z"],
  ])("%s", (printed, meant) => {
    expect(said("2026-04-01", `* ${LINK} | ${printed} | Barcelona | 2026-10-14`)).toEqual([
      `EuroRust 2026: closes ${meant}; 2026-10-14; in-person, Barcelona ES`,
    ]);
  });

  it("with a time and no zone are days, and reported", () => {
    expect(said("2026-04-01", `* ${LINK} | Closes 2026-05-04 23:59 | Barcelona | 2026-10-14`)).toEqual([
      "EuroRust 2026: closes 2026-05-04; 2026-10-14; in-person, Barcelona ES",
      "call-zone-unknown",
    ]);
  });
});

describe("names", () => {
  it.each([
    ["Rust Conf 2025 Call for Speakers", "Rust Conf 2025"],
    ["Rustikon CFP", "Rustikon"],
    ["The RustConf 2020 CFP is now open", "RustConf 2020"],
    ["Call for Proposals is open for RustFest Zürich", "RustFest Zürich"],
    ["CfP: Rust Week (Rust NL)", "Rust Week (Rust NL)"],
    ["Submit a talk to EuroRust 2026", "EuroRust 2026"],
    ["EuroRust 2026 - Call for Papers and Workshops", "EuroRust 2026 - and Workshops"],
  ])("%s", (printed, name) => {
    expect(
      said("2026-04-01", `* [**${printed}**](https://example.org/cfp) | 2026-05-04 | Virtual | 2026-10-14`),
    ).toEqual([`${name}: closes 2026-05-04; 2026-10-14; virtual`]);
  });
});
