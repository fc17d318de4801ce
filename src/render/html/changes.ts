import { html } from "hono/html";
import type { EventChanges, IssueChanges } from "../../model/changes.ts";
import { CHANGES_FORMATS, type ChangesHead, kindsText, READ_ON } from "../changes/view.ts";
import { dateText, fullDayText } from "../day-text.ts";
import { issueUrl } from "../newsletter.ts";
import { oneLine } from "../text.ts";
import { changesText } from "./history.ts";
import { page } from "./layout.ts";
import { eventPath, withinSite } from "./links.ts";
import { type Html, items, time } from "./markup.ts";

/** The page of changes by issues and by readings of organisers' calendars, newest first. */
export function changesPage(head: ChangesHead, issues: readonly IssueChanges[]): string {
  const title = oneLine(head.title);
  const { self, next } = head;
  return page({
    title,
    description: `${title}: events that each issue of This Week in Rust added, moved, renamed, cancelled or no longer lists.`,
    self,
    formats: CHANGES_FORMATS,
    timed: head.timed,
    address: (format) => head.address(format === "atom" ? "atom" : "json"),
    main: html`<h1><bdi>${title}</bdi></h1>
<p class="lead">Changes by each issue of the newsletter${issues.every(({ published }) => published) ? "" : ", and by organisers' calendars"}. Follow them <a href="${withinSite(head.address("atom"))}">in a feed reader (Atom)</a> or <a href="${withinSite(head.address("json"))}">as JSON</a>.</p>
${issues.length === 0 ? html`<p>No changes.</p>` : issues.map(issueSection)}
${next === null ? "" : html`<p><a rel="next" href="${withinSite(next)}">Older issues</a></p>`}`,
  });
}

function issueSection({ issue, published, number, events }: IssueChanges): Html {
  const rows = html`<ul class="rows">${items(events.map(entry))}</ul>
`;
  if (!published)
    return html`<h2 id="read-${issue}">${READ_ON} ${time(issue, dateText)}</h2>
${rows}`;
  const name = number === null ? "This Week in Rust" : `This Week in Rust ${number}`;
  return html`<h2 id="issue-${issue}">${time(issue, dateText)}</h2>
<p class="note"><a href="${issueUrl({ issue, number })}">${name}</a></p>
${rows}`;
}

function entry(changed: EventChanges): Html {
  const { event, title, start, changes } = changed;
  return html`<strong>${kindsText(changed)}</strong> <div><a class="title" href="${eventPath(event.id)}"><bdi>${oneLine(title) || "no title"}</bdi></a><br><span class="note">${time(start, fullDayText)}</span>${
    changes.length === 0 ? "" : html`<ul class="note">${items(changesText(changes))}</ul>`
  }</div>`;
}
