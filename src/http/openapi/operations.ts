import { REGION_FEEDS } from "../../feeds.ts";
import type { View } from "../../render/formats.ts";
import { SCHEMA_NAMES, type SchemaName } from "./schemas.ts";

/** Documentation of a path. */
export interface PathNote {
  readonly summary: string;
  readonly tag: "Events" | "Catalogue" | "Service";
  /** Whether it has the filter parameters. */
  readonly filters?: true;
  /** Schema of its JSON. */
  readonly json?: SchemaName;
  /** View or media type of its response, if the extension does not determine it. */
  readonly gives?: View | "text/plain" | "application/schema+json";
  /** Whether filter parameters redirect to the filtered list. */
  readonly forwards?: true;
  /** Whether it ignores unknown parameters. */
  readonly lenient?: true;
  /** The variable in braces. */
  readonly variable?: { readonly description: string; readonly example: string; readonly allowed?: readonly string[] };
}

const list = { tag: "Events", filters: true, json: "event-list" } as const;

const changes = {
  summary:
    "What each issue changed: new, moved, retitled, cancelled and no longer listed events, newest issue first. `from`, `to` and `days` select issues by their dates, and `limit` is a number of issues, default 10. Changes from organisers' calendars are listed under the day on which they were read.",
  tag: "Catalogue",
  filters: true,
} as const;

/** Documentation of all paths of the app. */
export const PATH_NOTES = {
  "/": {
    summary: "Home page: feeds and links to subscribe.",
    tag: "Catalogue",
    gives: "html",
    filters: true,
    forwards: true,
    lenient: true,
  },
  "/events.*": { ...list, summary: "All events, filtered by the parameters." },
  "/events/{id}.*": {
    summary: "One event with its history and the listings it comes from.",
    tag: "Events",
    json: "event",
    variable: { description: "Permanent id of the event, from a list of events.", example: "9t2e86kq086m" },
  },
  "/conferences.*": { ...list, summary: "Conferences, by their names, days and links." },
  "/conferences/{series}": {
    summary: "Page of a series of conferences: all editions, newest first.",
    tag: "Catalogue",
    gives: "html",
    variable: { description: "Slug of the series, from the links of `/conferences`.", example: "rustconf" },
  },
  "/regions/{slug}.*": {
    ...list,
    summary: "Events of one region.",
    variable: {
      description: "The region; `virtual` contains all events that can be attended online.",
      example: "virtual",
      allowed: REGION_FEEDS.map(({ slug }) => slug),
    },
  },
  "/groups/{slug}.*": {
    ...list,
    summary: "Events of one group, under all names and links it was printed with.",
    variable: { description: "Slug of the group, from `/feeds.json`.", example: "rust-berlin" },
  },
  "/countries/{code}.*": {
    ...list,
    summary: "Events of one country.",
    variable: { description: "ISO 3166-1 alpha-2 code in lower case.", example: "de" },
  },
  "/cities/{slug}.*": {
    ...list,
    summary: "Events of one city.",
    variable: { description: "Slug of the city, from `/feeds.json`.", example: "berlin-de" },
  },
  "/changes": { ...changes, gives: "html" },
  "/changes.json": { ...changes, json: "changes" },
  "/changes.atom": changes,
  "/feeds": { summary: "All feeds, with links to their pages.", tag: "Catalogue", gives: "html" },
  "/feeds.json": { summary: "All feeds with title, path and number of events.", tag: "Catalogue", json: "feeds" },
  "/health": {
    summary: "Version and age of the data, counts, status of the sync and of reading start times.",
    tag: "Service",
    gives: "json",
    json: "health",
    lenient: true,
  },
  "/robots.txt": { summary: "For crawlers.", tag: "Service", gives: "text/plain", lenient: true },
  "/openapi.json": { summary: "This document.", tag: "Service" },
  "/docs": { summary: "This document as a page.", tag: "Service", gives: "html" },
  "/schema/{name}.json": {
    summary: "JSON Schema 2020-12 of a JSON response.",
    tag: "Service",
    gives: "application/schema+json",
    variable: { description: "Name of the schema.", example: "event-list", allowed: SCHEMA_NAMES },
  },
} as const satisfies Readonly<Record<string, PathNote>>;

/** A documented path. */
export type Pattern = keyof typeof PATH_NOTES;

/** The documentation of a path. */
export function noteOn(pattern: Pattern): PathNote {
  return PATH_NOTES[pattern];
}
