import { html } from "hono/html";
import type { EventRecord } from "../../model/event.ts";
import { ATTRIBUTION, LICENSE_URL } from "../attribution.ts";
import { join, onceEach, type Piece, pieceOf } from "../bytes.ts";
import { summaryOf } from "../describe.ts";
import { type FormatRecord, HTML_TYPE, rfc, withoutParameters } from "../format.ts";
import { ICS } from "../ics/renderer.ts";
import { keywordsOf } from "../keywords.ts";
import { NEWSLETTER } from "../newsletter.ts";
import type { Publisher } from "../publisher.ts";
import type { Head, Renderer } from "../renderer.ts";
import { eventTag, listTag } from "../tags.ts";
import { oneLine, webLink } from "../text.ts";
import { changedAt, instantOf, lastChange } from "../updated.ts";
import { contentHtml, summaryLine } from "./content.ts";
import { newestFirst } from "./order.ts";
import { xml } from "./xml.ts";

const END = pieceOf("</feed>\n");
export const ATOM: FormatRecord<"atom"> = {
  ending: "atom",
  type: "application/atom+xml; charset=utf-8",
  name: "Atom",
  specification: rfc(4287),
  namesSite: true,
  renderer: atomRenderer,
};

/** Media types for links. */
const [TYPE, PAGE_TYPE, CALENDAR_TYPE] = [ATOM.type, HTML_TYPE, ICS.type].map(withoutParameters);

/**
 * Atom, RFC 4287: one entry per event, most recent change first. Text is escaped by Hono's `html`, which is also used for pages;
 * its five character references are valid XML, so no XML library is needed.
 */
function atomRenderer(publisher: Publisher): Renderer {
  const entry = onceEach((event: EventRecord) => entryOf(event, publisher));
  const list = (head: Head, title: string, events: readonly EventRecord[]): Piece =>
    join([pieceOf(openingOf(head, title, events, publisher)), ...newestFirst(events).map(entry), END]);
  return {
    each: entry,
    list: (head, events) => list(head, head.title, events),
    one: (head, event) => list(head, summaryOf(event), [event]),
  };
}

function openingOf(head: Head, title: string, events: readonly EventRecord[], publisher: Publisher): string {
  return xml(html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${listTag(head, publisher)}</id>
<title>${oneLine(title)}</title>
<updated>${lastChange(head, events)}</updated>
<link rel="self" type="${TYPE}" href="${head.self}"/>
<link rel="alternate" type="${PAGE_TYPE}" href="${head.address("html")}"/>
<link rel="related" type="${CALENDAR_TYPE}" href="${head.address("ics")}"/>
${head.next === null ? "" : html`<link rel="next" type="${TYPE}" href="${head.next}"/>\n`}<link rel="license" href="${LICENSE_URL}"/>
<author><name>${NEWSLETTER.name}</name><uri>${NEWSLETTER.url}</uri></author>
<rights>${ATTRIBUTION}, ${LICENSE_URL}</rights>
<generator>twir-calendar</generator>
`);
}

function entryOf(event: EventRecord, { url, domain }: Publisher): string {
  const own = `${url}/events/${encodeURIComponent(event.id)}`;
  const page = webLink(event.url);
  const authors = event.groups.filter(({ name }) => oneLine(name) !== "");
  return xml(html`<entry>
<id>${eventTag(event, domain)}</id>
<title>${summaryOf(event)}</title>
<updated>${changedAt(event)}</updated>
<published>${instantOf(event.created)}</published>
<link rel="alternate" type="${PAGE_TYPE}" href="${page ?? own}"/>
<link rel="self" type="${TYPE}" href="${own}.atom"/>
<link rel="related" type="${CALENDAR_TYPE}" href="${own}.ics"/>
${event.links.map(relatedLink)}${authors.map(authorOf)}${keywordsOf(event).map((term) => html`<category term="${term}"/>\n`)}<summary>${summaryLine(event)}</summary>
<content type="html">${contentHtml(event)}</content>
</entry>
`);
}

function relatedLink({ text, url }: EventRecord["links"][number]) {
  const href = webLink(url);
  return href === null ? "" : html`<link rel="related" title="${oneLine(text)}" href="${href}"/>\n`;
}

function authorOf({ name, url }: EventRecord["groups"][number]) {
  const uri = webLink(url);
  return html`<author><name>${oneLine(name)}</name>${uri === null ? "" : html`<uri>${uri}</uri>`}</author>\n`;
}
