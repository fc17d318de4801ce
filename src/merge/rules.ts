import type { Rule } from "../model/rule.ts";
import { byAnnouncement } from "./announced.ts";
import type { Candidate } from "./candidate.ts";
import type { Arrival, Known } from "./known.ts";
import * as match from "./match.ts";
import * as move from "./move.ts";
import { NOTICE } from "./notices.ts";
import * as pasted from "./pasted.ts";
import * as twins from "./twins.ts";
import { TYPO } from "./typo.ts";

/** Finds the event that a listing is of; null where the rule does not tell. */
export type Find = (arrival: Arrival, known: Known) => Candidate | null;

export interface MergeRule extends Rule {
  readonly find: Find;
  /** `part`: an event that has the listing's page on its day already is a part of the one found; `row`: the listing's page and title are not the event's. */
  readonly takes?: "part" | "row";
}

/** What tells of two listings of one issue that they are one event; the surest first. */
const TOGETHER: readonly MergeRule[] = [
  {
    rule: "same-page",
    says: "The same page on the same day is one event, whatever else is printed.",
    example: ["06-04 Traits /events/1, then 06-04 Traits & more /events/1", "one event, retitled"],
    find: match.bySamePage,
  },
  {
    rule: "same-title",
    says: "The same day, group or place and a near-same title are one event, whose page was corrected or has a mirror.",
    example: ["06-04 Traits /events/1, then 06-04 Traits /events/2", "one event with a new page"],
    find: match.bySameDay,
  },
  {
    rule: "further-link",
    says: "One of two listings of a group and day names the other's page among its further links.",
    example: ["06-04 Traits /events/1 | tickets.example/1, 06-04 Talks tickets.example/1", "one event"],
    find: match.byFurtherLink,
  },
  {
    rule: "words-in-another-order",
    says: "A hybrid event has a page for each heading, and titles of the same words in another order.",
    example: ["Night (online & on site) /events/1, Night (on site & online) /events/2", "one hybrid event"],
    find: twins.byWordOrder,
  },
  {
    rule: "pages-of-own-site",
    says: "A conference is printed with two pages of its own site; days, city, group and title agree.",
    example: ["FerrisConf 2026 ferrisconf.example, FerrisConf 2026, hosted ferrisconf.example/schedule", "one event"],
    outside: "RustConf in 2026-08-19, lines 375 and 379, as long as no call had announced it: test/merge/twins.test.ts",
    find: twins.byOwnSite,
  },
  {
    rule: "two-platforms",
    says: "One group's only meetup of a day is printed with its page on Meetup and the one on Luma.",
    example: ["Rust Fjord June meetup.com/fjord/events/1, Rust Fjord Meetup luma.com/abcd1234", "one event"],
    find: twins.byPlatform,
  },
  {
    rule: "partner-named",
    says: "A row for those who attend online names the other organiser, who has one event that day.",
    example: ["Rust Cove: Hybrid event with Rust Fjord!, Rust Fjord: June Meetup", "one hybrid event"],
    find: twins.byPartner,
  },
  {
    rule: "subject-named",
    says: "Two organisers list an online gathering that bears the name of one of them, each with words of its own behind it.",
    example: ["Monthly Crabwalk Call #7 - Pincers, Monthly Crabwalk Call, a runtime", "one online event"],
    find: twins.bySubject,
  },
];

/** What tells that a listing of an issue is of a new event of that issue. */
export const AMONG_NEW: readonly MergeRule[] = [
  ...TOGETHER,
  {
    rule: "pasted-line",
    says: "Another group's line under the row of a group that has one event that day: the row decides.",
    example: ["Rust Fjord | Cove Night /cove/events/1 above Rust Fjord | June Meetup /fjord/events/2", "June Meetup"],
    find: pasted.byRow,
    takes: "row",
  },
];

/** What tells that a listing is of a known event, the surest first. */
export const RULES: readonly MergeRule[] = [
  ...AMONG_NEW.filter(({ takes }) => takes === "row"),
  {
    rule: "older-line-gone",
    says: "A one-off page with the edition in its title was printed on two days, now on the later alone: moved.",
    example: ["Fjord 2026 / 2 on 06-04 and on 06-05, a week later on 06-05 alone", "one event, moved"],
    find: move.byOlderLine,
    takes: "part",
  },
  ...TOGETHER,
  {
    rule: "announced-by-call",
    says: "A conference that until now only its call for papers has printed, told by name or site, days and place.",
    example: [
      "FerrisConf 2026 | CFP closes 2026-03-01 | 2026-06-04, then 06-04 FerrisConf ferrisconf.example",
      "one event",
    ],
    find: byAnnouncement,
  },
  {
    rule: "planned-day",
    says: "A repeating Meetup event, planned for a day within a week of this one, got a number of its own.",
    example: ["06-04 Monthly /events/abcdesyhbgb, then 06-04 Traits /events/1", "one event"],
    find: match.byPlannedDay,
  },
  {
    rule: "page-on-another-day",
    says: "The same page on another day, with its title, and nothing tells of two occurrences.",
    example: ["06-04 Traits /events/1, then 06-11 Traits /events/1", "one event, moved"],
    find: move.byMove,
  },
  {
    rule: "postponed-in-its-week",
    says: "A one-off page that is printed for a later day, with its title, in the first issue after its day.",
    example: ["06-04 Chess Engines from Scratch /events/1, in the issue of 06-05 on 06-25", "one event, moved"],
    find: move.byPostponed,
  },
  {
    rule: "borrowed-page",
    says: "The same day and group, and one of the two pages is that of another day of the group.",
    example: ["06-11 Traits /events/1 of 06-04, then 06-11 Macros /events/2", "one event, its page put right"],
    find: match.byBorrowedPage,
  },
  {
    rule: "new-page",
    says: "Another page on a day within a week, with the group and a title that names its edition: moved with its page.",
    example: ["06-04 June Talks /events/1, then 06-06 June Talks /events/2", "one event, moved"],
    find: move.byNewPage,
  },
];

/** What tells of which event a listing is whose day is not printed, or cannot be trusted; by name last. */
export const UNDATED: readonly MergeRule[] = [
  TOGETHER[0]!,
  {
    rule: "page-alone",
    says: "The page is known, and the listing's own day cannot be trusted.",
    example: ["06-04 Traits /events/1, then 2025-06-04 Traits /events/1", "one event on its first day"],
    find: match.byPageAlone,
  },
];

/** For what has no page either. `upcoming` are the events that it may be of. */
export const byName = (upcoming: readonly Candidate[]): MergeRule => ({
  rule: "name-alone",
  says: "Neither page nor day: the next event of that name, group or place.",
  example: ["06-04 Rust Fjord /events/1, then Rust Fjord", "one event"],
  outside: "Issues may print a listing without its date and page; a test has one.",
  find: (arrival, known) => match.byNameAlone(arrival, known, upcoming),
});

/** Every rule of merging, each once. */
export const MERGE_RULES: readonly Rule[] = [
  ...new Set([...RULES, ...AMONG_NEW, ...UNDATED, byName([]), TYPO, NOTICE]),
];
