import { collapse } from "../../model/collapse.ts";
import { beginsWithStatus, saysStatus } from "../../model/status.ts";
import { isRow } from "../columns.ts";
import { datePrefix } from "../date.ts";
import { linksOf } from "../event.ts";
import { bareUrl, webUrl } from "../link.ts";
import { groupName, placeName, titleText } from "../names.ts";
import type { Shape } from "../shape.ts";
import { fromDate, joinNotes } from "../status-mark.ts";
import { allText, isLink, plainText } from "../token.ts";

export const columnsInLink: Shape = {
  rule: "columns-in-link",
  says: "Date, place, title and organisers stand in columns inside one link, or without any link.",
  years: [2021, 2022],
  example: ["[December 8, 2021 | Oslo, NO | **Title** | Group](…)", "Title on 2021-12-08 in Oslo, NO by Group"],
  match(tokens) {
    const link = tokens.find(isLink);
    const text = link ? link.text.trimStart() : fromDate(allText(tokens));
    const bold = link ? link.bold : (tokens.find((token) => token.kind === "text" && token.bold)?.text ?? null);
    const date = datePrefix(text);
    // `May 20, 2021, Online - Go vs Rust | Round table`: one bar in a title makes no columns.
    const bars = text.split("|").length - (bold === null ? 1 : 0);
    if (link ? date === null || bars < 2 : !isRow(tokens)) return null;
    const rest = text.slice(date?.end ?? 0);
    const { place, title, groups } = columnsAround(rest, bold) ?? columnsOf(rest);
    const after = link ? tokens.slice(tokens.indexOf(link) + 1) : [];
    return {
      date: date?.value ?? null,
      form: "columns",
      place: placeName(place),
      groups: groups
        .filter((name) => name !== "" && !beginsWithStatus(name))
        .map((name) => ({ name: groupName(name), url: null })),
      text: titleText(title || place),
      url: link ? webUrl(link.address) : bareUrl(text),
      links: linksOf(after),
      note: joinNotes(groups.find(saysStatus) ?? "", plainText(after)),
    };
  },
};

interface Columns {
  readonly place: string;
  readonly title: string;
  readonly groups: readonly string[];
}

/** ` | Los Angeles, CA, US | **Title | with a bar** (Virtual) | Group`: the bold part is the title, bars and all. */
function columnsAround(text: string, bold: string | null): Columns | null {
  const at = bold === null ? -1 : text.indexOf(bold);
  if (bold === null || at < 0) return null;
  const place = text.slice(0, at);
  const [printed = "", ...others] = text.slice(at + bold.length).split("|");
  const [behind, groups] = [collapse(printed), others.map(collapse)];
  // `**First Tuesdays**: Fjord Rust`
  const gap = /^[:;,.!?]/.test(printed) ? "" : " ";
  // `**Rust Dublin February Meetup** - Rust Dublin`: a dash for the last bar.
  const dashed = /^[-–—]\s*(\S.*)$/.exec(behind)?.[1];
  return dashed
    ? { place, title: collapse(bold), groups: [dashed, ...groups] }
    : { place, title: collapse(bold + gap + behind), groups };
}

function columnsOf(text: string): Columns {
  const [place = "", title = "", ...groups] = text
    .replace(/^[\s|,:;.-]+/, "")
    .split("|")
    .map(collapse);
  return { place, title, groups };
}
