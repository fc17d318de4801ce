/** Where the events are published. */
export interface Publisher {
  /** Public address without a slash at its end; empty when there is none. */
  readonly url: string;
  /** What follows the `@` in every iCalendar UID. */
  readonly domain: string;
}
