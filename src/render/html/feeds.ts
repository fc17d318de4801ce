import { html } from "hono/html";
import { oneLine } from "../text.ts";
import { page } from "./layout.ts";
import { withinSite } from "./links.ts";
import { type Html, items } from "./markup.ts";

/** A feed as the page of all feeds shows it. */
export interface ListedFeed {
  /** `events`, `region`, `country`, `city`, `group`. */
  readonly kind: string;
  readonly title: string;
  /** Path of its page. */
  readonly path: string;
  /** Events from today on. */
  readonly upcoming: number;
}

const HEADINGS = [
  ["events", "All events"],
  ["region", "Regions"],
  ["country", "Countries"],
  ["city", "Cities"],
  ["group", "Groups"],
] as const;

/** What stands around the calendars; `self` and `json` are addresses. */
export interface FeedsHead {
  readonly self: string;
  readonly json: string;
  /** Whether organisers' calendars were read for this edition. */
  readonly timed?: boolean | undefined;
}

/** Every calendar that is offered, those without events ahead included. */
export function feedsPage({ self, json, timed }: FeedsHead, feeds: readonly ListedFeed[]): string {
  return page({
    title: "All calendars",
    description: "Every calendar of Rust events: regions, countries, cities and groups.",
    self,
    formats: ["json"],
    timed,
    address: () => json,
    main: html`<h1>All calendars</h1>
<p class="lead">Each page has the links to subscribe. The same list <a href="${withinSite(json)}">as JSON</a>.</p>
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
  return html`<a href="${path}"><bdi>${oneLine(title) || path}</bdi></a> <span class="note">${upcoming === 0 ? "nothing ahead" : `${upcoming} ahead`}</span>`;
}
