/** Where the app is published. */
export interface Site {
  /** Public address without a trailing slash: `https://example.org`, `http://localhost:8787`; empty if there is none. */
  readonly url: string;
  /** Domain after the `@` in every iCalendar UID. It must never change, even if the site moves. */
  readonly domain: string;
}
