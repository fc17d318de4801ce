import { html } from "hono/html";
import type { EventChanges, IssueChanges } from "../../model/changes.ts";
import type { Change } from "../../model/event.ts";
import { xml } from "../atom/xml.ts";
import { ATTRIBUTION, LICENSE_URL } from "../attribution.ts";
import { type Piece, pieceOf } from "../bytes.ts";
import { bareType } from "../format.ts";
import { BEGINNING, eventTag, instantOf, listTag } from "../lasting.ts";
import { issueUrl, NEWSLETTER } from "../newsletter.ts";
import type { Publisher } from "../publisher.ts";
import { oneLine, webLink } from "../text.ts";
import { type ChangesHead, kindsText } from "./view.ts";

/** Atom, RFC 4287: an entry for each event that an issue changed. Its id and text are the same for ever. */
export function changesAtom(head: ChangesHead, issues: readonly IssueChanges[], publisher: Publisher): Piece {
  const entries = issues.flatMap((issue) => issue.events.map((event) => entryOf(issue, event, publisher)));
  const newest = issues[0]?.issue ?? head.updated ?? BEGINNING;
  return pieceOf(
    xml(html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${listTag(head, publisher)}</id>
<title>${oneLine(head.title)}</title>
<updated>${instantOf(newest)}</updated>
<link rel="self" type="${bareType("atom")}" href="${head.self}"/>
<link rel="alternate" type="${bareType("html")}" href="${head.address("html")}"/>
${head.next === null ? "" : html`<link rel="next" type="${bareType("atom")}" href="${head.next}"/>\n`}<link rel="license" href="${LICENSE_URL}"/>
<author><name>${NEWSLETTER.name}</name><uri>${NEWSLETTER.url}</uri></author>
<rights>${ATTRIBUTION}, ${LICENSE_URL}</rights>
<generator>twir-calendar</generator>
${entries}</feed>
`),
  );
}

function entryOf({ issue, number }: IssueChanges, told: EventChanges, { url, domain }: Publisher) {
  const { event, title, start, changes } = told;
  const what = kindsText(told);
  return html`<entry>
<id>${eventTag(event, domain)}/changes/${issue}</id>
<title>${what}: ${oneLine(title)} (${start})</title>
<updated>${instantOf(issue)}</updated>
<published>${instantOf(issue)}</published>
<link rel="alternate" type="${bareType("html")}" href="${url}/events/${encodeURIComponent(event.id)}"/>
<link rel="via" href="${issueUrl({ issue, number })}"/>
${told.kinds.map((kind) => html`<category term="${kind}"/>\n`)}<content type="html">${String(contentOf(told, what, changes))}</content>
</entry>
`;
}

function contentOf({ title, url, start, end }: EventChanges, what: string, changes: readonly Change[]) {
  const page = webLink(url);
  const name = page === null ? html`${oneLine(title)}` : html`<a href="${page}">${oneLine(title)}</a>`;
  return html`<p>${what}: ${name}, ${end > start ? `${start} to ${end}` : start}</p>${
    changes.length === 0 ? "" : html`<ul>${changes.map(changeOf)}</ul>`
  }`;
}

/** Links are left out: what an event once linked to need not be safe to follow. */
function changeOf({ field, from, to }: Change) {
  if (field === "url") return html`<li>link changed</li>`;
  return html`<li>${field}: ${oneLine(from ?? "none")} → ${oneLine(to ?? "none")}</li>`;
}
