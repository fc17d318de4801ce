import type { Feed } from "../feeds.ts";
import type { Head } from "../render/renderer.ts";
import type { Snapshot } from "./snapshot.ts";

/** What the page of `feed` tells beside its events: the countries that its filter offers and, of a group, how it meets. */
export function pageNotes(snapshot: Snapshot, feed: Feed): Pick<Head, "countries" | "group"> {
  if (feed.kind !== "group") return { countries: snapshot.feeds.in("countries").map(({ slug }) => slug.toUpperCase()) };
  const group = snapshot.edition.known.groups().find(({ slug }) => slug === feed.slug);
  if (group === undefined) return {};
  return { group: { url: group.url, cadence: feed.cadence ?? null, lastSeen: group.lastSeen } };
}
