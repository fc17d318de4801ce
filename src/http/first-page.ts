import { ALL_EVENTS } from "../feeds.ts";
import { kindOf } from "../kinds/kind.ts";
import { compare } from "../model/compare.ts";
import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { ownParameters } from "../query/foreign.ts";
import { FORM } from "../query/form.ts";
import { PARAMETERS } from "../query/query.ts";
import { suggest } from "../query/suggest.ts";
import { pieceOf } from "../render/bytes.ts";
import { TYPES } from "../render/formats.ts";
import type { Ahead } from "../render/html/ahead.ts";
import { lastDay } from "../render/html/calls.ts";
import { homePage } from "../render/html/home.ts";
import { isOff } from "../render/html/labels.ts";
import { securityOf } from "../render/html/security.ts";
import { type Content, prepare } from "./answer.ts";
import { type CatalogueEntry, catalogueOf } from "./catalogue.ts";
import { freshnessOf } from "./freshness.ts";
import { pageNotes } from "./page-notes.ts";
import type { Site } from "./site.ts";
import type { Snapshot } from "./snapshot.ts";

/** Number of events on the home page. */
const SOON = 12;

/** Number of conferences, and of calls for papers, on the home page. */
const AHEAD = 5;

/** The home page on `today`. */
export async function firstPage(snapshot: Snapshot, site: Site, today: LocalDate) {
  const { newestIssue, timed } = snapshot.edition;
  const events = await snapshot.eventsFrom(today);
  const upcoming = events.filter(({ end }) => end >= today);
  const soon = upcoming.slice(0, SOON);
  const body = homePage({
    site: site.url,
    feeds: (await catalogueOf(snapshot, site, today)).map(shown),
    soon,
    ahead: aheadOf(snapshot, upcoming, today),
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

/** Of the `upcoming` events the next conferences; of the calls those that close next. */
function aheadOf({ edition }: Snapshot, upcoming: readonly EventRecord[], today: LocalDate): Ahead {
  const conferences = upcoming.filter((event) => !isOff(event) && kindOf(event) === "conference");
  const calls = edition.calls
    .filter((call) => (lastDay(call) ?? "") >= today)
    .sort((a, b) => compare(lastDay(a) ?? "", lastDay(b) ?? "") || compare(a.id, b.id));
  return { conferences: conferences.slice(0, AHEAD), calls: calls.slice(0, AHEAD) };
}

/**
 * Where the filter form redirects: to `/events` with the fields that were filled in, because browsers also send the empty ones.
 * Invalid or misspelt parameters are kept, so that `/events` rejects them. Null if there is no filter parameter.
 */
export function filtered(search: URLSearchParams): string | null {
  const own = ownParameters(search);
  if (![...own.keys()].some((name) => suggest(name.toLowerCase(), PARAMETERS, 1).length > 0)) return null;
  const filled = new URLSearchParams([...own].filter(([, value]) => value.trim() !== ""));
  return filled.size === 0 ? "/events" : `/events?${filled.toString()}`;
}

function shown({ feed, title, upcoming, links }: CatalogueEntry) {
  const lastSeen = feed.lastSeen ?? null;
  return { kind: feed.kind, title, path: encodeURI(feed.path), upcoming, links, lastSeen };
}
