/** A typo that people, and the programs they use, make in the path of an address. */
export interface Slip {
  readonly what: string;
  /** A path with it, and the right one. */
  readonly example: readonly [written: string, right: string];
  readonly mend: (path: string) => string;
}

/** A run of signs at the end, looked at once: a search that begins anew at each of them takes long. */
const BEHIND = /(?<![\s\p{Cf}/)\]}>,.;:!?'"*_…’”»])[\s\p{Cf}/)\]}>,.;:!?'"*_…’”»]+$/u;

/** Each on the path without escapes, in this order. */
export const SLIPS: readonly Slip[] = [
  {
    what: "a whole address behind ours",
    example: ["/webcal://other.example/regions/europe.ics", "/regions/europe.ics"],
    mend: (path) => path.replace(/^\/+(?:https?|webcals?|feed):\/+[^/]*/i, ""),
  },
  {
    what: "what a chat or a mail has behind an address",
    example: ["/events.ics).", "/events.ics"],
    mend: (path) => path.replace(BEHIND, ""),
  },
  {
    what: "slashes too many",
    example: ["//regions///europe.ics/", "/regions/europe.ics"],
    mend: (path) => `/${path.split("/").filter(Boolean).join("/")}`,
  },
  { what: "capitals", example: ["/Events.ICS", "/events.ics"], mend: (path) => path.toLowerCase() },
  {
    what: "the ending of pages elsewhere",
    example: ["/regions/europe.html", "/regions/europe"],
    mend: (path) => path.replace(/\.html?$/, ""),
  },
  {
    what: "the name that first pages have elsewhere",
    example: ["/index", "/"],
    mend: (path) => path.replace(/^\/(?:index|home)$/, "/"),
  },
  {
    what: "the whole word for an ending",
    example: ["/events.ical", "/events.ics"],
    mend: (path) => path.replace(/\.(?:ical|icalendar)$/, ".ics"),
  },
  {
    what: "one in place of many",
    example: ["/city/berlin-de.ics", "/cities/berlin-de.ics"],
    mend: (path) => path.replace(/^\/(?:event|region|country|city|group)(?=\/)/, (one) => MANY[one] ?? one),
  },
  {
    what: "another word for all events",
    example: ["/calendar.ics", "/events.ics"],
    mend: (path) => path.replace(/^\/(?:all|calendar|event)(?=$|\.)/, "/events"),
  },
];

const MANY: Readonly<Record<string, string>> = {
  "/event": "/events",
  "/region": "/regions",
  "/country": "/countries",
  "/city": "/cities",
  "/group": "/groups",
};

/** A path that is still wrong after so many rounds is no typo. */
const ROUNDS = 4;

/**
 * The path that `pathname`, as an address has it, is a typo of, escaped; null where it has none of these typos. It begins
 * with one slash whatever is asked, so that it never leads to another host, and has no typo itself.
 */
export function rightPath(pathname: string): string | null {
  const written = unescaped(pathname);
  if (written === null) return null;
  let path = written;
  for (let round = 0; round < ROUNDS; round++) {
    const mended = SLIPS.reduce((text, { mend }) => mend(text), path);
    if (mended === path) return path === written ? null : path.split("/").map(encodeURIComponent).join("/");
    path = mended;
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
