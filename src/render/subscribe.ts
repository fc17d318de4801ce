/** Maximum length of a calendar URL in Google Calendar; the other links have the same limit. */
const MOST_CHARACTERS = 255;

/** Links to subscribe to a calendar; null if a link is not available. */
export interface SubscribeLinks {
  /** The feed itself, to copy or download. Starts with a slash if the site has no public address. */
  readonly https: string;
  /** Opens Apple Calendar, Outlook, Thunderbird, GNOME Calendar. */
  readonly webcal: string | null;
  readonly google: string | null;
  /** Outlook on the web. */
  readonly outlook: string | null;
}

/**
 * Links to subscribe to the feed with the http(s) URL or path `ics`; a path has no links for other programs. Links with more than
 * 255 characters are null; `name` is shortened if necessary.
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

/** `link` with as much of `name` as fits. */
function withName(link: string, name: string): string {
  let named = link;
  let part = "";
  for (const character of name) {
    part += character;
    const longer = `${link}&name=${encodeURIComponent(part)}`;
    if (longer.length > MOST_CHARACTERS) break;
    named = longer;
  }
  return named;
}
