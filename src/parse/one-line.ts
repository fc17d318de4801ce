import type { PrintedContent } from "../model/printed.ts";
import { allText, collapse, plainText, webUrl } from "./cells.ts";
import { pipedContent, rowContent } from "./columns.ts";
import { datePrefix } from "./date.ts";
import { linksOf } from "./event.ts";
import { type ReadLine, runsOf } from "./line.ts";
import type { Span } from "./span.ts";
import { joinNotes, statusMark, withoutMark } from "./status-mark.ts";

/** What a line says with nothing under it; null when it lists nothing. */
export function contentAlone(line: ReadLine): PrintedContent | null {
  line.alone ??= { content: line.columns ? rowContent(runsOf(line)) : singleContent(runsOf(line)) };
  return line.alone.content;
}

function singleContent(spans: readonly Span[]): PrintedContent | null {
  const mark = statusMark(spans);
  const bare = mark === "" ? spans : withoutMark(spans);
  if (bare === spans || datePrefix(allText(bare)) === null) return unmarkedContent(spans);
  const content = unmarkedContent(bare);
  return content && { ...content, note: joinNotes(mark, content.note) };
}

function unmarkedContent(spans: readonly Span[]): PrintedContent | null {
  const link = spans.find((span) => span.url !== null);
  if (link?.text.includes("|") && datePrefix(link.text.trimStart())) {
    const bars = link.text.split("|").length - 1;
    // `May 20, 2021, Online - Go vs Rust | Round table`: one bar in a title makes no columns.
    if (bars > 1 || link.strongText) return pipedContent(spans, link);
  }
  return lineContent(spans);
}

/**
 * One line, nothing in columns (2014 – 2021): the text after the date is left to `normalize`.
 *
 *     * [Apr  5. Madrid, ES - Segundo meetup de MadRust](https://…).
 *     * 9/30. RustBerlin Hack and Learn.
 *     * [Rust Seattle Meetup](https://…), January 12th
 */
export function lineContent(line: readonly Span[]): PrintedContent | null {
  const spans = line.filter((span) => span.text.trim() !== "" || span.url !== null);
  const link = spans.find((span) => span.url !== null);
  const before = link ? collapse(allText(spans.slice(0, spans.indexOf(link)))) : "";
  const after = link ? spans.slice(spans.indexOf(link) + 1) : [];
  const tail = plainText(after);
  const base = {
    form: "line" as const,
    place: null,
    groups: [],
    url: link ? webUrl(link.url ?? "") : null,
    links: linksOf(after),
    note: tail.replace(/^[.,!?;:\s]+/, ""),
  };
  const whole = collapse(allText(spans));
  const linked = link ? collapse(link.text) : "";
  // `[Apr  5. Are we embedded yet](https://…)?`
  const title = linked + (/^[?!]+/.exec(tail)?.[0] ?? "");
  const inLink = link ? datePrefix(linked) : null;
  if (inLink && before.length < 20) {
    // `[Apr 5](https://…). Oslo, NO - Boats`
    const dateAlone = !/[\p{L}\p{N}]/u.test(title.slice(inLink.end));
    if (dateAlone && base.note !== "") return { ...base, date: inLink.value, text: tail, note: "" };
    return { ...base, date: inLink.value, text: title.slice(inLink.end) };
  }
  const leading = datePrefix(whole);
  if (leading) {
    const text = link && before.length <= leading.end + 2 ? title : whole.slice(leading.end);
    return { ...base, date: leading.value, text };
  }
  if (!link || !isLabel(before)) return null;
  const trailing = trailingDate(linked + (/^\w/.test(tail) ? " " : "") + tail, linked.length);
  if (trailing) return { ...base, date: trailing.date, text: trailing.text, note: trailing.note };
  if (base.note.split(" ").length > 4) return null;
  return { ...base, date: null, text: title };
}

/** Whether the words before the link are no sentence of their own: `The`, nothing, a bold sign. */
function isLabel(before: string): boolean {
  return before.split(" ").filter(Boolean).length <= 2 && !/[.:]$/.test(before);
}

/** `Rust Paris, Nov 17`, `[Rust Seattle Meetup](…), January 12th` or `[Rust Oslo](…) on May 9`: the date behind the title. */
function trailingDate(text: string, linkEnd: number) {
  for (const match of text.matchAll(/(?:[,:(–—-]\s{0,2}|\son (?:the )?)(?=[\p{L}\d])/gu)) {
    const at = match.index + match[0].length;
    const found = datePrefix(text.slice(at));
    if (!found || !/^[\s.)!]*(?:$|[.,)])/.test(text.slice(at + found.end))) continue;
    const inTitle = match.index < linkEnd;
    const note = inTitle ? text.slice(linkEnd) : text.slice(at + found.end);
    return {
      date: found.value,
      text: text.slice(0, inTitle ? match.index : linkEnd),
      note: collapse(note).replace(/^[.,\s]+/, ""),
    };
  }
  return null;
}
