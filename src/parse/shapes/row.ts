import { afterDate, headOf, isRow, withEvent } from "../columns.ts";
import { eventOf } from "../event.ts";
import { isSideLink } from "../link.ts";
import { groupName } from "../names.ts";
import type { Shape } from "../shape.ts";
import { isLink } from "../token.ts";

export const row: Shape = {
  rule: "row",
  says: "Date, place and organisers stand in columns, and the event too: the bold link, else the last one.",
  years: [2022, null],
  outside: "rows that editors may join with the line below: test/parse/rows.test.ts",
  example: ["2025-10-08 | Berlin, DE | [Group](…) | [**Title**](…)", "Title on 2025-10-08 in Berlin, DE by Group"],
  match(tokens) {
    if (!isRow(tokens)) return null;
    const links = afterDate(tokens).rest.filter(isLink);
    const main = links.filter(({ text }) => !isSideLink(text));
    const event = links.find(({ bold }) => bold !== null) ?? (main.length > 1 ? main : links).at(-1);
    if (!event) return null;
    const head = headOf(tokens.filter((token) => token !== event));
    // `[**Title** | Group](https://…)`
    const [, group] = /^ ?\|(.+)$/.exec(event.text.slice(event.bold?.length ?? event.text.length)) ?? [];
    if (!group || head.groups.length > 0) return withEvent(head, eventOf([event]));
    const groups = [{ name: groupName(group), url: null }];
    return withEvent({ ...head, groups }, eventOf([{ ...event, text: event.bold! }]));
  },
};
