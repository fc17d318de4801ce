import { trimOf } from "../model/collapse.ts";
import type { LocalDate } from "../model/date.ts";
import type { PrintedDate } from "../model/printed.ts";
import { webUrl } from "../parse/link.ts";
import { isLink, type Token } from "../parse/token.ts";
import { assignDates, type Odd } from "./assign.ts";
import { datesIn, plainDates, type RoleDate } from "./dates.ts";
import { linksOf } from "./links.ts";
import { conferenceName } from "./name.ts";
import { blankTime, type PrintedTime, timeIn } from "./time.ts";
import { isOfCall } from "./words.ts";

/** A call as printed. */
export interface PrintedCall {
  readonly name: string;
  readonly url: string | null;
  readonly site: string | null;
  readonly deadline: PrintedDate | null;
  readonly time: PrintedTime | null;
  /** The deadline before it was extended, where the line prints it. */
  readonly earlier: PrintedDate | null;
  readonly extended: boolean;
  readonly rolling: boolean;
  readonly days: PrintedDate | null;
  readonly place: string | null;
  /** Problems of the line: the rule, and what it is about. */
  readonly odd: readonly Odd[];
  /** The rules that told what its dates are. */
  readonly rules: readonly string[];
}

/** What a text without dates says of the deadline. */
const ROLLING = /\brolling\b|\buntil (?:filled|full)\b|\bno deadline\b|\bongoing\b|\bcontinuous|\balways open\b/i;
const EXTENDED = /\bextend(?:ed|ing)\b|\bextension\b/i;
/** What a link that came apart leaves in a text. */
const TORN = /\]\S{0,2}\(|:\/\/|^[^[]*\]|\[[^\]]*$/;
const AROUND = " \t|,;:.!*_~()[]–—-/&+@";
/** `COSCUP takes place in Taipei, Taiwan.` */
const TAKES_PLACE = /\b(?:takes? place|taking place|held) (?:in|at) ([^.;|()]{2,80})/i;

/** A text between links and bars, or one that stands in the link with the name. */
interface Segment {
  readonly text: string;
  readonly inName: boolean;
}

/** What of a text is neither a date nor words that lead to one. */
interface Left {
  readonly text: string;
  /** Whether nothing else stands in its column. */
  readonly whole: boolean;
}

/**
 * Takes a line apart, whatever the order of its columns and what stands between them; `isPlace` tells whether a text is a
 * place. In a section where projects stand too, `mixed`, sentences may stand behind the link.
 *
 *     [**Rustikon 2026**](https://…)| CFP closes 2025-11-24 | Warsaw, Poland | 2026-03-19 - 2026-03-20 | [Event Website](…)
 */
export function readCall(
  tokens: readonly Token[],
  mixed: boolean,
  issue: LocalDate,
  isPlace: (text: string) => boolean,
): PrintedCall {
  const { named, url, site, further } = linksOf(tokens);
  const [title, ...inTitle] = titleOf(named?.text ?? "");
  const segments = [...inTitle.map((text) => ({ text: plainDates(text), inName: true })), ...segmentsOf(tokens, named)];
  const read = segments.map(({ text, inName }, place) => ({
    text,
    dates: datesIn(text).map((date) => ({ ...date, inName, place })),
  }));
  const odd: Odd[] = [
    ...further.map(({ text }): Odd => ["call-link-unused", text]),
    ...tokens
      .filter(isLink)
      .filter(({ address }) => webUrl(address) === null)
      .map(({ address }): Odd => ["call-link-refused", address]),
    ...tokens
      .filter((token) => !isLink(token) && TORN.test(token.text))
      .map(({ text }): Odd => ["call-link-broken", text.trim()]),
  ];
  const said = read.flatMap(({ text, dates }, place) => leftOf(text, dates).map((part) => ({ ...part, place })));
  const unnamed = title === "" ? said.shift() : undefined;
  const { deadline, source, earlier, days } = assignDates(
    read.flatMap(({ dates }) => dates),
    issue,
    said[0]?.place ?? segments.length,
    odd,
  );
  const times = source === null ? null : timeNear(segments[source.place]!.text, source);
  const texts = segments.map(({ text }) => text).join(" | ");
  const place = mixed ? sentencePlace(texts, said, isPlace) : placeOf(said, isPlace, odd);
  return {
    name: unnamed === undefined ? title! : conferenceName(unnamed.text),
    url,
    site: mixed ? null : site,
    deadline,
    time: times,
    earlier,
    extended: earlier !== null || EXTENDED.test(texts),
    rolling: deadline === null && ROLLING.test(texts),
    days,
    place,
    odd,
    rules: read.flatMap(({ dates }) => dates.flatMap(({ rule }) => rule ?? [])),
  };
}

/** The name in a link's text, and what stands in it of dates: `RustLab 2019, June 28-29, Florence, IT`. */
function titleOf(text: string): readonly string[] {
  const [head = "", ...cells] = text.split("|");
  const bracket = /^(.*\S)\s*\(([^()]*)\)\W*$/.exec(head);
  if (bracket !== null && datesIn(bracket[2]!).length > 0) return [conferenceName(bracket[1]!), bracket[2]!, ...cells];
  const first = datesIn(head)[0];
  if (first === undefined || first.date === null || first.from < 2) return [conferenceName(head), ...cells];
  return [conferenceName(head.slice(0, first.from)), head.slice(first.from), ...cells];
}

function segmentsOf(tokens: readonly Token[], named: Token | null): readonly Segment[] {
  const texts: string[] = [""];
  for (const token of tokens) {
    if (isLink(token)) texts.push(token === named || datesIn(token.text).length === 0 ? "" : token.text, "");
    else if (token.kind === "bar") texts.push("");
    else texts[texts.length - 1] += token.text;
  }
  return texts.filter((text) => text.trim() !== "").map((text) => ({ text: plainDates(text), inName: false }));
}

/** What stands around the dates of a text, and around the time of its deadline. */
function leftOf(text: string, dates: readonly RoleDate[]): readonly Left[] {
  const parts: string[] = [];
  let from = 0;
  for (const date of dates) {
    parts.push(text.slice(from, date.from));
    from = date.until;
  }
  parts.push(text.slice(from));
  const left = parts
    .map(blankTime)
    .map((part) => trimOf(part, AROUND, AROUND))
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && !isOfCall(part));
  return left.map((part) => ({ text: part, whole: dates.length === 0 }));
}

