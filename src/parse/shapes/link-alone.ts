import { aroundLink, isLabel } from "../around-link.ts";
import type { Shape } from "../shape.ts";

/**
 * A link without a date, hardly a word beside it.
 *
 *     * **[Rust Belt Rust Conference - Pittsburgh](https://…)**.
 */
export const linkAlone: Shape = {
  rule: "link-alone",
  says: "A line is a link without a date.",
  years: [2014, 2016],
  example: ["**[Fjord Days - Oslo](…)**.", "Fjord Days - Oslo on no day"],
  match(tokens) {
    const { before, linked, title, content } = aroundLink(tokens);
    if (linked === null || !isLabel(before) || content.note.split(" ").length > 4) return null;
    return { ...content, date: null, text: title };
  },
};
