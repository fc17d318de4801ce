import type { EventRecord } from "../../model/event.ts";
import type { Status } from "../../model/listing.ts";
import { colorOf, mainRegion } from "../color.ts";
import { conferenceOf } from "../conference.ts";
import { descriptionOf, locationOf, summaryOf } from "../describe.ts";
import { keywordsOf } from "../keywords.ts";
import { listedIn } from "../newsletter.ts";
import { degreesText, pointsOf } from "../points.ts";
import { oneLine, webLink } from "../text.ts";
import { changedAt, instantOf } from "../updated.ts";
import { venueText } from "../venue.ts";
import { timeOf } from "./time.ts";

const STATUS: Readonly<Record<Status, string>> = {
  confirmed: "confirmed",
  cancelled: "cancelled",
  postponed: "tentative",
};

/** `event` as an Event of RFC 8984, with the same UID and texts as in iCalendar; empty properties are omitted. */
export function jscalEvent(event: EventRecord, domain: string) {
  return {
    "@type": "Event",
    uid: `${event.id}@${domain}`,
    prodId: "-//twir-calendar//Rust events//EN",
    created: instantOf(event.created),
    updated: changedAt(event),
    sequence: event.revision,
    title: summaryOf(event),
    description: descriptionOf(event),
    ...timeOf(event),
    status: STATUS[event.status],
    freeBusyStatus: "free",
    color: colorOf(mainRegion(event.regions)).name,
    ...numbered("locations", locationsOf(event)),
    ...numbered("virtualLocations", virtualLocationsOf(event)),
    ...numbered("links", linksOf(event)),
    keywords: Object.fromEntries(keywordsOf(event).map((keyword) => [keyword, true])),
  };
}

/** `{[name]: {"1": …, "2": …}}`; empty without values. */
function numbered(name: string, values: readonly object[]) {
  return values.length === 0
    ? {}
    : { [name]: Object.fromEntries(values.map((value, index) => [String(index + 1), value])) };
}

/** In-person locations; the venue is only used if there is a single place. Places of online-only events are the organiser's. */
function locationsOf(event: EventRecord): readonly object[] {
  if (event.mode === "virtual") return [];
  const venue = venueText(event);
  if (event.places.length === 0 && venue !== null) return [{ "@type": "Location", name: venue }];
  const { venue: _, ...elsewhere } = event;
  return event.places.flatMap((place, _at, { length }) => {
    const alone: EventRecord = { ...(length === 1 ? event : elsewhere), mode: "in-person", places: [place] };
    const name = locationOf(alone);
    if (name === null) return [];
    const [point] = pointsOf(alone);
    return {
      "@type": "Location",
      name,
      ...(point && { coordinates: `geo:${degreesText(point.latitude)},${degreesText(point.longitude)}` }),
      ...(place.timeZone !== null && { timeZone: place.timeZone }),
    };
  });
}

/** The call, stream or chat if known, otherwise the event's page. */
function virtualLocationsOf(event: EventRecord): readonly object[] {
  if (event.mode !== "virtual" && event.mode !== "hybrid") return [];
  const conference = conferenceOf(event);
  const uri = conference?.url ?? webLink(event.url);
  const features = conference && { [conference.feature.toLowerCase()]: true };
  return uri === null ? [] : [{ "@type": "VirtualLocation", name: "Online", uri, ...(features && { features }) }];
}

function linksOf(event: EventRecord): readonly object[] {
  const { url, links, groups } = event;
  const all = [
    { url, rel: "describedby", title: "Page of the event" },
    ...links.map(({ text, url: to }) => ({ url: to, rel: "related", title: oneLine(text) })),
    ...groups.map(({ name, url: to }) => ({ url: to, rel: "author", title: oneLine(name) })),
    { url: listedIn(event), rel: "via", title: "This Week in Rust" },
  ];
  return all.flatMap(({ url: to, rel, title }) => {
    const href = webLink(to);
    return href === null ? [] : { "@type": "Link", href, rel, ...(title !== "" && { title }) };
  });
}
