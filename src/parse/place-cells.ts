import { beginsWithStatus } from "../model/status.ts";
import { type Cell, isModeCell, placeName, plainText } from "./cells.ts";

/** What the cells behind a date say: the place, what is told of the date, and the cells of organisers and links. */
export interface PlaceCells {
  readonly place: string | null;
  readonly note: string;
  readonly others: readonly Cell[];
}

/** `Oslo, NO`, `Virtual (Oslo, NO)`: unmistakably a place. */
const PLACE = /^[^|]{2,80}, ?(?:[A-Z]{2}|USA)\)?$/;
/** `Rust Oslo, NO`, `Women in Rust, US`: an organiser, however much of a place is in the name. */
const NAME = /\b(?:rust\w*|women|meetup|group|club|society|community)\b/i;
/** `NO`, `TX, US`: the end of a place. */
const CODES = /^(?:[A-Z]{2}|USA)(?:, ?(?:[A-Z]{2}|USA))?$/;
/** Countries that stand behind the code of an area. */
const AFTER_AREA = /^(?:USA?|CA|AU)$/;
/** `(tentative)`, `TBD`, `-`: a word on the date, no place. */
const OF_DATE = /^(?:[([][^()]*[)\]]|\W*(?:TB[ACD]\W*)?)$/i;

/**
 * Finds the place among cells, which stands in the first one as a rule.
 *
 *     2025-10-08 | Oslo, NO | [Group](https://…)                    the usual
 *     2025-10-08 | Oslo | NO | [Group](https://…)                   one place in two columns
 *     2025-10-08 | Oslo, NO | Hybrid | [Group](https://…)           its mode in one of its own
 *     2025-10-08 (tentative) | Oslo, NO | [Group](https://…)        a word on the date
 *     2025-10-08 | [Group](https://…) | Virtual (Oslo, NO)          exchanged
 */
export function placeCells(cells: readonly Cell[], dated: boolean): PlaceCells {
  const [first = []] = cells;
  const linkedAt = cells.findIndex((cell) => cell.some(({ url }) => url !== null));
  const plain = linkedAt < 0 ? cells : cells.slice(0, linkedAt);
  if (plain.length < 2) return placeFirst(first, cells.slice(1));
  const texts = plain.map(plainText);
  /** Whether cells behind that one name an organiser. */
  const followed = (at: number) => cells.slice(at + 1).some((cell) => cell.length > 0);
  let [from, note] = [0, ""];
  if (isOfDate(texts[0]!, texts[1]!, dated) && (followed(1) || PLACE.test(texts[1]!))) {
    if (dated && /\p{L}/u.test(texts[0]!)) note = texts[0]!;
    from = 1;
  }
  const [place, end] = joinedPlace(texts, from, followed);
  return { place: placeName(place), note, others: cells.slice(end) };
}

function isOfDate(text: string, next: string, dated: boolean): boolean {
  if (next === "") return false;
  if (OF_DATE.test(text) || PLACE.test(text)) return !PLACE.test(text);
  // `Every Tuesday | Oslo, NO | …` has a column for a date that cannot be read.
  return !dated || (beginsWithStatus(text) && PLACE.test(next));
}

/** The text of a place that may be spread over cells, and the index of the cell behind it. */
function joinedPlace(texts: readonly string[], from: number, followed: (at: number) => boolean): [string, number] {
  let place = texts[from]!;
  let at = from + 1;
  for (; at < texts.length; at++) {
    const next = texts[at]!;
    const isMode = isModeAlone(next);
    const isPlace = isModeAlone(place) && PLACE.test(next) && !NAME.test(next) && followed(at);
    const isEnd = (PLACE.test(place) ? AFTER_AREA : CODES).test(next) && followed(at);
    if (placeName(place) === null || !(isMode || isPlace || isEnd)) break;
    place = `${place.replace(/[\s,]+$/, "")}, ${next}`;
  }
  return [place, at];
}

function isModeAlone(text: string): boolean {
  return !text.includes("(") && isModeCell([{ text, url: null, strong: false, strongText: null }]);
}

/** The place in the first cell, else in one behind the organisers, else linked to a map. */
function placeFirst(first: Cell, others: readonly Cell[]): PlaceCells {
  const at = first.findIndex(isLink);
  const before = at < 0 ? null : placeName(plainText(first.slice(0, at)));
  // `2025-10-08 | Oslo, NO [Group](https://…) and [Another](https://…)`: what follows the first link is no place.
  if (before !== null) return { place: before, note: "", others: [first.slice(at), ...others] };
  const place = placeName(plainText(first));
  const linked = first.filter(isLink);
  if (place !== null) return { place, note: "", others: [linked, ...others] };
  const exchanged = others.find((cell) => isModeCell(cell) || isPlainPlace(cell));
  if (exchanged) {
    const rest = others.filter((cell) => cell !== exchanged);
    return { place: placeName(plainText(exchanged)), note: "", others: [linked, ...rest] };
  }
  const [map, ...more] = linked;
  const isMap = map && more.length === 0 && PLACE.test(map.text.trim()) && others.some((cell) => cell.some(isLink));
  if (isMap) return { place: placeName(map.text), note: "", others };
  return { place, note: "", others: [linked, ...others] };
}

function isPlainPlace(cell: Cell): boolean {
  const text = plainText(cell);
  return cell.length > 0 && !cell.some(isLink) && PLACE.test(text) && !NAME.test(text);
}

function isLink({ url }: Cell[number]): boolean {
  return url !== null;
}
