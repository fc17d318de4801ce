import { shownIn } from "../model/clocks.ts";
import { addDays, type LocalDate } from "../model/date.ts";
import type { Instant } from "../model/times.ts";

/** A time of day as printed. */
export interface PrintedTime {
  /** Minutes since midnight; 1440 for the end of the day. */
  readonly minute: number;
  /** As printed, `PDT`; null where none is. */
  readonly zone: string | null;
  readonly at: number;
  readonly end: number;
}

const OFFSET = String.raw`(?:UTC|GMT)? ?[+−–-]\d{1,2}(?::?\d\d)?(?!\d|-)`;
const NAME = String.raw`any ?where on earth|(?:us )?(?:pacific|eastern|central|mountain)(?: (?:standard|daylight))?(?: time)?|local time|[a-z]+\/[a-z_]+(?:\/[a-z_]+)?`;
const TIME = new RegExp(
  String.raw`(?<![\d:-])(?:(?<hour>\d{1,2})(?:[:h](?<minute>\d\d)(?::\d\d)?|[.](?<dotted>\d\d)(?= ?[ap]\.?m))?(?: ?(?<half>[ap])\.?m\b\.?)?|(?<word>midnight|noon))(?:,? ?\(?(?<zone>${OFFSET}|${NAME}|[a-z]{1,5}\b)\)?)?`,
  "giu",
);

/** The first time of day in a text, `11:59 PM PDT`, `7:59am UTC`, `17:00 CET`, `23:59 (AoE)`; null where there is none. */
export function timeIn(text: string): PrintedTime | null {
  for (const match of text.matchAll(TIME)) {
    const { hour, minute, dotted, half, word, zone } = match.groups ?? {};
    if (word === undefined && minute === undefined && half === undefined) continue;
    const minutes =
      word === undefined
        ? minuteOf(Number(hour), Number(minute ?? dotted ?? 0), half)
        : word.toLowerCase() === "noon"
          ? 720
          : 1_440;
    if (minutes === null) continue;
    const known = zone !== undefined && isZone(zone);
    const end =
      match.index + match[0].length - (zone !== undefined && !known ? match[0].length - match[0].lastIndexOf(zone) : 0);
    return { minute: minutes, zone: known ? zone : null, at: match.index, end };
  }
  return null;
}

/** A text with its first time of day as spaces. */
export function blankTime(text: string): string {
  const time = timeIn(text);
  return time === null ? text : text.slice(0, time.at) + " ".repeat(time.end - time.at) + text.slice(time.end);
}

function minuteOf(hour: number, minute: number, half: string | undefined): number | null {
  if (minute > 59 || hour > (half === undefined ? 24 : 12)) return null;
  if (half === undefined) return hour === 24 && minute > 0 ? null : hour * 60 + minute;
  return (hour % 12) * 60 + minute + (half.toLowerCase() === "p" ? 720 : 0);
}

/** Minutes east of UTC of abbreviations, as they are printed, whatever the season. */
const OFFSETS: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  met: 60,
  cest: 120,
  mest: 120,
  eet: 120,
  sast: 120,
  eest: 180,
  msk: 180,
  trt: 180,
  gst: 240,
  pkt: 300,
  ist: 330,
  npt: 345,
  wib: 420,
  ict: 420,
  sgt: 480,
  hkt: 480,
  awst: 480,
  jst: 540,
  kst: 540,
  acst: 570,
  acdt: 630,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  brt: -180,
  art: -180,
  clt: -240,
  ast: -240,
  adt: -180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  aoe: -720,
};
/** Names that mean summer or winter by the day. */
const NAMES: Readonly<Record<string, string>> = {
  pt: "America/Los_Angeles",
  mt: "America/Denver",
  ct: "America/Chicago",
  et: "America/New_York",
  pacific: "America/Los_Angeles",
  mountain: "America/Denver",
  central: "America/Chicago",
  eastern: "America/New_York",
};

function isZone(zone: string): boolean {
  return /^local time$/i.test(zone) || clockNamed(zone) !== null;
}

/** Minutes east of UTC, or an IANA name; null for what is no zone. */
function clockNamed(zone: string): number | string | null {
  const word = zone.trim().toLowerCase();
  if (/^any ?where/.test(word)) return -720;
  const [, sign, hours, minutes] = /^(?:utc|gmt)? ?([+−–-])(\d{1,2})(?::?(\d\d))?$/.exec(word) ?? [];
  if (hours !== undefined) return (sign === "+" ? 1 : -1) * (Number(hours) * 60 + Number(minutes ?? 0));
  const [, name, season] =
    /^(?:us )?(pacific|eastern|central|mountain)(?: (standard|daylight))?(?: time)?$/.exec(word) ?? [];
  if (name !== undefined && season !== undefined) return OFFSETS[`${name[0]}${season[0]}t`] ?? null;
  const named = NAMES[name ?? word];
  if (named !== undefined) return named;
  if (Object.hasOwn(OFFSETS, word)) return OFFSETS[word]!;
  const iana = word
    .split("/")
    .map((part) =>
      part
        .split("_")
        .map((piece) => piece.charAt(0).toUpperCase() + piece.slice(1))
        .join("_"),
    )
    .join("/");
  return iana.includes("/") && shownIn(iana, "2026-01-01T00:00:00Z") !== null ? iana : null;
}

/** The moment of a time on a day; `local` is the zone of the conference's place. Null where no zone is known. */
export function instantOf(day: LocalDate, { minute, zone }: PrintedTime, local: string | null): Instant | null {
  const clock = zone === null ? null : /^local time$/i.test(zone) ? local : clockNamed(zone);
  if (clock === null) return null;
  const shown = Date.parse(addDays(day, Math.floor(minute / 1_440))) + (minute % 1_440) * 60_000;
  if (typeof clock === "number") return instant(shown - clock * 60_000);
  let utc = shown;
  // The offset at the moment that the first guess gives is right but for the hours around a change of the clocks.
  for (const _ of [1, 2]) {
    const there = shownIn(clock, instant(utc));
    if (there === null) return null;
    utc += shown - Date.parse(`${there}Z`);
  }
  return instant(utc);
}

function instant(milliseconds: number): Instant {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
