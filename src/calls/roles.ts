import type { Rule } from "../model/rule.ts";

/** What a date of a call is. */
export type Role = "earlier" | "deadline" | "days" | "opening";

/** Words beside a date that tell what it is. */
export interface RoleRule extends Rule {
  /** The first and the last year of issues with it. */
  readonly years: readonly [first: number, last: number | null] | null;
  readonly role: Role;
  readonly match: RegExp;
}

const HABITS = "words that editors may choose: test/calls/line.test.ts";

/** Tried in their order on the words before a date, then on those behind it. */
export const ROLES: readonly RoleRule[] = [
  {
    rule: "call-earlier-deadline",
    says: "A date that is struck out, or that was the deadline.",
    years: null,
    example: ["2026-05-04 (was 2026-04-27)", "2026-04-27 earlier, 2026-05-04 deadline"],
    outside: HABITS,
    role: "earlier",
    match: /\b(?:was|originally|previously|formerly|instead of|(?:extended|moved) from)\b/i,
  },
  {
    rule: "call-opening",
    says: "The day on which a call opens is not its deadline.",
    years: null,
    example: ["CFP opens 2026-01-15", "2026-01-15 opening"],
    outside: HABITS,
    role: "opening",
    match: /\bopen(?:s|ing|ed)\b(?!.*\b(?:clos|until|till|due|deadline))|\bopen(?: from| on)\b(?!.*\b(?:until|till))/i,
  },
  {
    rule: "call-deadline",
    says: "A word of closing, or of the call.",
    years: [2023, null],
    example: ["CFP open until 2026-04-27", "2026-04-27 deadline"],
    role: "deadline",
    match:
      /\b(?:clos\w+|deadlines?|until|till|due|by|before|submi\w+|ends?|ending|last|final|extend\w+|extension|cfps?|papers?|proposals?|speakers?|talks?|abstracts?|open)\b/i,
  },
  {
    rule: "call-days",
    says: "A word of the conference itself.",
    years: [2024, null],
    example: ["Event date: 2024-07-17 - 2024-07-19", "2024-07-17 – 2024-07-19 days"],
    role: "days",
    match:
      /\b(?:events?|conf(?:erence)?|workshops?|trainings?|takes?|taking|place|held|happen\w+|starts?|begins?|runs?|on|from|dates?)\b/i,
  },
];
