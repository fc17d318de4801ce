import { ALL_EVENTS } from "../feeds.ts";
import type { LocalDate } from "../model/date.ts";
import { alike } from "../query/alike.ts";
import { ownParameters } from "../query/foreign.ts";
import { FORM } from "../query/form.ts";
import { PARAMETERS } from "../query/query.ts";
import { pieceOf } from "../render/bytes.ts";
import { TYPES } from "../render/formats.ts";
import { homePage } from "../render/html/home.ts";
import { securityOf } from "../render/html/security.ts";
import { type Content, prepare } from "./answer.ts";
import { type CatalogueEntry, catalogueOf } from "./catalogue.ts";
import { freshnessOf } from "./freshness.ts";
import { pageNotes } from "./page-notes.ts";
import type { Site } from "./site.ts";
import type { Snapshot } from "./snapshot.ts";

/** Events that the first page shows. */
const SOON = 12;

/** The first page as of the day `today`. */
export async function firstPage(snapshot: Snapshot, site: Site, today: LocalDate) {
  const { newestIssue, timed } = snapshot.edition;
  const events = await snapshot.eventsFrom(today);
  const soon = events.filter(({ end }) => end >= today).slice(0, SOON);
  const body = homePage({
    site: site.url,
    feeds: (await catalogueOf(snapshot, site, today)).map(shown),
    soon,
    timed,
    form: FORM,
    countries: pageNotes(snapshot, ALL_EVENTS).countries ?? [],
    newestIssue,
    ...freshnessOf(newestIssue, today),
  });
  const content: Content = {
    body: pieceOf(body),
    type: TYPES.html,
    changed: today,
    issue: newestIssue,
    hours: snapshot.edition.hoursChanged,
    headers: securityOf(timed, soon),
  };
  return prepare(content);
}

/**
 * Where the form of a page leads: to `/events` with what was filled in, as browsers send the empty fields too. What is
 * filled in wrongly, or misspelt, is refused there. Null when no filter is meant.
 */
export function filtered(search: URLSearchParams): string | null {
  const own = ownParameters(search);
  if (![...own.keys()].some((name) => alike(name.toLowerCase(), PARAMETERS, 1).length > 0)) return null;
  const filled = new URLSearchParams([...own].filter(([, value]) => value.trim() !== ""));
  return filled.size === 0 ? "/events" : `/events?${filled.toString()}`;
}

function shown({ feed, title, upcoming, links }: CatalogueEntry) {
  const lastSeen = feed.lastSeen ?? null;
  return { kind: feed.kind, title, path: encodeURI(feed.path), upcoming, links, lastSeen };
}
