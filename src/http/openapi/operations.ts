import { REGION_FEEDS } from "../../feeds.ts";
import type { View } from "../../render/formats.ts";
import { SCHEMA_NAMES, type SchemaName } from "./schemas.ts";

/** What is told of a path, by its pattern. */
export interface PathNote {
  readonly summary: string;
  readonly tag: "Events" | "Catalogue" | "Service";
  /** Whether the path takes the parameters of a query. */
  readonly filters?: true;
  /** Schema of what it gives as JSON. */
  readonly json?: SchemaName;
  /** What it gives where its ending does not say it: a view or another media type. */
  readonly gives?: View | "text/plain" | "application/schema+json";
  /** Whether the parameters of a query, a form's, lead to the list that they ask for. */
  readonly forwards?: true;
  /** Whether it passes over parameters: it has none of its own. */
  readonly lenient?: true;
  /** What the braces in the path stand for. */
  readonly variable?: { readonly description: string; readonly example: string; readonly allowed?: readonly string[] };
}

const list = { tag: "Events", filters: true, json: "event-list" } as const;

const changes = {
  summary:
    "What each issue changed: new, moved, retitled, cancelled and no longer listed events, newest issue first, ten unless `limit` says how many; `from`, `to` and `days` are of issues. What organisers' calendars changed stands under the day on which they were read.",
  tag: "Catalogue",
  filters: true,
} as const;

/** Every path that the app may answer, as it names them. */
export const PATH_NOTES = {
  "/": {
    summary: "What there is, with links to subscribe.",
    tag: "Catalogue",
    gives: "html",
    filters: true,
    forwards: true,
    lenient: true,
  },
  "/events.*": { ...list, summary: "All events, or those that the parameters ask for." },
  "/events/{id}.*": {
    summary: "One event with its history and the listings it comes from.",
    tag: "Events",
    json: "event",
    variable: { description: "Lasting id of the event, as lists give it.", example: "9t2e86kq086m" },
  },
  "/regions/{slug}.*": {
    ...list,
    summary: "Events of one region.",
    variable: {
      description: "The region; `virtual` has all that can be attended online.",
      example: "virtual",
      allowed: REGION_FEEDS.map(({ slug }) => slug),
    },
  },
  "/groups/{slug}.*": {
    ...list,
    summary: "Events of one group, whatever names and links it was printed with.",
    variable: { description: "Slug of the group, as `/feeds.json` gives it.", example: "rust-berlin" },
  },
  "/countries/{code}.*": {
    ...list,
    summary: "Events of one country.",
    variable: { description: "ISO 3166-1 alpha-2, in small letters.", example: "de" },
  },
  "/cities/{slug}.*": {
    ...list,
    summary: "Events of one city.",
    variable: { description: "The city with its country.", example: "berlin-de" },
  },
  "/changes": { ...changes, gives: "html" },
  "/changes.json": { ...changes, json: "changes" },
  "/changes.atom": changes,
  "/feeds": { summary: "Every feed, with links to its page.", tag: "Catalogue", gives: "html" },
  "/feeds.json": { summary: "Every feed with title, path and number of events.", tag: "Catalogue", json: "feeds" },
  "/health": {
    summary: "Version and age of the data, counts, troubles.",
    tag: "Service",
    gives: "json",
    json: "health",
    lenient: true,
  },
  "/robots.txt": { summary: "For fetchers that ask.", tag: "Service", gives: "text/plain", lenient: true },
  "/openapi.json": { summary: "This document.", tag: "Service" },
  "/docs": { summary: "This document as a page.", tag: "Service", gives: "html" },
  "/schema/{name}.json": {
    summary: "JSON Schema 2020-12 of a JSON answer.",
    tag: "Service",
    gives: "application/schema+json",
    variable: { description: "Name of the schema.", example: "event-list", allowed: SCHEMA_NAMES },
  },
} as const satisfies Readonly<Record<string, PathNote>>;

/** A path that is described. */
export type Pattern = keyof typeof PATH_NOTES;

/** The note on a path. */
export function noteOn(pattern: Pattern): PathNote {
  return PATH_NOTES[pattern];
}
