import { headOf, withEvent } from "../columns.ts";
import { datePrefix } from "../date.ts";
import { eventOf } from "../event.ts";
import type { Shape } from "../shape.ts";
import { type Token, textTokens } from "../token.ts";

export const rowOverEvent: Shape = {
  rule: "row-over-event",
  says: "Date, place and organisers stand in columns, the event in a bullet under them.",
  years: [2022, null],
  example: [
    "2025-10-08 | Virtual (Boulder, CO, US) | [Group](…)\n    * [**Title**](…) | [**Mirror**](…)",
    "Title on 2025-10-08, Virtual (Boulder, CO, US), by Group, with a mirror",
  ],
  match: (tokens, event) => event && withEvent(headOf(withoutWholeLink(tokens)), eventOf(event)),
};

/** `[2025-10-08 | Oslo, NO | Fjord Rust](https://…)`: of a row that is one link, only the last column is linked. */
function withoutWholeLink(tokens: readonly Token[]): readonly Token[] {
  const [link, ...rest] = tokens;
  const bar = link?.kind === "link" ? link.text.lastIndexOf("|") : -1;
  if (link?.kind !== "link" || bar < 0 || datePrefix(link.text.trimStart()) === null) return tokens;
  return [...textTokens(link.text.slice(0, bar + 1)), { ...link, text: link.text.slice(bar + 1) }, ...rest];
}
