import type { LocalDate } from "../model/date.ts";
import type { Status } from "../model/listing.ts";
import { wordsOf } from "../model/words.ts";
import type { Candidate } from "./candidate.ts";
import { enter, revise } from "./history.ts";
import { type MergeState, noteOpen, replace } from "./state.ts";
import { monthsOf } from "./titles.ts";

/** A sentence of an issue about an event that it does not list: `The Cove meetup for March has been cancelled.` */
export interface Notice {
  readonly text: string;
  readonly status: Status;
}

/**
 * Gives events ahead the status that a sentence tells: the one event whose month it names, and whose group's name it has,
 * but for `Rust`. An event that the issue lists is as its listing says.
 */
export function obeyNotices(notices: readonly Notice[], state: MergeState, issue: LocalDate): void {
  for (const { text, status } of notices) {
    const [words, months] = [new Set(wordsOf(text)), monthsOf(text)];
    const meant = [...state.open].filter(
      (event) =>
        !event.taken && event.end >= issue && months.has(Number(event.start.slice(5, 7))) && isNamed(event, words),
    );
    const [event] = meant;
    if (event === undefined || meant.length > 1) continue;
    const record = revise(event.record, issue, { ...event.record, status }, []);
    if (record !== null) replace(state, event, record);
    if (status === "cancelled") enter(event, "cancelled", issue);
    noteOpen(state, event);
  }
}

function isNamed({ record }: Candidate, words: ReadonlySet<string>): boolean {
  return record.groups.some(({ name }) => {
    const own = wordsOf(name).filter((word) => !/^(rust|meetup|group|user|users)$/.test(word));
    return own.length > 0 && own.every((word) => words.has(word));
  });
}
