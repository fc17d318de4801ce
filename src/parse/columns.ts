import { collapse } from "../model/collapse.ts";
import type { Link, PrintedGroup } from "../model/listing.ts";
import type { PrintedContent } from "../model/printed.ts";
import { beginsWithStatus, saysStatus } from "../model/status.ts";
import { datePrefix } from "./date.ts";
import { bareUrl, isSideLink, webUrl } from "./link.ts";
import { groupName, isPlace, joinedName, MODES, PLACE, placeName } from "./names.ts";
import { fromDate, joinNotes, statusMark } from "./status-mark.ts";
import { allText, beforeLink, type Cell, cellsOf, isLink, plainText, type Token, textTokens } from "./token.ts";

/** What the columns before an event say. */
export type Head = Pick<PrintedContent, "date" | "place" | "groups" | "links" | "note">;
type EventPart = Pick<PrintedContent, "text" | "url" | "links" | "note">;

/** What the columns and an event say together. */
export function withEvent(head: Head, { text, url, links, note }: EventPart): PrintedContent {
  const { date, place, groups } = head;
  const all = { text, url, links: [...head.links, ...links], note: joinNotes(head.note, note) };
  return { date, form: "columns", place, groups, ...all };
}

/** Whether tokens are a row of columns: a date, then a bar; or two bars at least. */
export function isRow(tokens: readonly Token[]): boolean {
  if (tokens[0]?.kind === "link" || !tokens.some(({ kind }) => kind === "bar")) return false;
  return startsWithDate(tokens) || cellsOf(tokens).length > 2;
}

/** Whether plain text that begins with a date stands at the start. */
export function startsWithDate(tokens: readonly Token[]): boolean {
  return datePrefix(fromDate(beforeLink(tokens)[0])) !== null;
}

/** Whether a row names an event: its bold part, or a column behind the place and the organisers. */
export function namesEvent(tokens: readonly Token[]): boolean {
  const isBold = tokens.some((token) => token.kind !== "bar" && token.bold && token.text.trim() !== "");
  return isBold || columnsIn(tokens).others.filter((cell) => cell.length > 0).length > 1;
}

/** Date, place, organisers and their links: `2025-10-08 | Virtual (Boulder, CO, US) | [Group](https://…)`. */
export function headOf(tokens: readonly Token[]): Head {
  const { date, place, others, note: ofDate } = columnsIn(tokens);
  const { groups, links, note } = groupsOf(others);
  const mark = date === null ? "" : statusMark(allText(tokens));
  return { date, place, groups, links, note: joinNotes(mark, joinNotes(ofDate, note)) };
}

function columnsIn(tokens: readonly Token[]): Placed & Pick<Head, "date"> {
  const { date: first, rest } = afterDate(tokens);
  const cells = cellsOf(rest);
  // `Oslo, NO | 2025-10-08 | [Group](https://…)`
  const dated = first === null ? cells.find((cell) => !cell.some(isLink) && dateAlone(plainText(cell))) : undefined;
  const date = dated ? dateAlone(plainText(dated)) : first;
  return { date, ...placeOf(dated ? cells.filter((cell) => cell !== dated) : cells, date !== null) };
}

/** Figures that are no date, and so no place either: `99999-01-01 | Oslo, NO | …`. */
const FIGURES = /^\s*\d[\d\s./–-]{0,30}\p{L}{0,2}\s{0,2}(?=\|)/u;

/** The date at the start, and the columns behind it. */
export function afterDate(tokens: readonly Token[]): Pick<Head, "date"> & { readonly rest: readonly Token[] } {
  const [before, links] = beforeLink(tokens);
  const text = fromDate(before);
  const date = datePrefix(text);
  const end = date?.end ?? FIGURES.exec(text)?.[0].length ?? 0;
  const behind = end === 0 ? text : text.slice(end).replace(/^[\s:~*\])]*\|/, "");
  return { date: date?.value ?? null, rest: [...textTokens(behind), ...links] };
}

/** The date that a text is, and nothing else. */
function dateAlone(text: string): Head["date"] {
  const date = datePrefix(text);
  return date?.end === text.length ? date.value : null;
}

/** What the cells behind a date say: the place, a word on the date, and the cells of organisers and links. */
interface Placed {
  readonly place: string | null;
  readonly note: string;
  readonly others: readonly Cell[];
}

/** `NO`, `TX, US`: the end of a place. */
const CODES = /^(?:[A-Z]{2}|USA)(?:, ?(?:[A-Z]{2}|USA))?$/;
/** Countries that stand behind the code of an area. */
const AFTER_AREA = /^(?:USA?|CA|AU)$/;
/** `(tentative)`, `TBD`, `-`: a word on the date, no place. */
const OF_DATE = /^(?:[([][^()]*[)\]]|\W*(?:TB[ACD]\W*)?)$/i;

