import { aroundLink } from "../around-link.ts";
import { datePrefix } from "../date.ts";
import type { Shape } from "../shape.ts";

/**
 * One line that begins with its date; the text behind the date is left to `normalize`.
 *
 *     * [Apr  5. Madrid, ES - Segundo meetup de MadRust](https://…).
 *     * 9/30. RustBerlin Hack and Learn.
 */
export const dateFirst: Shape = {
  rule: "date-first",
  says: "A line begins with its date, inside the link or before it.",
  years: [2014, 2021],
  example: ["[Apr  5. Oslo, NO - Title](…).", "Oslo, NO - Title on April 5"],
  match(tokens) {
    const { before, linked, tail, title, whole, content } = aroundLink(tokens);
    const inLink = linked !== null && before.length < 20 ? datePrefix(linked) : null;
    if (inLink) {
      const text = title.slice(inLink.end);
      // `[Apr 5](https://…). Oslo, NO - Boats`
      const alone = content.note !== "" && !/[\p{L}\p{N}]/u.test(text);
      return { ...content, date: inLink.value, ...(alone ? { text: tail, note: "" } : { text }) };
    }
    const leading = datePrefix(whole);
    if (leading === null) return null;
    const text = linked !== null && before.length <= leading.end + 2 ? title : whole.slice(leading.end);
    return { ...content, date: leading.value, text };
  },
};
