import { html } from "hono/html";
import { addDays } from "../../model/date.ts";
import type { EventRecord } from "../../model/event.ts";
import { dateText, fullDayText } from "../day-text.ts";
import { locationOf } from "../describe.ts";
import { draftOf } from "../draft.ts";
import { hoursText, zoneOf } from "../hours.ts";
import { doubtsOf, notesOf, statusText } from "../organiser-text.ts";
import type { Head } from "../renderer.ts";
import { oneLine, webLink } from "../text.ts";
import { venueText } from "../venue.ts";
import { callFact } from "./calls.ts";
import { historyOf, sourcesOf } from "./history.ts";
import { hoursWithLength, readText } from "./hours.ts";
import { jsonLd } from "./json-ld.ts";
import { isOff, labelsOf, titleText } from "./labels.ts";
import { page } from "./layout.ts";
import { external, groupPath, hostOf, withinSite } from "./links.ts";
import { type Html, hidden, items, time } from "./markup.ts";
import { countryName, modeText, placesOf, whereText } from "./places.ts";
import { showsHours } from "./script.ts";
import { seriesLink } from "./series.ts";
import { dataLinks } from "./subscribe.ts";

/** The page of an event: when, where, who, its history and its sources. */
export function eventPage(head: Head, event: EventRecord): string {
  const title = titleText(event);
  const labels = labelsOf(event);
  const history = historyOf(event);
  const where = whereText(event);
  const doubts = [statusText(event), ...doubtsOf(event)].filter((doubt) => doubt !== null);
  return page({
    title,
    description: [whenText(event), where, ...event.groups.map(({ name }) => oneLine(name))]
      .filter((part) => part !== "")
      .join(" · "),
    self: head.self,
    address: head.address,
    head: jsonLd(event),
    timed: head.timed,
    scripted: showsHours(head.timed, [event]),
    main: html`<article>
<h1>${isOff(event) ? html`<s><bdi>${title}</bdi></s>` : html`<bdi>${title}</bdi>`}</h1>
${labels.length === 0 ? "" : html`<ul class="labels">${labels.map((label) => html`<li><strong class="label">${label}</strong></li>`)}</ul>`}${doubts.map(
  (doubt) => html`
<p class="notice">${doubt}</p>`,
)}
${actions(head, event)}
<dl class="facts">${facts(head, event).map(
      ([term, values]) => html`
<div><dt>${term}</dt>${values.map((value) => html`<dd>${value}</dd>`)}</div>`,
    )}</dl>
${history.length === 0 ? "" : html`<section><h2>Changes</h2><ol>${items(history)}</ol></section>`}
<section><h2>Sources</h2><ol>${items(sourcesOf(event))}</ol></section>
${dataLinks(head.address, "this event")}
</article>`,
  });
}

type Fact = readonly [term: string, values: readonly Html[]];

function facts({ today, reading }: Head, event: EventRecord): readonly Fact[] {
  const { end, mode, groups, links, url, call } = event;
  const zone = zoneOf(event);
  const how = modeText(mode);
  const venue = venueText(event);
  const read = readText(event, reading);
  const countries = [...new Set(event.places.flatMap(({ country }) => (country === null ? [] : [country])))];
  const own = webLink(url);
  const series = seriesLink(event);
  const draft = draftOf(event);
  const all: readonly Fact[] = [
    [
      "When",
      [
        whenShown(event),
        ...notesOf(event).map((note) => html`${note}`),
        ...(end < today ? [html`This event is over.`] : []),
      ],
    ],
    ["How", how === null ? [] : [html`${how}`]],
    [
      mode === "virtual" ? "Organised from" : "Where",
      [...(venue === null ? [] : [venue]), ...placesOf(event)].map((place) => html`<bdi>${place}</bdi>`),
    ],
    ["Time zone", zone === null ? [] : [html`${zone}`]],
    ["Source of times", read === null ? [] : [read]],
    ["Call for papers", call === undefined ? [] : [callFact(call, end, today)]],
    ["Series", series === null ? [] : [series]],
    [groups.length > 1 ? "Groups" : "Group", groups.map(groupFact)],
    [
      "Links",
      [
        ...(own === null ? [] : [external(own, own)]),
        ...links.flatMap((link) => (webLink(link.url) === null ? [] : [external(link.url, bdi(link.text, link.url))])),
      ],
    ],
    [
      "More events in",
      countries.map(
        (code) => html`<a href="/countries/${encodeURIComponent(code.toLowerCase())}">${countryName(code)}</a>`,
      ),
    ],
    [
      "First listed",
      draft?.what === "Announced"
        ? []
        : [
            html`${time(event.created, dateText)}${event.updated > event.created && draft === null ? html`; last changed ${time(event.updated, dateText)}` : ""}`,
          ],
    ],
    [
      draft?.what ?? "",
      draft === null
        ? []
        : [html`in the draft of This Week in Rust of ${time(draft.issue, dateText)}, which may still change`],
    ],
  ];
  return all.filter(([, values]) => values.length > 0);
}

/** Dates, or date and times with the duration. */
function whenShown(event: EventRecord): Html {
  const { start, end } = event;
  const first = time(start, fullDayText);
  const hours = hoursWithLength(event);
  if (hours !== null) return html`${first}, ${hours}`;
  return end > start ? html`${first} to ${time(end, fullDayText)}` : first;
}

/** Dates, or date and times, as plain text. */
function whenText(event: EventRecord): string {
  const { start, end } = event;
  if (event.time !== undefined) return `${fullDayText(start)}, ${hoursText(event, event.time)}`;
  return end > start ? `${fullDayText(start)} to ${fullDayText(end)}` : fullDayText(start);
}

function groupFact({ name, slug, url }: EventRecord["groups"][number]): Html {
  const host = hostOf(url);
  const link = html`<a href="${groupPath(slug)}"><bdi>${oneLine(name) || slug}</bdi></a>`;
  return host === null
    ? link
    : html`${link} (${external(url, html`on ${host}${hidden(html`: <bdi>${oneLine(name)}</bdi>`)}`)})`;
}

function bdi(text: string, otherwise: string): Html {
  return html`<bdi>${oneLine(text) || otherwise}</bdi>`;
}

/** Links to the event's page and to add it to a calendar. */
function actions({ address }: Head, event: EventRecord): Html {
  const host = hostOf(event.url);
  return html`<ul class="links">${
    host === null ? "" : html`<li class="first">${external(event.url, html`Event page on ${host}`)}</li>`
  }<li><a href="${withinSite(address("ics"))}">Add to a calendar (.ics)</a></li><li><a href="${googleEvent(event)}">Add to Google Calendar</a></li></ul>`;
}

/** Link to Google Calendar's form for a new event: instants in UTC, or days with an exclusive end. */
function googleEvent(event: EventRecord): string {
  const { time: hour, startsAt, endsAt } = event;
  const dates =
    hour === undefined || startsAt === null
      ? [event.start, addDays(event.end, 1)].map((day) => day.replaceAll("-", ""))
      : [startsAt, endsAt ?? startsAt].map((moment) => `${moment.slice(0, 19).replace(/[-:]/g, "")}Z`);
  const search = new URLSearchParams({ action: "TEMPLATE", text: titleText(event), dates: dates.join("/") });
  const [place] = venueText(event) === null ? placesOf(event) : [locationOf(event)];
  const url = webLink(event.url);
  if (place) search.set("location", place);
  if (url !== null) search.set("details", url);
  return `https://calendar.google.com/calendar/render?${search.toString()}`;
}
