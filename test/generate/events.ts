import { addDays, daysBetween, type LocalDate } from "../../src/model/date.ts";
import type { Mode, PrintedGroup } from "../../src/model/listing.ts";
import type { PrintedPlace } from "../../src/model/place.ts";
import type { Region } from "../../src/model/region.ts";
import { createRandom, type Random } from "./random.ts";
import { TOWNS, type Town } from "./towns.ts";

/** An event as it really happens: what merging the generated issues should give back. */
export interface GeneratedEvent {
  /** Number within its run of `generateEvents`. */
  readonly key: number;
  readonly start: LocalDate;
  /** Inclusive. */
  readonly end: LocalDate;
  /** The first issue on or after this day lists it. */
  readonly announced: LocalDate;
  readonly mode: Mode;
  readonly place: PrintedPlace;
  /** Headings it stands under: two when it is hybrid. */
  readonly regions: readonly Region[];
  readonly group: PrintedGroup & { readonly url: string };
  readonly title: string;
  readonly url: string;
  /** What issues before the day `until` print instead: the event was moved or got its final title later. */
  readonly earlier: { readonly until: LocalDate; readonly start: LocalDate; readonly title: string } | null;
}

export interface EventPlan {
  readonly from: LocalDate;
  /** Exclusive: events start before this day. */
  readonly to: LocalDate;
  readonly perWeek: number;
}

interface Group {
  readonly town: Town;
  readonly printed: PrintedGroup & { readonly url: string };
  readonly page: string;
}

const KINDS = ["Hack Night", "Lightning Talks", "Book Club", "Study Group", "Coffee Morning", "Workshop", "Social"];
const TOPICS = ["Lifetimes", "Embedded Rust", "Pin & Unpin", "C++ Interop", "Macros", "Async", "Games 🎮", "`no_std`"];
const GROUP_NAMES = ["Rust {}", "{} Rustaceans", "Rustverein {}", "Oxide Circle {}", "{} Systems Programmers"];

function slug(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replaceAll(" ", "-");
}

function generateGroups(random: Random, count: number): readonly Group[] {
  return Array.from({ length: count }, (_, number) => {
    const town = random.pick(TOWNS);
    const name = `${random.pick(GROUP_NAMES).replace("{}", town.place.city!)}${number < TOWNS.length ? "" : ` ${number}`}`;
    const page = random.chance(0.9)
      ? `https://www.meetup.com/${slug(name)}-g${number}`
      : `https://${slug(name)}-g${number}.example.org`;
    return { town, printed: { name, url: `${page}/` }, page };
  });
}

function title(random: Random): string {
  const kind = random.pick(KINDS);
  const topic = random.pick(TOPICS).replaceAll("`", "");
  return random.pick([kind, `${kind}: ${topic}`, `${topic} #${random.int(1, 99)}`, `“${topic}” (${kind})`]);
}

function generateEvent(random: Random, key: number, groups: readonly Group[], plan: EventPlan): GeneratedEvent {
  const group = random.pick(groups);
  const start = addDays(plan.from, random.int(0, daysBetween(plan.from, plan.to) - 1));
  const announced = addDays(start, -random.int(1, 34));
  const mode = random.pick(["virtual", "hybrid", "in-person", "in-person"] as const);
  const finalTitle = title(random);
  const changed = random.chance(0.08);
  const earlierStart = random.chance(0.5) ? start : addDays(start, random.int(1, 7));
  const earlierTitle = random.chance(0.5) ? finalTitle : title(random);
  return {
    key,
    start,
    end: addDays(start, random.chance(0.04) ? random.int(1, 3) : 0),
    announced,
    mode,
    place: group.town.place,
    regions: [
      ...(mode === "in-person" ? [] : ["Virtual" as const]),
      ...(mode === "virtual" ? [] : [group.town.region]),
    ],
    group: group.printed,
    title: finalTitle,
    url: `${group.page}/events/${280_000_000 + key * 7}/`,
    earlier: changed
      ? { until: addDays(announced, random.int(7, 14)), start: earlierStart, title: earlierTitle }
      : null,
  };
}

/** The event as the issue of the day `issue` knows it. */
export function asKnown(event: GeneratedEvent, issue: LocalDate): GeneratedEvent {
  if (event.earlier === null || issue >= event.earlier.until) return event;
  const { start, title } = event.earlier;
  return { ...event, start, end: addDays(start, daysBetween(event.start, event.end)), title };
}

/** `perWeek` events for each week of the plan, by as many groups as the real newsletter has, sorted by start, then key. */
export function generateEvents(seed: number, plan: EventPlan): readonly GeneratedEvent[] {
  const random = createRandom(seed);
  const count = Math.round((daysBetween(plan.from, plan.to) / 7) * plan.perWeek);
  const groups = generateGroups(random, Math.max(3, Math.ceil(count / 15)));
  const events = Array.from({ length: count }, (_, key) => generateEvent(random, key, groups, plan));
  return events.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.key - b.key));
}
