import { headOf } from "../columns.ts";
import { datePrefix } from "../date.ts";
import { eventOf } from "../event.ts";
import type { Shape } from "../shape.ts";
import { joinNotes } from "../status-mark.ts";
import { type Token, textTokens } from "../token.ts";

/**
 * A row of columns with an event in a bullet under it.
 *
 *     * 2025-10-08 | Virtual (Boulder, CO, US) | [Group](https://…)
 *         * [**Title**](https://…) | [**Mirror**](https://…)
 */
export const rowOverEvent: Shape = {
  rule: "row-over-event",
  says: "Date, place and organisers stand in columns, the event in a bullet under them.",
  years: [2022, null],
  example: ["2025-10-08 | Oslo, NO | [Fjord Rust](…)\n[**Title**](…)", "Title on 2025-10-08 in Oslo, NO by Fjord Rust"],
  match(tokens, event) {
    if (event === null) return null;
    const { date, place, groups, links, note } = headOf(withoutWholeLink(tokens));
    const { text, url, links: further, note: behind } = eventOf(event);
    const notes = joinNotes(note, behind);
    return { date, form: "columns", place, groups, text, url, links: [...links, ...further], note: notes };
  },
};

/** `[2025-10-08 | Oslo, NO | Fjord Rust](https://…)`: of a row that is one link, only the last column is linked. */
function withoutWholeLink(tokens: readonly Token[]): readonly Token[] {
  const [link, ...rest] = tokens;
  const bar = link?.kind === "link" ? link.text.lastIndexOf("|") : -1;
  if (link?.kind !== "link" || bar < 0 || datePrefix(link.text.trimStart()) === null) return tokens;
  return [...textTokens(link.text.slice(0, bar + 1)), { ...link, text: link.text.slice(bar + 1) }, ...rest];
}
