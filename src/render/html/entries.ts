import { html } from "hono/html";
import type { EventRecord } from "../../model/event.ts";
import { dayText, monthText } from "../day-text.ts";
import { oneLine } from "../text.ts";
import { hoursShown } from "./hours.ts";
import { isOff, labels, titleText } from "./labels.ts";
import { eventPath, external, groupPath, hostOf } from "./links.ts";
import { dotted, type Html, hidden, time } from "./markup.ts";
import { whereText } from "./places.ts";

/**
 * Events grouped by month and start day, in the given order, without the name of the group `but`; with headings of levels 2 and
 * 3.
 */
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

/** Events grouped by month, without the name of the group `but`; with headings of level 3. */
export function byMonth(events: readonly EventRecord[], but?: string): readonly Html[] {
  return runs(events, ({ start }) => start.slice(0, 7)).map(
    (month) => html`
<section class="month"><h3>${monthText(month[0]!.start)}</h3><ul class="rows">${month.map(
      (event) => html`
<li>${time(event.start, dayText)} <div>${entry(event, but)}</div></li>`,
    )}</ul></section>`,
  );
}

/** Events grouped by year, with headings of level 2. */
export function byYear(events: readonly EventRecord[]): readonly Html[] {
  return runs(events, ({ start }) => start.slice(0, 4)).map(
    (year) => html`
<section class="month"><h2>${year[0]!.start.slice(0, 4)}</h2><ul class="rows">${year.map(
      (event) => html`
<li>${time(event.start, dayText)} <div>${entry(event, undefined)}</div></li>`,
    )}</ul></section>`,
  );
}

/** Title and status labels, then time, mode and place, last day, groups and the event's page. */
function entry(event: EventRecord, but: string | undefined): Html {
  const title = html`<a class="title" href="${eventPath(event.id)}"><bdi>${titleText(event)}</bdi></a>`;
  return html`${isOff(event) ? html`<s>${title}</s>` : title}${labels(event)}<br><span class="note">${dotted(facts(event, but))}</span>`;
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
    host === null ? null : external(event.url, html`${hidden("Event page on ")}${host}`),
  ];
}

/** Groups consecutive events with the same key. */
function runs(events: readonly EventRecord[], key: (event: EventRecord) => string): readonly EventRecord[][] {
  const all: EventRecord[][] = [];
  for (const event of events) {
    const last = all.at(-1);
    if (last !== undefined && key(last[0]!) === key(event)) last.push(event);
    else all.push([event]);
  }
  return all;
}
