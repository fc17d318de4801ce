import type { Mode, Status } from "../model/listing.ts";

const IN_PERSON = /\b(?:in[- ]?person|on-?site|offline|irl)\b/i;
/** Places where people meet by text or video. */
const CHAT_WORD =
  /\b(?:irc|discord|zoom|jitsi|mattermost|zulip|telegram|webinar)\b|#rust-|\bonline\b|\bvirtual\b|\bremote\b/i;
const CHAT_LINK =
  /^ircs?:|^https?:\/\/(?:chat\.mibbit\.com|discord\.(?:gg|com)|t\.me|meet\.jit\.si|(?:[\w-]+\.)?zoom\.us|meet\.google\.com|teams\.microsoft\.com|gather\.town|twitch\.tv|(?:www\.)?youtube\.com|youtu\.be)\b/i;

/**
 * How an event can be attended: as its place column says; without a place, a chat or video room is virtual; null when
 * nothing tells. Under the heading Virtual {@link modeUnderVirtual} tells instead.
 */
export function modeOf(column: Mode | null, title: string, url: string | null): Mode | null {
  return column ?? (CHAT_WORD.test(title) || (url !== null && CHAT_LINK.test(url)) ? "virtual" : null);
}

/** The mode under the heading Virtual: virtual, unless the place column, printed as `place`, has an in-person mark. */
export function modeUnderVirtual(column: Mode | null, place: string): Mode {
  if (column === "hybrid" || column === "virtual") return column;
  return IN_PERSON.test(place) ? "in-person" : "virtual";
}

/** `~~Talk night~~`, and what follows. */
const STRUCK = /^([^~\p{L}\p{N}]*)~~([^~]+)~~(.*)$/su;
const ANY_STATUS = /cancel|postpon|abgesagt|verschoben|annul|report/i;
const MAY_SAY_STATUS = new RegExp(`~~|${ANY_STATUS.source}`, "i");
const CANCELLED = /\bcancell?ed\b|\babgesagt\b|\bannul[ée]+\b|\bcancelado\b/i;
const POSTPONED = /\bpostponed\b|\bverschoben\b|\breport[ée]e?\b/i;

/** Whether nothing in a text can be a mark for a status: so it is with nearly all. */
export function saysNoStatus(text: string): boolean {
  return text === "" || !MAY_SAY_STATUS.test(text);
}

/**
 * The status that a mark in the title, or one of `besides` (the place column, what stands behind the link), states:
 * `[Postponed]`, `CANCELLED Title`, `Title (cancelled)`, `Cancelled`, `~~Title~~`. The words inside a running title
 * (`Cancelled futures`) are no mark.
 */
export function statusOf(title: string, besides: readonly string[]): Status {
  if (isStruckOut(title) || besides.some((text) => text.startsWith("~~"))) return "cancelled";
  if (!ANY_STATUS.test(title) && !besides.some((text) => ANY_STATUS.test(text))) return "confirmed";
  const marks = [
    ...besides,
    ...(title.match(/^\W*\p{L}{5,12}\W*$/u) ?? []),
    ...(title.match(/\b(?:CANCELL?ED|POSTPONED)\b/) ?? []),
    ...(title.match(/^\W{0,4}[\p{L}]{5,12}\b(?=\s*[:!\])–—-])/u) ?? []),
    ...[...title.matchAll(/[[(*]\s*([^\][()*]{5,40})\s*[\])*]/g)].map((match) => match[1] ?? ""),
    ...(title.match(/[-–—:]\s*[\p{L}]{5,12}\W{0,3}$/u) ?? []),
  ];
  if (marks.some((mark) => CANCELLED.test(mark))) return "cancelled";
  return marks.some((mark) => POSTPONED.test(mark)) ? "postponed" : "confirmed";
}

/** Whether all of the title is struck out; one that another follows is only replaced: `~~Talk night~~ Hack night`. */
function isStruckOut(title: string): boolean {
  const [, , , after] = (title.includes("~~") && STRUCK.exec(title)) || [];
  return after !== undefined && (!/[\p{L}\p{N}]/u.test(after) || ANY_STATUS.test(after));
}

/** The title that counts: `~~Talk night~~` → `Talk night`, `~~Talk night~~ Hack night` → `Hack night`. */
export function withoutStrike(title: string): string {
  if (!title.includes("~~")) return title;
  const [, before = "", struck = "", after] = STRUCK.exec(title) ?? [];
  if (after === undefined) return title;
  return (isStruckOut(title) ? `${before}${struck}${after}` : after).trim();
}

/** Signs before the word are looked for from the first of them only, which keeps the time linear. */
const MARK = /(?<![\s*([])[\s*([]*\b(?:cancell?ed|postponed)\b[\s*)\]:–-]*/gi;

/** A place column without the mark that it carries: `CANCELLED Virtual` → `Virtual`. */
export function withoutStatus(place: string): string {
  return place.replace(MARK, " ").trim();
}
