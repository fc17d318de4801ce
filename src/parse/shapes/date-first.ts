import { datePrefix } from "../date.ts";
import { sentenceOf } from "../event.ts";
import type { Shape } from "../shape.ts";

/** Also `9/30. RustBerlin Hack and Learn.`; the text behind the date is left to `normalize`. */
export const dateFirst: Shape = {
  rule: "date-first",
  says: "A line begins with its date, inside the link or before it.",
  years: [2014, 2021],
  example: ["[Apr  5. Madrid, ES - Segundo meetup](…).", "Segundo meetup on April 5 in Madrid, ES"],
  match(tokens) {
    const { before, linked, tail, title, whole, content } = sentenceOf(tokens);
    const inLink = linked !== null && before.length < 20 ? datePrefix(linked) : null;
    if (inLink) {
      const [date, text] = [inLink.value, title.slice(inLink.end)];
      // `[Apr 5](https://…). Oslo, NO - Boats`
      const isDate = content.note !== "" && !/[\p{L}\p{N}]/u.test(text);
      return { ...content, date, ...(isDate ? { text: tail, note: "" } : { text }) };
    }
    const leading = datePrefix(whole);
    if (leading === null) return null;
    const isTitle = linked !== null && before.length <= leading.end + 2;
    return { ...content, date: leading.value, text: isTitle ? title : whole.slice(leading.end) };
  },
};
