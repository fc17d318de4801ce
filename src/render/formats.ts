import { ATOM } from "./atom/renderer.ts";
import { CSV } from "./csv/renderer.ts";
import { type FormatRecord, HTML_TYPE, withoutParameters } from "./format.ts";
import { GEOJSON } from "./geojson/renderer.ts";
import { ICS } from "./ics/renderer.ts";
import { JSCAL } from "./jscal/renderer.ts";
import { RECORDS } from "./json/renderer.ts";
import { JSON_FEED } from "./jsonfeed/renderer.ts";

/** All formats, in the order in which they are offered. */
const ROWS = [ICS, RECORDS, ATOM, JSON_FEED, GEOJSON, CSV, JSCAL] as const;

/** A format, by its extension. */
export type Format = (typeof ROWS)[number]["ending"];

/** A format, or the HTML page. */
export type View = Format | "html";

export const FORMATS: readonly Format[] = ROWS.map(({ ending }) => ending);

/** All views, HTML first. */
export const VIEWS: readonly View[] = ["html", ...FORMATS];

/** Formats by extension. */
export const FORMAT_RECORDS = byEnding((row) => row);

/** Media type of each view. */
export const TYPES: Readonly<Record<View, string>> = { ...byEnding(({ type }) => type), html: HTML_TYPE };

/** The media type of `view` without parameters, for links. */
export function bareType(view: View): string {
  return withoutParameters(TYPES[view]);
}

/** The result of `of` for each format, by extension. */
export function byEnding<Value>(of: (row: FormatRecord) => Value): Readonly<Record<Format, Value>> {
  return Object.fromEntries(ROWS.map((row) => [row.ending, of(row)])) as Record<Format, Value>;
}
