import type { LocalDate } from "../model/date.ts";
import type { Status } from "../model/listing.ts";
import type { Rule } from "../model/rule.ts";
import type { Trace } from "../model/trace.ts";
import { wordsOf } from "../model/words.ts";
import { type Candidate, CROWD } from "./candidate.ts";
import { enter, revise } from "./history.ts";
import { type MergeState, noteOpen, replace } from "./state.ts";
import { monthsOf } from "./titles.ts";

export const NOTICE: Rule = {
  rule: "sentence-about-an-event",
  says: "A sentence that names a group and a month says what became of its one event of that month.",
  example: ["The Fjord meetup for March has been cancelled.", "Rust Fjord on 03-17 is cancelled"],
};

/** A sentence of an issue about an event that it does not list: `The Cove meetup for March has been cancelled.` */
export interface Notice {
  readonly text: string;
  readonly status: Status;
}

/**
 * Gives events ahead the status that a sentence tells: the one event whose month it names, and whose group's name it has,
 * but for `Rust`. An event that the issue lists is as its listing says.
 */
export function obeyNotices(notices: readonly Notice[], state: MergeState, issue: LocalDate, trace: Trace): void {
  for (const { text, status } of notices.slice(0, CROWD)) {
    const [words, months] = [new Set(wordsOf(text)), monthsOf(text)];
    const meant = [...state.open].filter(
      (event) =>
        !event.taken && event.end >= issue && months.has(Number(event.start.slice(5, 7))) && isNamed(event, words),
    );
    const [event] = meant;
    if (event === undefined || meant.length > 1) continue;
    trace(NOTICE.rule, text);
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
