import { html } from "hono/html";
import { oneLine } from "../text.ts";
import { page } from "./layout.ts";
import { withinSite } from "./links.ts";
import { type Html, items } from "./markup.ts";

/** A feed on the page of all feeds. */
export interface ListedFeed {
  /** `events`, `conferences`, `region`, `country`, `city`, `group`. */
  readonly kind: string;
  readonly title: string;
  /** Path of its page. */
  readonly path: string;
  /** Number of events that end today or later. */
  readonly upcoming: number;
}

const HEADINGS = [
  ["events", "All events"],
  ["conferences", "Conferences"],
  ["region", "Regions"],
  ["country", "Countries"],
  ["city", "Cities"],
  ["group", "Groups"],
] as const;

/** Metadata of the page; `self` and `json` are addresses. */
export interface FeedsHead {
  readonly self: string;
  readonly json: string;
  /** Whether organisers' calendars were read. */
  readonly timed?: boolean | undefined;
}

/** The page of all feeds, including those without upcoming events. */
export function feedsPage({ self, json, timed }: FeedsHead, feeds: readonly ListedFeed[]): string {
  return page({
    title: "All calendars",
    description: "All calendars of Rust events: conferences, regions, countries, cities and groups.",
    self,
    formats: ["json"],
    timed,
    address: () => json,
    main: html`<h1>All calendars</h1>
<p class="lead">Each page has links to subscribe. This list is also available <a href="${withinSite(json)}">as JSON</a>.</p>
${HEADINGS.map(([kind, heading]) => {
  const those = feeds.filter((feed) => feed.kind === kind);
  return those.length === 0 ? "" : section(kind, heading, those);
})}`,
  });
}

function section(kind: string, heading: string, feeds: readonly ListedFeed[]): Html {
  return html`<h2 id="${kind}">${heading}</h2>
<ul class="feeds">${items(feeds.map(entry))}</ul>
`;
}

function entry({ title, path, upcoming }: ListedFeed): Html {
  return html`<a href="${path}"><bdi>${oneLine(title) || path}</bdi></a> <span class="note">${upcoming === 0 ? "no upcoming events" : `${upcoming} upcoming`}</span>`;
}