/**
 * Finds the place among cells, which stands in the first one as a rule.
 *
 *     2025-10-08 | Oslo | NO | [Group](https://…)                   one place in two columns
 *     2025-10-08 | Oslo, NO | Hybrid | [Group](https://…)           its mode in one of its own
 *     2025-10-08 (tentative) | Oslo, NO | [Group](https://…)        a word on the date
 *     2025-10-08 | [Group](https://…) | Virtual (Oslo, NO)          exchanged
 */
function placeOf(cells: readonly Cell[], dated: boolean): Placed {
  const linked = cells.findIndex((cell) => cell.some(isLink));
  const texts = (linked < 0 ? cells : cells.slice(0, linked)).map(plainText);
  const [first = "", second = ""] = texts;
  if (texts.length < 2) return placeBesideLinks(cells);
  /** Whether cells behind that one name an organiser. */
  const followed = (at: number) => cells.slice(at + 1).some((cell) => cell.length > 0);
  const skipped = isOfDate(first, second, dated) && (followed(1) || PLACE.test(second));
  const from = skipped ? 1 : 0;
  let place = texts[from]!;
  let end = from + 1;
  for (; end < texts.length && placeName(place) !== null && continues(place, texts[end]!, followed(end)); end++)
    place = `${place.replace(/[\s,]+$/, "")}, ${texts[end]}`;
  const note = skipped && dated && /\p{L}/u.test(first) ? first : "";
  return { place: placeName(place), note, others: cells.slice(end) };
}

function isOfDate(text: string, next: string, dated: boolean): boolean {
  if (next === "") return false;
  if (OF_DATE.test(text) || PLACE.test(text)) return !PLACE.test(text);
  // `Every Tuesday | Oslo, NO | …` has a column for a date that cannot be read.
  return !dated || (beginsWithStatus(text) && PLACE.test(next));
}

/** Whether the next column belongs to the place: its mode, the place of a mode, the end of a place. */
function continues(place: string, next: string, followed: boolean): boolean {
  if (isModeAlone(next)) return true;
  if (!followed) return false;
  return (isModeAlone(place) && isPlace(next)) || (PLACE.test(place) ? AFTER_AREA : CODES).test(next);
}

function isModeAlone(text: string): boolean {
  return !text.includes("(") && MODES.test(text);
}

/** The place before the first link or around it, else in a cell behind the organisers, else linked to a map. */
function placeBesideLinks([first = [], ...others]: readonly Cell[]): Placed {
  const found = (place: string | null, ...rest: readonly Cell[]) => ({ place, note: "", others: rest });
  const at = first.findIndex(isLink);
  const before = at < 0 ? null : placeName(plainText(first.slice(0, at)));
  // `2025-10-08 | Oslo, NO [Group](https://…) and [Another](https://…)`: what follows the first link is no place.
  if (before !== null) return found(before, first.slice(at), ...others);
  const around = placeName(plainText(first));
  const linked = first.filter(isLink);
  if (around !== null) return found(around, linked, ...others);
  const isPlain = (cell: Cell) => !cell.some(isLink) && (MODES.test(plainText(cell)) || isPlace(plainText(cell)));
  const exchanged = others.find(isPlain);
  if (exchanged) return found(placeName(plainText(exchanged)), linked, ...others.filter((cell) => cell !== exchanged));
  const map = linked.length === 1 && PLACE.test(linked[0]!.text.trim()) && others.some((cell) => cell.some(isLink));
  return map ? found(placeName(linked[0]!.text), ...others) : found(null, linked, ...others);
}

/**
 * Organisers and side links of the cells after the place.
 *
 *     [OpenTechSchool Berlin](https://…) + [Rust Berlin](https://…) | [Alt link](https://…)
 *     ^------------------------- groups --------------------------^   ^----- link -------^
 */
function groupsOf(cells: readonly Cell[]): Pick<Head, "groups" | "links" | "note"> {
  const groups: PrintedGroup[] = [];
  const links: Link[] = [];
  let note = "";
  for (const cell of cells) {
    for (const [index, token] of cell.entries()) {
      const text = collapse(token.text);
      if (token.kind === "link") {
        const url = webUrl(token.address);
        if (text && (groups.length === 0 || !isSideLink(text))) groups.push({ name: groupName(text), url });
        else if (text && url !== null) links.push({ text, url });
      } else if (saysStatus(text) || dateAlone(text.replace(/^\(|\)$/g, "")) !== null) note = text;
      else if (!beginsWithStatus(text)) {
        const alone = cell.length === 1 && /\p{L}/u.test(text);
        const name = alone ? text : joinedName(text, index === 0 ? "before" : "behind");
        if (name !== null) groups.push(plainGroup(name));
      }
    }
  }
  return { groups, links, note };
}

/** An organiser without a link; the address of one that is broken is no part of the name: `Fjord Rust (https://…)`. */
function plainGroup(text: string): PrintedGroup {
  const url = bareUrl(text);
  const name = url === null ? "" : groupName(text.replace(/[\](<:\s]*https?:\/\/\S*/i, " "));
  return { name: name || groupName(text), url };
}
