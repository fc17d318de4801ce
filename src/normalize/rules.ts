import type { Rule } from "../model/rule.ts";
import { END_BESIDE } from "./dates/beside.ts";
import { CORRECTIONS } from "./dates/corrections.ts";
import { IMPOSSIBLE, ODD_DATES, SPAN_RULES } from "./dates/days.ts";
import { GROUP_RULES } from "./groups/identify.ts";
import { INCOMPLETE } from "./incomplete.ts";
import { GROUP_NAMES } from "./lines/group-name.ts";
import { ORGANISERS_IN_TITLE, ORGANISERS_LAST } from "./lines/organiser.ts";
import { PLACES_FIRST } from "./lines/place-first.ts";
import { PLACE_MISSPELT, PLACES_WITHIN } from "./lines/place-within.ts";
import { NAME_TYPOS } from "./lines/typos.ts";
import { KEY_REWRITES, LINK_REWRITES, SERIES } from "./link-rules.ts";
import { MODE_MARKS } from "./mode.ts";
import { FINDERS } from "./places/finders.ts";
import { NAME_VARIANTS } from "./places/forms.ts";
import { MODE_LEFTOVERS, MODE_WORDS } from "./places/mode-words.ts";
import { READINGS } from "./places/printed.ts";
import { COLUMN_REWRITES, LIST_REWRITES, NAME_REWRITES, PLACE_REWRITES } from "./places/rewrites.ts";
import { HEADING_CONTRADICTED } from "./problems.ts";
import { STATUS_MARKS } from "./status.ts";

/** Every table of rules by which listings are understood, by what it is about. */
export const NORMALIZE_RULES: Readonly<Record<string, readonly Rule[]>> = {
  "days of a date": [IMPOSSIBLE, ...SPAN_RULES, ...ODD_DATES, END_BESIDE],
  "typos in dates": CORRECTIONS,
  "what is missing": INCOMPLETE,
  headings: [HEADING_CONTRADICTED],
  groups: GROUP_RULES,
  "places before titles": PLACES_FIRST,
  "places within titles": [...PLACES_WITHIN, PLACE_MISSPELT],
  "names of groups": GROUP_NAMES,
  "groups behind titles": ORGANISERS_LAST,
  "groups in titles": ORGANISERS_IN_TITLE,
  "typos in names of groups": NAME_TYPOS,
  links: LINK_REWRITES,
  "keys of links": KEY_REWRITES,
  "pages of many events": SERIES,
  "marks for a status": STATUS_MARKS,
  "marks for a mode": MODE_MARKS,
  "place columns": COLUMN_REWRITES,
  "words for a mode": MODE_WORDS,
  "what is left without a mode": MODE_LEFTOVERS,
  "lists of places": LIST_REWRITES,
  "one place of a column": PLACE_REWRITES,
  "one place": NAME_REWRITES,
  "parts of a place": READINGS,
  "names of cities": NAME_VARIANTS,
  "places on the map": FINDERS,
};
