import { memo } from "../model/memo.ts";
import { wordsOf as plainWords } from "../model/words.ts";

const GROUP_WORD =
  /\b(?:society|user group|users? group|usergroup|meetup|meet-up|rustaceans|community|group|club|school|guild|foundation|reading group)$/i;
/** Words of one gathering, no group: `Rust Workshop`, `RustFest 2017`, `San Diego Rust May Meetup`, `Monthly Meetup`. */
const ONE_EVENT =
  /^(?:rust|mozilla) (?:workshop|(?:lang )?meetup|day|conference|talks?|activate|festival|roadshow)$|\b20\d\d\b|\b(?:monthly|anniversary|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;
/** What tells one gathering of several: `9th Edition`, `Part 2 of 3`, `Talks #12`. */
const OCCASION = /\b(?:edition|kick-?off|session|(?:part|day) (?:\d+|[ivx]+)|\d+(?:st|nd|rd|th))\b|#\d/i;
/** Words of a running title, which no organiser's name has: `Talk on Rust and its ecosystem`. */
const SENTENCE = /\b(?:on|its|now|an?|to|from|with|how|your|what|why)\b|(?:\S+\s+){8}/i;
/** `Rust Fjords Discord`: where people meet. */
const CHAT = /\b(?:discord|zulip|slack|telegram|community)$/i;

/**
 * Title and organiser of a line whose organiser is the last part, or the first if that one is like the link, or the last
 * is what only a title can be; null where none is printed.
 *
 *     Mid-month Rustful - Rust DC                the usual
 *     Rust DC - How to write a parser            https://www.meetup.com/RustDC/…
 *     Rust DC: Live coding - A code kata         the same
 *     Rust Meetup Linz - 9th Edition             none
 */
export function organiserAtEnd(
  segments: readonly string[],
  title: string,
  url: string | null,
): { title: string; group: string } | null {
  if (segments.length < 2) {
    // `How oso built a runtime reflection system—Rust DC`, `Boats and Rust | Rust Oslo`
    const dash = /^(.{3,200}\S)\s?[—|]\s?(\S.{2,60})$/.exec(title);
    if (dash?.[1] && dash[2] && isGroupName(dash[2], url)) return { title: dash[1], group: dash[2] };
    return organiserBefore(title, url);
  }
  const [first = "", last = ""] = [segments[0], segments.at(-1)];
  const atEnd = { title: segments.slice(0, -1).join(" - "), group: last };
  if (isGroupName(last, url) || /^\p{Lu}\S+ Rust$/u.test(last)) return atEnd;
  const ofTitle = SENTENCE.test(last) || isOccasion(last, url);
  if (likeLink(first, url) || isDomain(first, url) || (ofTitle && CHAT.test(first))) {
    return { title: segments.slice(1).join(" - "), group: first };
  }
  return organiserBefore(title, url) ?? (ofTitle ? null : atEnd);
}

/** `Rust NYC: Lightning talks`, `Rust NYC—What is a future?`: an organiser like the link. */
function organiserBefore(title: string, url: string | null): { title: string; group: string } | null {
  const [, group, rest] = /^([^:—]{2,60}?)(?::\s+|\s?—\s?)(\S.{2,})$/s.exec(title) ?? [];
  return group !== undefined && rest !== undefined && likeLink(group, url) ? { title: rest, group } : null;
}

/**
 * An organiser that is unmistakably a part of its own: `Rust NYC: Hack & Learn`, `Columbus Rust Society - Monthly Meeting`.
 * The place is told where one is printed: `Fjord Rust Oslo, Norway - Boats`, `Boats - Rust Oslo`.
 */
export function organiserInTitle(title: string, url: string | null, place: string | null): string | null {
  const bare = place !== null && /[,/]/.test(place) ? title.replace(` ${place}`, "") : title;
  const segments = bare.split(/\s+[-–—]\s+|(?<=\S)—(?=\S)|:\s+/);
  if (segments.length < 2) return null;
  const [first = "", last = ""] = [segments[0], segments.at(-1)];
  const names = [first, last].filter((name) => !ONE_EVENT.test(name));
  return (
    names.find((name) => likeLink(name, url)) ??
    names.find((name) => isDomain(name, url)) ??
    (isGroupName(first, url) ? first : null) ??
    (place !== null && last.replace(/ Meetup$/i, "") === `Rust ${place.split(",")[0]}` ? last : null)
  );
}

/** `Columbus Rust Society`, `Rust Lisbon`, `Indy Rust`: named like a group, if not after a topic (`Study Group`, `Embedded Rust`). */
function isGroupName(name: string, url: string | null): boolean {
  if (ONE_EVENT.test(name)) return false;
  if (likeLink(name, url) || isDomain(name, url)) return true;
  const words = name.split(" ").length;
  if (words > 5) return false;
  if (/^Rust \p{Lu}[\p{L}/-]+$/u.test(name) || (GROUP_WORD.test(name) && words > 2)) return true;
  // `Rust User Group Cologne`, `Mozilla Brasil`
  if (/^Mozilla \p{Lu}\p{Ll}+$/u.test(name)) return true;
  if (/ Users? (?:Group|Team) \p{Lu}[\p{L}/-]+$/u.test(name) || beginsLink(name, url)) return true;
  // `Indy Rust`, `impl Zagreb for Rust`
  const town = /^(?:(\p{Lu}[\p{L}/-]{2,})|impl (\p{Lu}[\p{L}/-]{2,}) for) Rust$/u.exec(name);
  return town !== null && tellsTown(url, town[1] ?? town[2]!);
}

/** Whether a last part is one gathering's, and not the conference's whose page it is: `RustFjord 2017`. */
function isOccasion(last: string, url: string | null): boolean {
  return (OCCASION.test(last) || ONE_EVENT.test(last)) && !likeLink(last.replace(/\s*\b20\d\d\b/, ""), url);
}

/** `Berline.rs` with https://www.meetup.com/some-school-berlin/…, and not `Actix.rs`, which is a topic. */
function isDomain(name: string, url: string | null): boolean {
  return name.includes(".") && /^[\p{L}\p{N}-]{4,}\.[A-Za-z]{2,4}$/u.test(name) && tellsTown(url, name);
}

/** Whether a link tells the same town, as far as the first letters tell. */
function tellsTown(url: string | null, town: string): boolean {
  return url?.toLowerCase().includes(town.toLowerCase().slice(0, 4)) ?? false;
}

/** The words of the names that the organiser's part of a link may spell: `meetup.com/RustDC/…`, `rustfest.example`. */
const organisersOf = memo((url): readonly (readonly string[])[] => {
  const link = /^https?:\/\/(?:www\.)?([^/?#]+)(?:\/(?:[a-z]{2}(?:-[A-Z]{2})?\/)?([^/?#]+))?/.exec(url);
  if (!link?.[1]) return [];
  if (/(?:^|\.)meetup\.com$/.test(link[1])) return [wordsOf(decoded(link[2] ?? ""))];
  return [wordsOf(link[1].replace(/\.[a-z]+$/, "")), wordsOf(link[1])];
});

/** Addresses leave `&` out. */
const wordsOf = memo((text) => plainWords(text.replaceAll("&", " ")));

/** Whether a name says the same as the organiser's part of a link: `Rust DC` and `meetup.com/RustDC/…`. */
function likeLink(name: string, url: string | null): boolean {
  if (url === null) return false;
  const ours = wordsOf(name);
  return organisersOf(url).some((theirs) => {
    if (ours.join("") === theirs.join("")) return ours.length > 0;
    return (
      ours.length > 1 && ours.length === theirs.length && ours.toSorted().join(" ") === theirs.toSorted().join(" ")
    );
  });
}

/** `South Florida Rust` with …/South-Florida-Rust-Meetup/…, `OpenTechSchool` with …/opentechschool-berlin/…. */
function beginsLink(name: string, url: string | null): boolean {
  if (url === null || !url.includes("meetup.com/")) return false;
  const [ours, theirs] = [wordsOf(name), organisersOf(url)[0] ?? []];
  if (ours.length === 0 || ours.some((word, index) => word !== theirs[index])) return false;
  const rest = theirs.slice(ours.length);
  if (ours.length === 1) return rest.length === 1 && name.length > 7;
  return rest.every((word) => /^(?:meetup|users?|group|community)$/.test(word));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
