import type { ListingRef } from "../model/event.ts";

/** The newsletter, as feeds name their author. */
export const NEWSLETTER = { name: "This Week in Rust", url: "https://this-week-in-rust.org/" } as const;

/** Page of the issue that holds `listing`; of all issues where it prints no number. */
export function issueUrl({ issue, number }: Pick<ListingRef, "issue" | "number">): string {
  if (number === null) return `${NEWSLETTER.url}blog/archives/`;
  return `${NEWSLETTER.url}blog/${issue.replaceAll("-", "/")}/this-week-in-rust-${number}/`;
}
