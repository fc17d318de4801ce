import { createCallReader } from "../../src/calls/issue.ts";
import type { CallListing } from "../../src/model/call.ts";
import { createGazetteer } from "../../src/normalize/places/gazetteer.ts";
import { data } from "../normalize/places/gazetteer.ts";

export const gazetteer = createGazetteer(data);
export const read = createCallReader(gazetteer);

/** An issue with these lines in its section of calls. */
export function issueOf(...lines: readonly string[]): string {
  return [
    "## Call for Participation; projects and speakers",
    "",
    "### CFP - Events",
    "",
    ...lines,
    "",
    "## Jobs",
    "",
  ].join("\n");
}

/** What the only call among these lines says, in one line, and the rules of the problems. */
export function said(issue: string, ...lines: readonly string[]): readonly [said: string, ...rules: string[]] {
  const { calls, problems } = read(issue, issueOf(...lines));
  return [calls.map(inWords).join("\n"), ...problems.map(({ rule }) => rule)];
}

function inWords(call: CallListing): string {
  const { name, closes, closesAt, rolling, extended, extendedFrom, start, end, mode, resolved } = call;
  const deadline = rolling ? "rolling" : `closes ${closesAt ?? closes}`;
  const moved = extended ? `, extended${extendedFrom === null ? "" : ` from ${extendedFrom}`}` : "";
  const days = start === end ? String(start) : `${start}/${end}`;
  const places = resolved.map(({ city, country }) => `${city} ${country}`);
  return `${name}: ${deadline}${moved}; ${days}; ${[mode, ...places].join(", ")}`;
}
