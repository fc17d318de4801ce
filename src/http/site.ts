/** Where and as what the app is published: the same bytes come out for the same site. */
export interface Site {
  /** Public address without a slash at its end: `https://example.org`, `http://localhost:8787`; empty when it has none. */
  readonly url: string;
  /** What follows the `@` in every iCalendar UID. It must never change, wherever the site moves. */
  readonly domain: string;
}
