import { expect, test } from "vitest";
import { createGroupIndex } from "../../src/normalize/groups/known-groups.ts";
import { normalizeIssue } from "../../src/normalize/issue.ts";
import { parseIssue } from "../../src/parse/issue.ts";
import { gazetteer } from "./places/gazetteer.ts";

/** The rules that report something of an issue with this one line. */
function reported(issue: string, line: string): readonly string[] {
  const text = `## Upcoming Events\n\n* ${line}\n\nIf you are running a Rust event please add it.`;
  const printed = parseIssue({ name: `${issue}-this-week-in-rust.md`, text });
  const { problems } = normalizeIssue(printed, { gazetteer, groups: createGroupIndex(), nearOf: () => [] });
  return [...printed.problems, ...problems].map(({ rule }) => rule);
}

test.each([
  [
    "2021-10-06",
    "[October 13, 2021, Oslo, NO - Last Tuesday - Rust Oslo](https://fjord.example/1)",
    ["weekday-contradicted"],
  ],
  ["2021-10-06", "[October 12, 2021, Oslo, NO - Last Tuesday - Rust Oslo](https://fjord.example/1)", []],
  ["2021-10-06", "[October 13, 2021, Oslo, NO - Tuesday or Friday - Rust Oslo](https://fjord.example/1)", []],
  ["2019-10-01", "[Oct  8. Boats and Rust](https://fjord.example/1).", ["place-missing"]],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats and Rust](https://fjord.example/1).", []],
  ["2017-10-03", "[Oct  8. Boats and Rust](https://fjord.example/1).", []],
  ["2021-10-06", "[October 8, 2021, Oslo, NO - Boats and Rust](https://fjord.example/1)", ["group-missing"]],
  ["2021-10-06", "[October 8, 2021, Oslo, NO - Boats - Rust Oslo](https://fjord.example/1)", []],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats](https://www.metup.com/fjord-rust/events/1).", ["host-misspelt"]],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats](https://ww.wmeetup.com/fjord-rust/events/1).", ["host-misspelt"]],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats](https://www.meetup/com/fjord-rust/events/1).", ["host-misspelt"]],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats](https://www.meetup.com/fjord-rustevents/123456/).", ["page-misspelt"]],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats](https://www.meetup.com/fjord-rust/events/123456/).", []],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats](https://wwwmeetup.com/fjord-rust/events/1).", ["host-misspelt"]],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats](https://wwwm.eetup.com/fjord-rust/events/1).", ["host-misspelt"]],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats](https://www.meetup.comfjord-rust/events/1).", ["host-misspelt"]],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats](https://www.meetup.com.fjord-rust/events/1).", ["host-misspelt"]],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats](https://www.eventbrite.com.br/e/boats-1).", []],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats](https://www.meetup.com/fjord-rust/events/1).", []],
  ["2018-03-06", "[Mar 28. Team Meeting](https://t.m/joinchat/Fjord).", ["host-misspelt"]],
  ["2018-09-18", "[Oct 19  20. Oslo, NO - Boats](https://fjord.example/1).", ["date-unread"]],
  ["2018-09-18", "[Oct 19 & 220. Oslo, NO - Boats](https://fjord.example/1).", ["date-unread"]],
  ["2018-09-18", "[Oct 9 & 20. Oslo, NO - Boats](https://fjord.example/1).", ["date-days-apart", "date-days-apart"]],
  ["2018-09-18", "[Oct 19 & 20. Oslo, NO - Boats](https://fjord.example/1).", []],
  ["2018-09-18", "[Oct 19 - Nov 20. Oslo, NO - Boats](https://fjord.example/1).", ["date-days-apart"]],
  ["2018-09-18", "[Oct 19. Oslo, NO - 3 boats](https://fjord.example/1).", []],
  ["2018-03-06", "[Mar 28. Oslo, ON - Boats](https://fjord.example/1).", ["place-unread"]],
  ["2020-06-02", "[Jun  8. Auckland, NX - Remote - Rust AKL](https://fjord.example/1).", ["place-unread"]],
] as const)("an issue of %s with %s reports %j", (issue, line, rules) => {
  expect(reported(issue, line)).toEqual(rules);
});
