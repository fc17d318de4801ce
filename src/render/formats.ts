import { ATOM } from "./atom/renderer.ts";
import { CSV } from "./csv/renderer.ts";
import { type FormatRecord, HTML_TYPE, withoutParameters } from "./format.ts";
import { GEOJSON } from "./geojson/renderer.ts";
import { ICS } from "./ics/renderer.ts";
import { JSCAL } from "./jscal/renderer.ts";
import { RECORDS } from "./json/renderer.ts";
import { JSON_FEED } from "./jsonfeed/renderer.ts";

/** Every format, in the order in which they are offered. */
const ROWS = [ICS, RECORDS, ATOM, JSON_FEED, GEOJSON, CSV, JSCAL] as const;

/** The ending of a path that gives data. */
export type Format = (typeof ROWS)[number]["ending"];

/** What a path gives: data, or without an ending the page. */
export type View = Format | "html";

export const FORMATS: readonly Format[] = ROWS.map(({ ending }) => ending);

/** Every view, the page first. */
export const VIEWS: readonly View[] = ["html", ...FORMATS];

/** Each format by its ending. */
export const FORMAT_RECORDS = byEnding((row) => row);

/** Media type of each view. */
export const TYPES: Readonly<Record<View, string>> = { ...byEnding(({ type }) => type), html: HTML_TYPE };

/** The media type of `view` without parameters, as links name it. */
export function bareType(view: View): string {
  return withoutParameters(TYPES[view]);
}

/** What `of` gives of each format, by its ending. */
export function byEnding<Value>(of: (row: FormatRecord) => Value): Readonly<Record<Format, Value>> {
  return Object.fromEntries(ROWS.map((row) => [row.ending, of(row)])) as Record<Format, Value>;
}
