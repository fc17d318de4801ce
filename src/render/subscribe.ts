/** Google takes no longer address of a calendar; no link that is offered is longer. */
const MOST_CHARACTERS = 255;

/** Ways to subscribe to a calendar feed; null where a way is not open to it. */
export interface SubscribeLinks {
  /** The feed itself: to copy, to download. Begins with a slash where the site has no public address. */
  readonly https: string;
  /** Opens Apple Calendar, Outlook, Thunderbird, GNOME Calendar. */
  readonly webcal: string | null;
  readonly google: string | null;
  /** Outlook on the web. */
  readonly outlook: string | null;
}

/**
 * The subscribe links of the feed at the http(s) address, or the path, `ics`; a path alone cannot be handed to others, and
 * a link that would have more than 255 characters is left out. The `name` is cut where it would make one too long.
 */
export function subscribeLinks(ics: string, name: string): SubscribeLinks {
  if (!/^https?:/.test(ics)) return { https: ics, webcal: null, google: null, outlook: null };
  const webcal = ics.replace(/^https?:/, "webcal:");
  const outlook = `https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(ics)}`;
  return {
    https: ics,
    webcal: short(webcal),
    google: short(`https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`),
    outlook: short(withName(outlook, name.toWellFormed())),
  };
}

function short(link: string): string | null {
  return link.length > MOST_CHARACTERS ? null : link;
}

/** `link` with as much of `name` as it has room for. */
function withName(link: string, name: string): string {
  let named = link;
  let begun = "";
  for (const character of name) {
    begun += character;
    const longer = `${link}&name=${encodeURIComponent(begun)}`;
    if (longer.length > MOST_CHARACTERS) break;
    named = longer;
  }
  return named;
}
