import type { Span } from "./span.ts";

const SITE = `(?:meetup(?:\\.com)?|luma|lu\\.ma|eventbrite|linkedin|youtube|twitch|zoom)`;
/** What leads elsewhere than to an event or organiser: a page on it, its stream, its tickets. */
const SIDES = [
  String.raw`(?:the )?(?:alt(?:ernat(?:e|ive))?|main|event|official|tickets?|registration|group|conference|meetup|stream)(?: \w+){0,2} (?:link|page|url|site|chat|telegram)`,
  String.raw`alt|mirror(?: \w+){0,2}|(?:\w+ ){0,2}mirror(?: event)?`,
  `rsvp(?: (?:here|now|on ${SITE}))?|register(?: (?:here|now|on ${SITE}))?|registration|sign[- ]?up(?: (?:here|now))?|(?:buy |get )?tickets?`,
  `telegram|discord|slack|matrix|zulip|zoom|mastodon|bluesky|linkedin|facebook|instagram|twitter|github`,
  `(?:on )?${SITE}(?: (?:page|event|link|live|stream))?`,
  `(?:(?:live|video)[- ]?)?stream(?:ing)?(?: (?:link|on ${SITE}))?|recording|video`,
  String.raw`(?:\w+ ){0,2}website|home ?page|web ?page|blog ?post|map|calendar|translation`,
  `details|agenda|slides|(?:more|further) info(?:rmation)?(?: here)?|info(?:rmation)?|link|here`,
];
const SIDE_LINK = new RegExp(`^\\W{0,3}(?:${SIDES.join("|")})\\W{0,3}$`, "i");

/** Whether a link of that text leads elsewhere than to an event or its organiser: `Alt link`, `Mirror`, `Livestream`. */
export function isSideLink(text: string): boolean {
  return SIDE_LINK.test(text);
}

/** `[**Build your own website**](https://…)`: bold, as titles are, and more than a word such as `**Mirror**`. */
export function isBoldTitle({ strong, url, text }: Span): boolean {
  return strong && url !== null && text.trim().includes(" ");
}
