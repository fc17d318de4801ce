import { html } from "hono/html";
import type { EventChanges, IssueChanges } from "../../model/changes.ts";
import type { Change } from "../../model/event.ts";
import { ATOM } from "../atom/renderer.ts";
import { xml } from "../atom/xml.ts";
import { ATTRIBUTION, LICENSE_URL } from "../attribution.ts";
import { type Piece, pieceOf } from "../bytes.ts";
import { dateText } from "../day-text.ts";
import { HTML_TYPE, withoutParameters } from "../format.ts";
import { NEWSLETTER } from "../newsletter.ts";
import { foundText, sourceName } from "../organiser-text.ts";
import type { Publisher } from "../publisher.ts";
import { eventTag, listTag } from "../tags.ts";
import { oneLine, webLink } from "../text.ts";
import { BEGINNING, instantOf } from "../updated.ts";
import { type ChangesHead, dayUrl, kindsText, READ_ON } from "./view.ts";

const [TYPE, PAGE_TYPE] = [ATOM.type, HTML_TYPE].map(withoutParameters);

/** Atom, RFC 4287: one entry per event and day on which an issue or a reading changed it. Entries never change afterwards. */
export function changesAtom(head: ChangesHead, issues: readonly IssueChanges[], publisher: Publisher): Piece {
  const entries = issues.flatMap((day) => day.events.map((event) => entryOf(day, event, publisher)));
  const newest = issues[0]?.issue ?? head.updated ?? BEGINNING;
  return pieceOf(
    xml(html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${listTag(head, publisher)}</id>
<title>${oneLine(head.title)}</title>
<updated>${instantOf(newest)}</updated>
<link rel="self" type="${TYPE}" href="${head.self}"/>
<link rel="alternate" type="${PAGE_TYPE}" href="${head.address("html")}"/>
${head.next === null ? "" : html`<link rel="next" type="${TYPE}" href="${head.next}"/>\n`}<link rel="license" href="${LICENSE_URL}"/>
<author><name>${NEWSLETTER.name}</name><uri>${NEWSLETTER.url}</uri></author>
<rights>${ATTRIBUTION}, ${LICENSE_URL}</rights>
<generator>twir-calendar</generator>
${entries}</feed>
`),
  );
}

function entryOf(day: IssueChanges, changed: EventChanges, { url, domain }: Publisher) {
  const { issue, published } = day;
  const { event, title, start } = changed;
  const what = kindsText(changed);
  return html`<entry>
<id>${eventTag(event, domain)}/changes/${issue}</id>
<title>${what}: ${oneLine(title)} (${start})</title>
<updated>${instantOf(issue)}</updated>
<published>${instantOf(issue)}</published>
<link rel="alternate" type="${PAGE_TYPE}" href="${url}/events/${encodeURIComponent(event.id)}"/>
<link rel="via" href="${dayUrl(day, url)}"/>
${changed.kinds.map((kind) => html`<category term="${kind}"/>\n`)}<content type="html">${String(changeHtml(changed, what))}${
    published ? "" : String(html`<p>${READ_ON} ${dateText(issue)}</p>`)
  }</content>
</entry>
`;
}

function changeHtml({ title, url, start, end, changes }: EventChanges, what: string) {
  const page = webLink(url);
  const name = page === null ? html`${oneLine(title)}` : html`<a href="${page}">${oneLine(title)}</a>`;
  return html`<p>${what}: ${name}, ${end > start ? `${start} to ${end}` : start}</p>${
    changes.length === 0 ? "" : html`<ul>${changes.map(changeOf)}</ul>`
  }`;
}

/** Without links: former links of an event may no longer be safe to follow. */
function changeOf(change: Change) {
  const { field, from, to, source } = change;
  if (field === "url") return html`<li>link changed</li>`;
  const values = html`${field}: ${oneLine(from ?? "none")} → ${oneLine(to ?? "none")}`;
  if (source === undefined) return html`<li>${values}</li>`;
  // Without the host, which may change.
  const name = sourceName({ kind: source });
  if (field === "calendar") return html`<li>${foundText(change, source, name)}</li>`;
  return html`<li>${values}, according to ${name}</li>`;
}
