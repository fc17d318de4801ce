import type { EventRecord } from "../../model/event.ts";
import { contentHtml, summaryLine } from "../atom/content.ts";
import { newestFirst } from "../atom/order.ts";
import { ATTRIBUTION, LICENSE_URL } from "../attribution.ts";
import { onceEach, type Piece } from "../bytes.ts";
import { summaryOf, townsOf } from "../describe.ts";
import type { FormatRecord } from "../format.ts";
import { jsonArray } from "../json-array.ts";
import { keywordsOf } from "../keywords.ts";
import { NEWSLETTER } from "../newsletter.ts";
import type { Publisher } from "../publisher.ts";
import type { Head, Renderer } from "../renderer.ts";
import { withSafeLink } from "../source-link.ts";
import { eventTag } from "../tags.ts";
import { oneLine, webLink } from "../text.ts";
import { changedAt, instantOf } from "../updated.ts";
import { venueOf } from "../venue.ts";

/** The value of `version`, which is also the URL of the specification. */
const VERSION = "https://jsonfeed.org/version/1.1";

export const JSON_FEED: FormatRecord<"jsonfeed"> = {
  ending: "jsonfeed",
  type: "application/feed+json",
  name: "JSON Feed",
  specification: "https://www.jsonfeed.org/version/1.1/",
  schema: {
    type: "object",
    properties: { version: { const: VERSION }, items: { type: "array" } },
    required: ["version", "title", "items"],
  },
  namesSite: true,
  renderer: jsonFeedRenderer,
};

/** JSON Feed 1.1: the content of the Atom feed, with dates, times and more of each event in the extension `_event`. */
function jsonFeedRenderer(publisher: Publisher): Renderer {
  const item = onceEach((event: EventRecord) => JSON.stringify(itemOf(event, publisher)));
  const list = (head: Head, title: string, events: readonly EventRecord[]): Piece =>
    jsonArray(feedOf(head, title), "items", newestFirst(events).map(item));
  return {
    each: item,
    list: (head, events) => list(head, head.title, events),
    one: (head, event) => list(head, summaryOf(event), [event]),
  };
}

function feedOf(head: Head, title: string) {
  return {
    version: VERSION,
    title: oneLine(title),
    home_page_url: head.address("html"),
    feed_url: head.self,
    ...(head.next === null ? {} : { next_url: head.next }),
    description: `${ATTRIBUTION}, ${LICENSE_URL}`,
    language: "en",
    authors: [NEWSLETTER],
  };
}

function itemOf(event: EventRecord, { url, domain }: Publisher) {
  const { start, end, mode, status } = event;
  const authors = event.groups.map(({ name, url: to }) => ({ name: oneLine(name), url: webLink(to) ?? undefined }));
  const named = authors.filter(({ name }) => name !== "");
  return {
    id: eventTag(event, domain),
    url: webLink(event.url) ?? `${url}/events/${encodeURIComponent(event.id)}`,
    title: summaryOf(event),
    summary: summaryLine(event),
    content_html: contentHtml(event),
    date_published: instantOf(event.created),
    date_modified: changedAt(event),
    ...(named.length === 0 ? {} : { authors: named }),
    tags: keywordsOf(event),
    _event: { about: LICENSE_URL, id: event.id, start, end, mode, status, location: townsOf(event), ...timesOf(event) },
  };
}

/** Of an event that has an hour, or a venue. */
function timesOf(event: EventRecord) {
  const { allDay, startsAt, endsAt, time } = event;
  const venue = venueOf(event);
  return {
    ...(time !== undefined && { allDay, startsAt, endsAt, time: withSafeLink(time) }),
    ...(venue !== null && { venue }),
  };
}
