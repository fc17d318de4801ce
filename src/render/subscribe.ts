/** Google takes no longer address of a calendar. */
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

/** The subscribe links of the feed at the http(s) address, or the path, `ics`; a path alone cannot be handed to others. */
export function subscribeLinks(ics: string, name: string): SubscribeLinks {
  if (!/^https?:/.test(ics)) return { https: ics, webcal: null, google: null, outlook: null };
  const webcal = ics.replace(/^https?:/, "webcal:");
  return {
    https: ics,
    webcal,
    google:
      webcal.length > MOST_CHARACTERS
        ? null
        : `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
    outlook: `https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(ics)}&name=${encodeURIComponent(name.toWellFormed())}`,
  };
}
