import type { Feed } from "../feeds.ts";
import type { Head } from "../render/renderer.ts";
import type { Snapshot } from "./snapshot.ts";

/** Additional information for the page of `feed`: the countries of the filter form, or about the group. */
export function pageNotes(snapshot: Snapshot, feed: Feed): Pick<Head, "countries" | "group"> {
  if (feed.kind !== "group") return { countries: snapshot.feeds.in("countries").map(({ slug }) => slug.toUpperCase()) };
  const group = snapshot.edition.directory.groups().find(({ slug }) => slug === feed.slug);
  if (group === undefined) return {};
  return { group: { url: group.url, cadence: feed.cadence ?? null, lastSeen: group.lastSeen } };
}
