import type { Shown } from "../issues.ts";

/** An event as a client holds it. */
export interface Held extends Shown {
  readonly uid: string;
  /** Everything the client stores of it, to see what a sync changed. */
  readonly stored: string;
}

/** What tells that a client has what is new: an event of that title and start. */
type Sought = Pick<Shown, "title" | "start">;

/** A real calendar program with an empty profile of its own. */
export interface Client {
  /** Fetches the feed as the program does by itself, until it holds `awaited` or a minute is over; all that it holds then. */
  sync(awaited: Sought): Promise<readonly Held[]>;
}

/** Makes a client that is subscribed to `url` and keeps all its files in `folder`. */
export type Subscribe = (url: string, folder: string) => Client;