/** The time nearest to a date, behind it or before it, as far as the next date. */
function timeNear(text: string, { from, at, end, until }: RoleDate): PrintedTime | null {
  return (
    timeIn(text.slice(end, Math.max(until, end + 60)).replace(/[,;]? (?:event|conf)\b.*$/i, "")) ??
    timeIn(text.slice(Math.max(0, Math.min(from, at - 60)), at))
  );
}

/** The place of what is left: what is one, else a column that holds nothing else. */
function placeOf(said: readonly Left[], isPlace: (text: string) => boolean, odd: Odd[]): string | null {
  const parts = said.flatMap(({ text, whole }) =>
    whole || isPlace(text)
      ? [{ text, whole }]
      : text.split(/ [-–—] |; /).map((part) => ({ text: trimOf(part, AROUND, AROUND), whole: false })),
  );
  const places = parts.filter(({ text }) => isPlace(text));
  const found = places.length > 0 ? places : parts.filter(({ whole }) => whole).slice(0, 1);
  for (const part of parts) if (!found.includes(part)) odd.push(["call-words-unused", part.text]);
  return found.length === 0 ? null : found.map(({ text }) => text).join(" & ");
}

/** The place that a sentence names, or that stands with the days in brackets behind the name. */
function sentencePlace(texts: string, said: readonly Left[], isPlace: (text: string) => boolean): string | null {
  const told = TAKES_PLACE.exec(texts)?.[1];
  return [told ?? "", ...said.map(({ text }) => text)].find((text) => text !== "" && isPlace(text)) ?? null;
}
