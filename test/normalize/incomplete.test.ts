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
  ["2019-10-01", "[Oct  8. Qwxyz, ZZ - Boats and Rust](https://fjord.example/1).", ["place-missing"]],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats and Rust](https://fjord.example/1).", []],
  ["2017-10-03", "[Oct  8. Boats and Rust](https://fjord.example/1).", []],
  ["2021-10-06", "[October 8, 2021, Oslo, NO - Boats and Rust](https://fjord.example/1)", ["group-missing"]],
  ["2021-10-06", "[October 8, 2021, Oslo, NO - Boats - Rust Oslo](https://fjord.example/1)", []],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats](https://www.metup.com/fjord-rust/events/1).", ["host-misspelt"]],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats](https://ww.wmeetup.com/fjord-rust/events/1).", ["host-misspelt"]],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats](https://www.meetup/com/fjord-rust/events/1).", ["host-misspelt"]],
  ["2019-10-01", "[Oct  8. Oslo, NO - Boats](https://www.meetup.com/fjord-rust/events/1).", []],
] as const)("an issue of %s with %s reports %j", (issue, line, rules) => {
  expect(reported(issue, line)).toEqual(rules);
});
