import type { ChangeKind, EventChanges } from "../../model/changes.ts";
import type { LocalDate } from "../../model/date.ts";

/** Endings under which changes are told, besides the page. */
export const CHANGES_FORMATS = ["json", "atom"] as const;

export type ChangesView = (typeof CHANGES_FORMATS)[number] | "html";

/** What stands around changes. */
export interface ChangesHead {
  readonly title: string;
  /** Address of this answer, filters included. */
  readonly self: string;
  /** Address of the next, older part; null after the last. */
  readonly next: string | null;
  /** How many issues there are in all parts. */
  readonly total: number;
  /** Day of the newest issue; null when there is none. */
  readonly updated: LocalDate | null;
  /** The same in another view. */
  address(view: ChangesView): string;
}

const WORDS: Readonly<Record<ChangeKind, string>> = {
  new: "New",
  cancelled: "Cancelled",
  postponed: "Postponed",
  confirmed: "Confirmed",
  moved: "Moved",
  retitled: "New title",
  relocated: "New place",
  relinked: "New link",
  unlisted: "No longer listed",
  relisted: "Listed again",
};

/** What happened, in words: `Moved, new title`. */
export function kindsText({ kinds }: EventChanges): string {
  const words = kinds.map((kind) => WORDS[kind]);
  return words.map((word, at) => (at === 0 ? word : word.toLowerCase())).join(", ");
}
