import type { EventRecord, ListingRef } from "../model/event.ts";

/** The newsletter, as the author of feeds. */
export const NEWSLETTER = { name: "This Week in Rust", url: "https://this-week-in-rust.org/" } as const;

/** Page of the issue that first listed the event; null if there is none, and for a draft, which has no page yet. */
export function listedIn({ listings: [first] }: EventRecord): string | null {
  return first === undefined || first.draft ? null : issueUrl(first);
}

/** Page of the issue with `listing`; the archive of issues if it has no number. */
export function issueUrl({ issue, number }: Pick<ListingRef, "issue" | "number">): string {
  if (number === null) return `${NEWSLETTER.url}blog/archives/`;
  return `${NEWSLETTER.url}blog/${issue.replaceAll("-", "/")}/this-week-in-rust-${number}/`;
}
