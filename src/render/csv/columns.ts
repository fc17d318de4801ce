import type { EventRecord } from "../../model/event.ts";
import { townsOf } from "../describe.ts";
import { listedIn } from "../newsletter.ts";
import { pointsOf } from "../points.ts";
import { oneLine, webLink } from "../text.ts";
import { sourceName } from "../told.ts";
import { venueText } from "../venue.ts";
import type { Cell } from "./row.ts";

/** Columns in their order, which stays: new ones come at the end. Names are those of the JSON record where it has them. */
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

/** Columns of an edition with hours, behind the others: an edition without them has none, so that its files stay as they are. */
export const TIMED_COLUMNS: typeof COLUMNS = [
  ["startTime", ({ time }) => time?.start ?? null],
  ["endTime", ({ time }) => time?.end ?? null],
  ["startsAt", ({ startsAt }) => startsAt],
  ["endsAt", ({ endsAt }) => endsAt],
  ["venue", venueText],
  ["timeSource", ({ time }) => (time === undefined ? null : sourceName(time.source))],
];

/** Different values in one cell, "; " between them; semicolons within them become commas. */
function several(values: readonly (string | null)[]): string {
  const texts = values.map((value) => oneLine(value ?? "").replaceAll(";", ",")).filter((text) => text !== "");
  return [...new Set(texts)].join("; ");
}

function address(url: string | null): string | null {
  return webLink(url)?.replaceAll(";", "%3B") ?? null;
}
