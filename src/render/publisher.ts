/** Where the events are published. */
export interface Publisher {
  /** Public address without a trailing slash; empty if there is none. */
  readonly url: string;
  /** Domain after the `@` in every iCalendar UID. */
  readonly domain: string;
}
