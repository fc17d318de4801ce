import { kindOf } from "../../kinds/kind.ts";
import type { EventRecord } from "../../model/event.ts";
import { townsOf } from "../describe.ts";
import { listedIn } from "../newsletter.ts";
import { sourceName } from "../organiser-text.ts";
import { pointsOf } from "../points.ts";
import { oneLine, webLink } from "../text.ts";
import { venueText } from "../venue.ts";
import type { Cell } from "./row.ts";

/** Columns in a fixed order; new ones are added at the end. Names are those of JSON records where possible. */
export const COLUMNS: readonly (readonly [name: string, cell: (event: EventRecord) => Cell])[] = [
  ["id", ({ id }) => id],
  ["start", ({ start }) => start],
  ["end", ({ end }) => end],
  ["title", ({ title }) => title],
  ["status", ({ status }) => status],
  ["mode", ({ mode }) => mode],
  ["location", (event) => townsOf(event)],
  ["cities", ({ places }) => several(places.map(({ city }) => city))],
  ["areas", ({ places }) => several(places.map(({ area }) => area))],
  ["countries", ({ places }) => several(places.map(({ country }) => country))],
  ["latitude", (event) => pointsOf(event)[0]?.latitude ?? null],
  ["longitude", (event) => pointsOf(event)[0]?.longitude ?? null],
  ["timeZone", ({ timeZone }) => timeZone],
  ["regions", ({ regions }) => several(regions)],
  ["groups", ({ groups }) => several(groups.map(({ name }) => name))],
  ["url", ({ url }) => address(url)],
  ["links", ({ links }) => several(links.map(({ url }) => address(url)))],
  ["state", ({ state }) => state],
  ["created", ({ created }) => created],
  ["updated", ({ updated }) => updated],
  ["revision", ({ revision }) => revision],
  ["listedIn", listedIn],
  ["license", () => "CC-BY-SA-4.0"],
];

/** Additional columns at the end, only if organisers' calendars were read. */
export const TIMED_COLUMNS: typeof COLUMNS = [
  ["startTime", ({ time }) => time?.start ?? null],
  ["endTime", ({ time }) => time?.end ?? null],
  ["startsAt", ({ startsAt }) => startsAt],
  ["endsAt", ({ endsAt }) => endsAt],
  ["venue", venueText],
  ["timeSource", ({ time }) => (time === undefined ? null : sourceName(time.source))],
];

/** Columns that were added later, behind all others. */
export const ADDED_COLUMNS: typeof COLUMNS = [["kind", (event) => kindOf(event)]];

/** Distinct values in one cell, separated by "; "; semicolons in values become commas. */
function several(values: readonly (string | null)[]): string {
  const texts = values.map((value) => oneLine(value ?? "").replaceAll(";", ",")).filter((text) => text !== "");
  return [...new Set(texts)].join("; ");
}

function address(url: string | null): string | null {
  return webLink(url)?.replaceAll(";", "%3B") ?? null;
}
