/** Endings of paths that give data, in the order in which they are offered. */
export const FORMATS = ["ics", "json", "atom", "jsonfeed", "geojson", "csv", "jscal"] as const;

export type Format = (typeof FORMATS)[number];

/** What a path gives: data, or without an ending the page. */
export type View = Format | "html";

/** Every view, the page first. */
export const VIEWS: readonly View[] = ["html", ...FORMATS];

/** Media type of each. */
export const TYPES: Readonly<Record<View, string>> = {
  ics: "text/calendar; charset=utf-8",
  json: "application/json",
  atom: "application/atom+xml; charset=utf-8",
  jsonfeed: "application/feed+json",
  geojson: "application/geo+json",
  csv: "text/csv; charset=utf-8; header=present",
  jscal: "application/jscalendar+json; type=group",
  html: "text/html; charset=utf-8",
};

/** The media type without parameters, as links name it. */
export function bareType(view: View): string {
  return TYPES[view].split(";", 1)[0] as string;
}
