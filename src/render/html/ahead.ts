import { html } from "hono/html";
import type { CallRecord } from "../../model/call.ts";
import type { EventRecord } from "../../model/event.ts";
import { dateText } from "../day-text.ts";
import { oneLine } from "../text.ts";
import { lastDay } from "./calls.ts";
import { titleText } from "./labels.ts";
import { eventPath, external } from "./links.ts";
import { dotted, type Html, items, time } from "./markup.ts";
import { whereText } from "./places.ts";

/** The next conferences and the calls for papers that close next, on the home page. */
export interface Ahead {
  readonly conferences: readonly EventRecord[];
  /** With deadlines. */
  readonly calls: readonly CallRecord[];
}

export function aheadSections({ conferences, calls }: Ahead): Html {
  return html`<section id="conferences"><h2>Conferences</h2>
${conferences.length === 0 ? "" : html`<ul class="rows">${items(conferences.map(conference))}</ul>`}
<p><a href="/conferences">All conferences</a></p></section>
${
  calls.length === 0
    ? ""
    : html`<section id="cfps"><h2>Calls for papers that close next</h2>
<ul class="rows">${items(calls.map(call))}</ul></section>
`
}`;
}

function conference(event: EventRecord): Html {
  return html`${time(event.start, dateText)} <div>${linked(event.id, titleText(event))}<br><span class="note">${notes(event)}</span></div>`;
}

/** Last day and place. */
function notes(event: EventRecord): readonly Html[] {
  const where = whereText(event);
  return dotted([
    event.end > event.start ? html`until ${time(event.end, dateText)}` : null,
    where === "" ? null : html`<bdi>${where}</bdi>`,
  ]);
}

function call(record: CallRecord): Html {
  const { name, url, event, extended } = record;
  const last = lastDay(record);
  const title = oneLine(name) || "no title";
  return html`${last === null ? "" : time(last, dateText)} <div>${
    event === null ? external(url, html`<bdi>${title}</bdi>`) : linked(event, title)
  }${extended ? html`<br><span class="note">extended</span>` : ""}</div>`;
}

function linked(id: string, title: string): Html {
  return html`<a class="title" href="${eventPath(id)}"><bdi>${title}</bdi></a>`;
}
