import type { EventRecord } from "../model/event.ts";

/** What the draft of the next issue did to `event`; null if nothing. */
export function draftOf({
  listings,
  updated,
}: EventRecord): { readonly what: "Announced" | "Changed"; readonly issue: string } | null {
  const { issue } = listings.findLast(({ draft }) => draft) ?? {};
  if (issue === undefined) return null;
  if (listings[0]?.draft) return { what: "Announced", issue };
  return updated === issue ? { what: "Changed", issue } : null;
}

/** {@link draftOf} as a sentence, without a link, because the issue has no page yet. */
export function draftText(event: EventRecord): string | null {
  const draft = draftOf(event);
  return draft && `${draft.what} in the draft of This Week in Rust of ${draft.issue}, which may still change.`;
}
