import type { Severity } from "../model/problem.ts";

/** What may be odd about calls, how bad that is, and what is said of it, `{}` standing for what was found. */
export const CALL_PROBLEMS = {
  "call-not-understood": ["error", "neither a call for papers nor a sentence"],
  "call-prose": ["info", "a paragraph that calls for no papers"],
  "call-too-long": ["error", "a line with more than 2000 characters: it was not read"],
  "call-section-too-long": ["error", "the section has more than 500 calls: the rest was not read"],
  "call-name-missing": ["warning", "a call without the name of a conference"],
  "call-link-missing": ["warning", "a call without a link that a browser may follow"],
  "call-link-refused": ["warning", "no link that a browser may follow: “{}”"],
  "call-link-broken": ["warning", "a bracket of a link is missing or misplaced: “{}”"],
  "call-link-unused": ["warning", "a link that is neither the call's nor the conference's: “{}”"],
  "call-deadline-missing": ["warning", "a call without a deadline that can be read"],
  "call-days-missing": ["info", "a call without the days of its conference"],
  "call-place-missing": ["info", "a call without the place of its conference"],
  "call-place-unknown": ["warning", "a place was not found: “{}”"],
  "call-date-impossible": ["warning", "the calendar has no such day: “{}”"],
  "call-date-typo": ["warning", "a span of days whose end was typed wrong, or a year: “{}”"],
  "call-date-vague": ["info", "a month or a season, which tells no day: “{}”"],
  "call-date-unused": ["warning", "a date that is neither the deadline nor one of the conference's days: “{}”"],
  "call-year-typo": ["warning", "a year that was typed wrong: {}"],
  "call-zone-unknown": ["info", "a time without a zone that is known: “{}”"],
  "call-words-unused": ["warning", "words that no field has: “{}”"],
  "call-markup-mended": ["info", "markup was mended: {}"],
  "call-comment-unclosed": ["warning", "a comment is opened and never closed: only its `<!--` was taken out"],
  "call-commented-out": ["info", "a bullet inside a comment"],
} as const satisfies Readonly<Record<string, readonly [Severity, string]>>;

export type CallRule = keyof typeof CALL_PROBLEMS;

/** Takes what is odd at a line of the file, `at` counted from 0, and what was found there. */
export type CallReport = (rule: CallRule, at: number, found?: string) => void;
