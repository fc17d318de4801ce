/** A typo that people, or the programs they use, make in the path of a URL. */
export interface Typo {
  readonly name: string;
  /** A path with the typo, and the correct path. */
  readonly example: readonly [typed: string, correct: string];
  readonly correct: (path: string) => string;
}

/** Punctuation at the end of a path. The lookbehind keeps the search linear. */
const TRAILING = /(?<![\s\p{Cf}/)\]}>,.;:!?'"*_…’”»])[\s\p{Cf}/)\]}>,.;:!?'"*_…’”»]+$/u;

/** Applied in this order to the path without escapes. */
export const TYPOS: readonly Typo[] = [
  {
    name: "a complete URL after the host",
    example: ["/webcal://other.example/regions/europe.ics", "/regions/europe.ics"],
    correct: (path) => path.replace(/^\/+(?:https?|webcals?|feed):\/+[^/]*/i, ""),
  },
  {
    name: "punctuation added by chat or mail programs",
    example: ["/events.ics).", "/events.ics"],
    correct: (path) => path.replace(TRAILING, ""),
  },
  {
    name: "extra slashes",
    example: ["//regions///europe.ics/", "/regions/europe.ics"],
    correct: (path) => `/${path.split("/").filter(Boolean).join("/")}`,
  },
  { name: "capitals", example: ["/Events.ICS", "/events.ics"], correct: (path) => path.toLowerCase() },
  {
    name: "the extension of a static page",
    example: ["/regions/europe.html", "/regions/europe"],
    correct: (path) => path.replace(/\.html?$/, ""),
  },
  {
    name: "the name of a static home page",
    example: ["/index", "/"],
    correct: (path) => path.replace(/^\/(?:index|home)$/, "/"),
  },
  {
    name: "a longer extension",
    example: ["/events.ical", "/events.ics"],
    correct: (path) => path.replace(/\.(?:ical|icalendar)$/, ".ics"),
  },
  {
    name: "singular instead of plural",
    example: ["/city/berlin-de.ics", "/cities/berlin-de.ics"],
    correct: (path) =>
      path.replace(
        /^\/(?:event|conference|region|country|city|group)(?=\/)/,
        (singular) => PLURALS[singular] ?? singular,
      ),
  },
  {
    name: "another word for all events",
    example: ["/calendar.ics", "/events.ics"],
    correct: (path) => path.replace(/^\/(?:all|calendar|event)(?=$|\.)/, "/events"),
  },
  {
    name: "singular of conferences",
    example: ["/conference.ics", "/conferences.ics"],
    correct: (path) => path.replace(/^\/conference(?=$|\.)/, "/conferences"),
  },
];

const PLURALS: Readonly<Record<string, string>> = {
  "/event": "/events",
  "/conference": "/conferences",
  "/region": "/regions",
  "/country": "/countries",
  "/city": "/cities",
  "/group": "/groups",
};

/** A path that still changes after this many rounds is not a typo. */
const ROUNDS = 4;

/**
 * Corrects the typos in `pathname`, the path of a URL. Returns an escaped path without typos, or null if there are none. The
 * result starts with exactly one slash, so that a redirect to it never leaves the host.
 */
export function correctedPath(pathname: string): string | null {
  const typed = unescaped(pathname);
  if (typed === null) return null;
  let path = typed;
  for (let round = 0; round < ROUNDS; round++) {
    const corrected = TYPOS.reduce((text, { correct }) => correct(text), path);
    if (corrected === path) return path === typed ? null : path.split("/").map(encodeURIComponent).join("/");
    path = corrected;
  }
  return null;
}

function unescaped(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
