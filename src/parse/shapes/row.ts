import type { PrintedContent } from "../../model/printed.ts";
import { afterDate, type Head, headOf, isRow } from "../columns.ts";
import { type EventPart, eventOf } from "../event.ts";
import { isSideLink } from "../link.ts";
import { groupName } from "../names.ts";
import type { Shape } from "../shape.ts";
import { joinNotes } from "../status-mark.ts";
import { allText, cellsOf, isLink, type Token, textTokens } from "../token.ts";

/**
 * A row of columns with nothing under it: the bold link, else the last one, is the event.
 *
 *     * 2025-10-08 | Berlin, DE | [Group](https://…) | [**Title**](https://…)
 */
export const row: Shape = {
  rule: "row",
  says: "Date, place, organisers and event stand in columns of one line.",
  years: [2022, null],
  example: [
    "2025-10-08 | Oslo, NO | [Fjord Rust](…) | [**Title**](…)",
    "Title on 2025-10-08 in Oslo, NO by Fjord Rust",
  ],
  match(tokens) {
    if (!isRow(tokens)) return null;
    const { rest } = afterDate(tokens);
    const links = rest.filter(isLink);
    const main = links.filter(({ text }) => !isSideLink(text));
    const event = links.find(({ bold }) => bold !== null) ?? (main.length > 1 ? main : links).at(-1);
    if (!event) return withoutLinks(tokens, rest);
    const head = headOf(tokens.filter((token) => token !== event));
    // `[**Title** | Group](https://…)`
    const [, group] = /^ ?\|(.+)$/.exec(event.text.slice(event.bold?.length ?? event.text.length)) ?? [];
    if (!group || head.groups.length > 0) return joined(head, eventOf([event]));
    const groups = [{ name: groupName(group), url: null }];
    return joined({ ...head, groups }, eventOf([{ ...event, text: event.bold! }]));
  },
};

/** `2025-10-08 | Berlin, DE | **Title** | Group` without any link: columns in the order of those inside one link. */
function withoutLinks(tokens: readonly Token[], rest: readonly Token[]): PrintedContent {
  const [place = [], title, ...groups] = cellsOf(rest);
  if (!title || groups.length === 0) return joined(headOf(tokens), eventOf(cellsOf(rest).at(-1) ?? []));
  const head = headOf([...place, ...textTokens(` | ${groups.map(allText).join(" | ")}`)]);
  const { date, note } = headOf(tokens);
  return joined({ ...head, date, note }, eventOf(title));
}

function joined({ date, place, groups, links, note }: Head, event: EventPart): PrintedContent {
  const { text, url } = event;
  const all = [...links, ...event.links];
  return { date, form: "columns", place, groups, text, url, links: all, note: joinNotes(note, event.note) };
}
