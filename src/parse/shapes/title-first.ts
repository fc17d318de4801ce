import { collapse } from "../../model/collapse.ts";
import { datePrefix } from "../date.ts";
import { sentenceOf } from "../event.ts";
import type { Shape } from "../shape.ts";

/** What stands before a date behind a title. */
const JOINT = /(?:[,:(–—-]\s{0,2}|\son (?:the )?)(?=[\p{L}\d])/gu;

/** Also `[Rust Paris, Nov 17][paris].`, and a link without a date: `**[Rust Belt Rust Conference](https://…)**.` */
export const titleFirst: Shape = {
  rule: "title-first",
  says: "A line is a link with its date at the end or behind it, or without any.",
  years: [2014, 2016],
  example: ["[Rust Seattle Meetup](…), January 12th", "Rust Seattle Meetup on January 12"],
  match(tokens) {
    const { before, linked, tail, title, content } = sentenceOf(tokens);
    // A sentence that holds a link is none.
    if (linked === null || before.split(" ").length > 2 || /[.:]$/.test(before)) return null;
    const text = linked + (/^\w/.test(tail) ? " " : "") + tail;
    for (const joint of text.matchAll(JOINT)) {
      const at = joint.index + joint[0].length;
      const date = datePrefix(text.slice(at));
      if (!date || !/^[\s.)!]*(?:$|[.,)])/.test(text.slice(at + date.end))) continue;
      const [end, behind] = joint.index < linked.length ? [joint.index, linked.length] : [linked.length, at + date.end];
      const note = collapse(text.slice(behind)).replace(/^[.,\s]+/, "");
      return { ...content, date: date.value, text: text.slice(0, end), note };
    }
    return content.note.split(" ").length > 4 ? null : { ...content, date: null, text: title };
  },
};
