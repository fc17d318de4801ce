/** Ways to subscribe to a calendar feed. */
export interface SubscribeLinks {
  /** The feed itself: to copy, to download. */
  readonly https: string;
  /** Opens Apple Calendar, Outlook, Thunderbird, GNOME Calendar. */
  readonly webcal: string;
  readonly google: string;
  /** Outlook on the web. */
  readonly outlook: string;
}

/** The subscribe links of the feed at the http(s) address `ics`. */
export function subscribeLinks(ics: string, name: string): SubscribeLinks {
  const webcal = ics.replace(/^https?:/, "webcal:");
  return {
    https: ics,
    webcal,
    google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
    outlook: `https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(ics)}&name=${encodeURIComponent(name.toWellFormed())}`,
  };
}
