/** Endings of paths that give data, in the order in which they are offered. */
export const FORMATS = ["ics", "json"] as const;

export type Format = (typeof FORMATS)[number];

/** What a path gives: data, or without an ending the page. */
export type View = Format | "html";

/** Media type of each. */
export const TYPES: Readonly<Record<View, string>> = {
  ics: "text/calendar; charset=utf-8",
  json: "application/json",
  html: "text/html; charset=utf-8",
};

/** The media type without parameters, as links name it. */
export function bareType(view: View): string {
  return TYPES[view].split(";", 1)[0] as string;
}
