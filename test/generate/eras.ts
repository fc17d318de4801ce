import type { LocalDate } from "../../src/model/date.ts";
import type { Listing, Mode, PrintedGroup } from "../../src/model/listing.ts";
import type { Region } from "../../src/model/region.ts";
import type { GeneratedEvent } from "./events.ts";
import type { Random } from "./random.ts";
import { printPlace } from "./towns.ts";

export type EraName = "reference" | "slash" | "month" | "headed" | "comma" | "pipe" | "nested";

/** One listing as an era prints it, and what a reader should understand. */
export interface PrintedListing {
  /** Lines of the bullet, without the bullet's own mark; further lines start with `indent`. */
  readonly lines: readonly string[];
  /** A definition that the issue must carry for the line's link. */
  readonly definition?: string;
  readonly meant: Omit<Listing, "issue" | "line" | "region">;
}

export interface Era {
  readonly name: EraName;
  /** First issue in this format. */
  readonly since: LocalDate;
  readonly headed: boolean;
  /** How the heading of virtual events reads. */
  readonly virtual: "Online" | "Virtual";
  print(event: GeneratedEvent, region: Region | null, random: Random): PrintedListing;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
const month = (date: LocalDate): string => MONTHS[Number(date.slice(5, 7)) - 1]!;
const day = (date: LocalDate): string => String(Number(date.slice(8)));

/** `Oct 27`, `Oct 27-29` within a month, `Oct 31 - Nov 2` across two. */
function monthDates({ start, end }: GeneratedEvent, short: boolean): string {
  const name = (date: LocalDate): string => (short ? month(date).slice(0, 3) : month(date));
  if (start === end) return `${name(start)} ${day(start)}`;
  if (start.slice(0, 7) === end.slice(0, 7)) return `${name(start)} ${day(start)}-${day(end)}`;
  return `${name(start)} ${day(start)} - ${name(end)} ${day(end)}`;
}

/** `9/23`, `9/30 - 10/2`. */
function slashDates({ start, end }: GeneratedEvent): string {
  const short = (date: LocalDate): string => `${Number(date.slice(5, 7))}/${day(date)}`;
  return start === end ? short(start) : `${short(start)} - ${short(end)}`;
}

/** What every era prints of an event: its dates, title and link; no place, no group. */
function bare(event: GeneratedEvent, title = event.title): PrintedListing["meant"] {
  const { start, end, url } = event;
  return { start, end, mode: null, places: [], groups: [], title, url, links: [], status: "confirmed" };
}

/** What the eras under headings print besides: a place and a mode. */
function placed(event: GeneratedEvent, mode: Mode, groups: readonly PrintedGroup[]): PrintedListing["meant"] {
  return { ...bare(event), mode, places: [event.place], groups };
}

const oneLineMode = (region: Region | null): Mode => (region === "Virtual" ? "virtual" : "in-person");

function dates(event: GeneratedEvent, random: Random): string {
  return event.start === event.end ? event.start : `${event.start}${random.pick([" - ", ", "])}${event.end}`;
}

function placeColumn(event: GeneratedEvent): string {
  const place = printPlace(event.place);
  return { virtual: `Virtual (${place})`, hybrid: `Hybrid (${place})`, "in-person": place }[event.mode];
}

/** The formats of twelve years, oldest first. */
export const ERAS: readonly Era[] = [
  {
    name: "reference",
    since: "2014-12-15",
    headed: false,
    virtual: "Online",
    print: (event) => ({
      lines: [`[${monthDates(event, false)} - ${event.title}][event-${event.key}].`],
      definition: `[event-${event.key}]: ${event.url}`,
      meant: bare(event),
    }),
  },
  {
    name: "slash",
    since: "2015-03-02",
    headed: false,
    virtual: "Online",
    print: (event, _region, random) => {
      const text = `${slashDates(event)}. ${event.title}`;
      if (random.chance(0.15)) return { lines: [`${text}.`], meant: { ...bare(event), url: null } };
      return { lines: [`[${text}](${event.url}).`], meant: bare(event) };
    },
  },
  {
    name: "month",
    since: "2017-01-17",
    headed: false,
    virtual: "Online",
    print: (event) => {
      const bold = event.start === event.end ? "" : "**";
      return {
        lines: [`${bold}[${monthDates(event, true)}. ${event.title}](${event.url}).${bold}`],
        meant: bare(event),
      };
    },
  },
  {
    name: "headed",
    since: "2018-05-01",
    headed: true,
    virtual: "Online",
    print: (event, region) => ({
      lines: [`[${monthDates(event, true)}. ${printPlace(event.place)} - ${event.title}](${event.url}).`],
      meant: placed(event, oneLineMode(region), []),
    }),
  },
  {
    name: "comma",
    since: "2020-12-09",
    headed: true,
    virtual: "Online",
    print: (event, region) => ({
      lines: [
        `[${monthDates(event, false)}, ${printPlace(event.place)} - ${event.title} - ${event.group.name}](${event.url})`,
      ],
      meant: placed(event, oneLineMode(region), [{ name: event.group.name, url: null }]),
    }),
  },
  {
    name: "pipe",
    since: "2021-11-24",
    headed: true,
    virtual: "Online",
    print: (event, region) => {
      const date = `${monthDates(event, false)}, ${event.end.slice(0, 4)}`;
      const columns = [date, printPlace(event.place), `**${event.title}**`, event.group.name];
      return {
        lines: [`[${columns.join(" | ")}](${event.url})`],
        meant: placed(event, oneLineMode(region), [{ name: event.group.name, url: null }]),
      };
    },
  },
  {
    name: "nested",
    since: "2022-03-09",
    headed: true,
    virtual: "Virtual",
    print: (event, _region, random) => ({
      lines: [
        `${dates(event, random)} | ${placeColumn(event)} | [${event.group.name}](${event.group.url})`,
        `* [**${event.title}**](${event.url})`,
      ],
      meant: placed(event, event.mode, [event.group]),
    }),
  },
];

/** The format of the issue of the day `issue`: the newest that had begun, the first one before all. */
export function eraOf(issue: LocalDate): Era {
  return ERAS.findLast((era) => era.since <= issue) ?? ERAS[0]!;
}
