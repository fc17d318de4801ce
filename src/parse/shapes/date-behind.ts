import { collapse } from "../../model/collapse.ts";
import { aroundLink, isLabel } from "../around-link.ts";
import { datePrefix } from "../date.ts";
import type { Shape } from "../shape.ts";

/** What may stand before a date behind a title. */
const JOINT = /(?:[,:(–—-]\s{0,2}|\son (?:the )?)(?=[\p{L}\d])/gu;

/**
 * A link with its date at the end of it or behind it.
 *
 *     * [Rust Seattle Meetup][seattle], January 12th
 *     * [Rust Paris, Nov 17][paris].
 */
export const dateBehind: Shape = {
  rule: "date-behind",
  says: "A line is a link whose date stands at its end or behind it.",
  years: [2014, 2014],
  example: ["[Fjord Rust](…), January 12th", "Fjord Rust on January 12"],
  match(tokens) {
    const { before, linked, tail, content } = aroundLink(tokens);
    if (linked === null || !isLabel(before)) return null;
    const text = linked + (/^\w/.test(tail) ? " " : "") + tail;
    for (const joint of text.matchAll(JOINT)) {
      const at = joint.index + joint[0].length;
      const date = datePrefix(text.slice(at));
      if (!date || !/^[\s.)!]*(?:$|[.,)])/.test(text.slice(at + date.end))) continue;
      const inLink = joint.index < linked.length;
      const note = collapse(text.slice(inLink ? linked.length : at + date.end)).replace(/^[.,\s]+/, "");
      return { ...content, date: date.value, text: text.slice(0, inLink ? joint.index : linked.length), note };
    }
    return null;
  },
};
