import { addDays, type LocalDate } from "../../src/model/date.ts";
import type { Listing } from "../../src/model/listing.ts";
import type { Region } from "../../src/model/region.ts";
import { type Era, eraOf } from "./eras.ts";
import { asKnown, type GeneratedEvent } from "./events.ts";
import { createRandom, type Random, seedOf } from "./random.ts";

/** An issue's file, and the listings that a reader should find in it. */
export interface GeneratedIssue {
  /** `2024-05-01-this-week-in-rust.md` */
  readonly name: string;
  readonly text: string;
  readonly number: number;
  readonly listings: readonly Listing[];
  /** Keys of the generated events, one for each listing. */
  readonly keys: readonly number[];
}

/** The ways of one editor on one evening. */
interface Style {
  readonly bullet: "*" | "-";
  readonly indent: string;
  readonly section: string;
  readonly region: (name: string) => string;
  readonly gap: boolean;
}

/** Issues look this far ahead. */
const WINDOW_DAYS = 28;
/** Headings in the order that issues print them; `Asia Pacific` is generated for no event. */
const ORDER: readonly Region[] = ["Virtual", "Africa", "Asia", "Europe", "North America", "Oceania", "South America"];

function style(random: Random): Style {
  const colon = random.chance(0.05) ? ":" : "";
  return {
    bullet: random.chance(0.9) ? "*" : "-",
    indent: random.chance(0.9) ? "    " : "  ",
    section: random.pick(["#", "##"]),
    region: (name) => `### ${name}${colon}`,
    gap: random.chance(0.3),
  };
}

/** Prints listings one by one and keeps count of lines. */
function writer(issue: LocalDate) {
  const lines: string[] = [];
  const listings: Listing[] = [];
  const keys: number[] = [];
  return {
    lines,
    listings,
    keys,
    listing(event: GeneratedEvent, region: Region | null, era: Era, ways: Style, random: Random): string | undefined {
      const printed = era.print(asKnown(event, issue), region, random);
      listings.push({ issue, line: lines.length + 1, region, ...printed.meant });
      keys.push(event.key);
      const [first, ...rest] = printed.lines;
      lines.push(`${ways.bullet} ${first}`, ...rest.map((line) => ways.indent + line));
      return printed.definition;
    },
  };
}

const bySection = (issue: LocalDate) => (a: GeneratedEvent, b: GeneratedEvent) => {
  const [one, two] = [asKnown(a, issue).start, asKnown(b, issue).start];
  return one < two ? -1 : one > two ? 1 : a.key - b.key;
};

/** The events that the issue of the day `issue` lists: announced, not begun before, within four weeks. */
function listedIn(issue: LocalDate, events: readonly GeneratedEvent[]): readonly GeneratedEvent[] {
  return events
    .filter((event) => {
      const { start } = asKnown(event, issue);
      return event.announced <= issue && event.start >= issue && start >= issue && start <= addDays(issue, WINDOW_DAYS);
    })
    .sort(bySection(issue));
}

/**
 * A whole issue of the day `date` in the format of its time (or in `era`), with the sections before and after that real
 * issues have; lists those of `events` that it would know and cover. The same seed, date and events give the same bytes.
 */
export function generateIssue(
  seed: number,
  date: LocalDate,
  events: readonly GeneratedEvent[],
  era: Era = eraOf(date),
): GeneratedIssue {
  const random = createRandom(seedOf(seed, date));
  const number = 1 + Math.round((Date.parse(date) - Date.parse("2013-11-27")) / (7 * 86_400_000));
  const ways = style(random);
  const out = writer(date);
  const listed = listedIn(date, events);
  const definitions: string[] = [];
  const list = (some: readonly GeneratedEvent[], region: Region | null) => {
    for (const event of some) definitions.push(out.listing(event, region, era, ways, random) ?? "");
  };

  out.lines.push(`Title: This Week in Rust ${number}`, `Number: ${number}`, `Date: ${date}`, "Category: Weekly", "");
  out.lines.push(
    "Hello again.",
    "",
    "## Updates from the Community",
    "",
    "* [A crate was released](https://example.org/)",
  );
  for (let item = random.int(3, 30); item > 0; item--) out.lines.push(`* [Post ${item}](https://example.org/${item})`);
  out.lines.push("", `${ways.section} Upcoming Events`, "");
  if (era.name === "nested") {
    out.lines.push(`Rusty Events between ${date} - ${addDays(date, WINDOW_DAYS)} 🦀`, "");
  }
  if (era.headed) {
    for (const region of ORDER) {
      const here = listed.filter((event) => event.regions.includes(region));
      if (here.length === 0) continue;
      out.lines.push(ways.region(region === "Virtual" ? era.virtual : region));
      if (ways.gap) out.lines.push("");
      list(here, region);
      out.lines.push("");
    }
  } else {
    list(listed, null);
    out.lines.push("", ...definitions.filter((line) => line !== ""), "");
  }
  out.lines.push("If you are running a Rust event please add it to the [calendar] to get", "it mentioned here.", "");
  out.lines.push(
    "[calendar]: https://example.org/calendar",
    "",
    `${ways.section} Quote of the Week`,
    "",
    "> Quiet.",
    "",
  );
  const text = out.lines.join("\n");
  return { name: `${date}-this-week-in-rust.md`, text, number, listings: out.listings, keys: out.keys };
}
