import { join } from "node:path";
import {
  endingAtStart,
  onClocksOfViewer,
  type Rehour,
  type Unescape,
  unescapedByDataIcal,
  unescapedByNodeIcal,
  unescapedByPythonIcalendar,
  unescapedByRubyIcalendar,
  unescapedBySabre,
  withoutMoments,
} from "./faults.ts";
import type { Judge } from "./installed.ts";

/** A program in `readers/` that prints what a library finds in calendars. */
export interface Reader extends Judge {
  readonly run: readonly [command: string, ...args: string[]];
  /** False for a program that keeps no UIDs. */
  readonly uids?: false;
  /** Text of calendars that it garbles though they are right, with the reason; a run in which it garbles none of them fails. */
  readonly garbles?: { readonly on: RegExp; readonly why: string };
  /** What a fault of it makes of text: see there. A run in which it no longer does fails. */
  readonly unescaped?: Unescape;
  /** What it makes of hours, likewise. */
  readonly rehoured?: Rehour;
  /**
   * Events of which it gets moments wrong though their clocks are right, by their title; a run in which it gets all right
   * fails.
   */
  readonly mistimes?: { readonly on: RegExp; readonly why: string };
}

const at = (file: string): string => join(import.meta.dirname, "readers", file);
const node = (file: string): Reader["run"] => [process.execPath, at(file)];
const ALWAYS: Judge["probe"] = [process.execPath, "--version"];
const PYTHON = "/usr/bin/python3";

/** Where the test compiles `readers/libical.c` to. */
export const LIBICAL = { source: at("libical.c"), program: "libical-reader" };

export const READERS: readonly Reader[] = [
  {
    name: "python icalendar",
    packages: "python3-icalendar",
    probe: [PYTHON, "-c", "import icalendar"],
    run: [PYTHON, at("python-icalendar.py")],
    unescaped: unescapedByPythonIcalendar,
  },
  {
    name: "python vobject",
    packages: "python3-vobject",
    probe: [PYTHON, "-c", "import vobject"],
    run: [PYTHON, at("python-vobject.py")],
  },
  {
    name: "ruby icalendar",
    packages: "ruby-icalendar",
    probe: ["ruby", "-e", "require 'stringio'; require 'icalendar'"],
    run: ["ruby", at("ruby-icalendar.rb")],
    unescaped: unescapedByRubyIcalendar,
  },
  {
    name: "perl Data::ICal",
    packages: "libdata-ical-perl",
    probe: ["perl", "-MData::ICal", "-e", "1"],
    run: ["perl", at("perl-data-ical.pl")],
    unescaped: unescapedByDataIcal,
    rehoured: withoutMoments,
  },
  {
    name: "sabre/vobject",
    packages: "php-cli php-mbstring php-sabre-vobject",
    probe: ["php", "-r", "require 'Sabre/VObject/autoload.php';"],
    run: ["php", at("php-sabre.php")],
    unescaped: unescapedBySabre,
  },
  {
    name: "libical",
    packages: "libical-dev gcc libc6-dev pkgconf",
    probe: ["pkgconf", "libical"],
    run: [LIBICAL.program],
  },
  {
    name: "calcurse",
    packages: "calcurse",
    probe: ["calcurse", "-v"],
    run: node("calcurse.ts"),
    uids: false,
    rehoured: onClocksOfViewer,
  },
  { name: "ical.js", packages: "npm", probe: ALWAYS, run: node("js-ical-js.ts") },
  {
    name: "node-ical",
    packages: "npm",
    probe: ALWAYS,
    run: node("js-node-ical.ts"),
    unescaped: unescapedByNodeIcal,
    rehoured: endingAtStart,
  },
  {
    name: "ts-ics",
    packages: "npm",
    probe: ALWAYS,
    run: node("js-ts-ics.ts"),
    garbles: {
      on: /^(?!(?:BEGIN|END):VEVENT\r$).*(?:BEGIN|END):VEVENT/m,
      why: "it looks for END:VEVENT anywhere in the text, not only at the beginning of a line",
    },
    mistimes: {
      on: /^(?!the evening after).*, (?:America|Australia|Europe)\//,
      why: "it lets the clocks of a VTIMEZONE change at midnight of the day, and at that of this machine's zone",
    },
  },
];
