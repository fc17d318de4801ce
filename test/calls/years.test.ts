import { expect, it } from "vitest";
import { YEAR_RULES } from "../../src/calls/years.ts";
import { issueOf, read } from "./read.ts";

it.each(YEAR_RULES)("$rule: $example.0", ({ rule, example: [printed, meant] }) => {
  const [, issue = "", columns = ""] = /^(.{10}): (.*)$/.exec(printed) ?? [];
  const named = /^\d|^[^|]* (?:closes|on) /i.test(columns) ? `Some Conf | ${columns}` : columns;
  const [name, ...rest] = named.split(" | ");
  const { calls, problems } = read(
    issue,
    issueOf(`* [**${name}**](https://example.org/cfp) | ${rest.join(" | Virtual | ")}`),
  );
  expect([calls[0]?.closes, calls[0]?.start]).toContain(meant);
  expect(problems.map(({ message }) => message)).toContain(`a year that was typed wrong: ${rule.replaceAll("-", " ")}`);
});

it("days of a conference that is over and a deadline that passed stay as they are", () => {
  const { calls, problems } = read(
    "2026-05-20",
    issueOf("* [**Some Conf**](https://example.org/cfp) | Closes 2026-04-27 | Virtual | 2026-05-15"),
  );
  expect([calls[0]?.closes, calls[0]?.start]).toEqual(["2026-04-27", "2026-05-15"]);
  expect(problems).toEqual([]);
});
