/** What leads elsewhere than to an event or organiser: a page on it, its stream, its tickets. */
const SIDES = [
  String.raw`(?:the )?(?:alt(?:ernat(?:e|ive))?|main|event|official|tickets?|registration|group|conference|meetup|stream)\b.{0,30}\b(?:link|page|url|site|chat|telegram)`,
  String.raw`alt|mirror\b.*|.*\bmirror(?: event)?`,
  `rsvp(?: (?:here|now|on .{0,20}))?|register(?: (?:here|now|on .{0,20}))?|registration|sign[- ]?up(?: (?:here|now))?|(?:buy |get )?tickets?`,
  `telegram|discord|slack|matrix|zulip|zoom|mastodon|bluesky|linkedin|facebook|instagram|twitter|github`,
  String.raw`(?:on )?(?:meetup(?:\.com)?|luma|lu\.ma|eventbrite|linkedin)(?: (?:page|event|link))?`,
  `(?:(?:live|video)[- ]?)?stream(?:ing)?(?: (?:link|on .{0,20}))?|youtube(?: (?:live|stream|link))?|twitch|recording|video`,
  `website|.* website|home ?page|web ?page|blog ?post|map|calendar|translation`,
  `details|agenda|slides|(?:more|further) info.*|info(?:rmation)?|link|here`,
];
const SIDE_LINK = new RegExp(`^\\W{0,3}(?:${SIDES.join("|")})\\W{0,3}$`, "i");

/** Whether a link of that text leads elsewhere than to an event or its organiser: `Alt link`, `Mirror`, `Livestream`. */
export function isSideLink(text: string): boolean {
  return SIDE_LINK.test(text);
}
