import { html } from "hono/html";
import type { EventRecord } from "../../model/event.ts";
import { oneLine } from "../text.ts";
import { dayText, monthText, time } from "./dates.ts";
import { hoursShown } from "./hours.ts";
import { eventPath, external, groupPath, hostOf } from "./links.ts";
import { isOff, marked, titleText } from "./marks.ts";
import { dotted, type Html, hidden } from "./markup.ts";
import { whereText } from "./places.ts";

/** Events by month and day of their start, in the order given, without the name of the group `but`; headings of the second and third level. */
export function byDay(events: readonly EventRecord[], but?: string): readonly Html[] {
  return runs(events, ({ start }) => start.slice(0, 7)).map(
    (month) => html`
<section class="month"><h2>${monthText(month[0]!.start)}</h2>${runs(month, ({ start }) => start).map(
      (day) => html`
<div class="day"><h3>${time(day[0]!.start, dayText)}</h3><ul>${day.map(
        (event) => html`
<li>${entry(event, but)}</li>`,
      )}</ul></div>`,
    )}</section>`,
  );
}

/** Events by month, each with its day; without the name of the group `but`; headings of the third level. */
export function byMonth(events: readonly EventRecord[], but?: string): readonly Html[] {
  return runs(events, ({ start }) => start.slice(0, 7)).map(
    (month) => html`
<section class="month"><h3>${monthText(month[0]!.start)}</h3><ul class="rows">${month.map(
      (event) => html`
<li>${time(event.start, dayText)} <div>${entry(event, but)}</div></li>`,
    )}</ul></section>`,
  );
}

/** Title with what must be known, then hour, mode, place, days, groups and the event's own page. */
function entry(event: EventRecord, but: string | undefined): Html {
  const title = html`<a class="title" href="${eventPath(event.id)}"><bdi>${titleText(event)}</bdi></a>`;
  return html`${isOff(event) ? html`<s>${title}</s>` : title}${marked(event)}<br><span class="note">${dotted(facts(event, but))}</span>`;
}

function facts(event: EventRecord, but: string | undefined): readonly (Html | null)[] {
  const where = whereText(event);
  const host = hostOf(event.url);
  return [
    hoursShown(event),
    event.end > event.start ? html`until ${time(event.end, dayText)}` : null,
    where === "" ? null : html`<bdi>${where}</bdi>`,
    ...event.groups
      .filter(({ slug }) => slug !== but)
      .map(({ slug, name }) => html`<a href="${groupPath(slug)}"><bdi>${oneLine(name) || slug}</bdi></a>`),
    host === null ? null : external(event.url, html`${hidden("Its page on ")}${host}`),
  ];
}

/** Neighbours with the same key together. */
function runs(events: readonly EventRecord[], key: (event: EventRecord) => string): readonly EventRecord[][] {
  const all: EventRecord[][] = [];
  for (const event of events) {
    const last = all.at(-1);
    if (last !== undefined && key(last[0]!) === key(event)) last.push(event);
    else all.push([event]);
  }
  return all;
}
