/** Words that lead elsewhere, and words that may stand beside them. */
const ELSEWHERE = new Set(
  (
    "alt alternate alternative mirror link page url site website webpage homepage rsvp register registration signup sign-up " +
    "ticket tickets details agenda slides stream streaming livestream recording video chat map calendar translation info " +
    "information blogpost here meetup meetup.com luma lu.ma eventbrite linkedin youtube twitch zoom telegram discord slack " +
    "matrix zulip mastodon bluesky facebook instagram twitter github"
  ).split(" "),
);
const BESIDE = new Set(
  "the main event official group conference on now buy get sign up live more further home web blog post".split(" "),
);

/**
 * Whether a link of that text leads elsewhere than to an event or its organiser, to its stream, its tickets: `Alt link`,
 * `RSVP on Luma`. It has no other words, or is the `Spokane Rust Website`.
 */
export function isSideLink(text: string): boolean {
  if (text.length > 60) return false;
  const words = text.toLowerCase().match(/[a-z\d]+(?:[.-][a-z]+)*/g) ?? [];
  if (words.length < 4 && /^(?:website|mirror|telegram)$/.test(words.at(-1) ?? "")) return true;
  return words.some((word) => ELSEWHERE.has(word)) && words.every((word) => ELSEWHERE.has(word) || BESIDE.has(word));
}

/** The address if it is one that a browser may follow (`http`, `https`, `irc`), its scheme added to `www.…`; else null. */
export function webUrl(url: string): string | null {
  const trimmed = url.trim();
  if (/^(?:https?|ircs?):\/\/[^\s/]/i.test(trimmed)) return trimmed;
  if (/^www\.[^\s]+\.[^\s]+$/i.test(trimmed)) return `http://${trimmed}`;
  return null;
}

/** The first address that stands in plain text; null when there is none. */
export function bareUrl(text: string): string | null {
  const match = /https?:\/\/[^\s<>()[\]|]{1,2000}/i.exec(text);
  return match ? match[0].replace(/[.,;:]+$/, "") : null;
}
