import { html } from "hono/html";
import type { EventRecord } from "../../model/event.ts";
import { pieceOf } from "../bytes.ts";
import { locationOf, summaryOf } from "../ics/describe.ts";
import type { Head, Renderer } from "../renderer.ts";
import { webLink } from "../text.ts";
import { type Html, page } from "./layout.ts";

/** Pages that people read. */
export function htmlRenderer(_publisher: { readonly url: string }): Renderer {
  return {
    list: (head, events) => pieceOf(listPage(head, events)),
    one: (head, event) => pieceOf(listPage({ ...head, title: summaryOf(event) }, [event])),
  };
}

function listPage(head: Head, events: readonly EventRecord[]): string {
  return page({
    title: head.title,
    description: head.title,
    head: html`<link rel="alternate" type="text/calendar" href="${head.address("ics")}">`,
    main: html`<main id="main"><h1><bdi>${head.title}</bdi></h1><ul class="feeds">${events.map(entry)}</ul></main>`,
  });
}

function entry(event: EventRecord): Html {
  const url = webLink(event.url);
  const title = html`<bdi>${summaryOf(event)}</bdi>`;
  return html`
<li>${url === null ? title : html`<a href="${url}">${title}</a>`} <span class="note">${event.start} · ${locationOf(event) ?? ""}</span></li>`;
}
