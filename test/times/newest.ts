import { DateTime } from "luxon";
import { isAnnounced } from "../../src/model/announced.ts";
import { addDays } from "../../src/model/date.ts";
import type { DataSet, EventRecord } from "../../src/model/event.ts";
import { calendar, html, robots } from "./replay/answer.ts";
import { type LumaEvent, lumaCalendar, lumaUrl } from "./replay/luma.ts";
import { type MeetupEvent, meetupCalendar, meetupUrl } from "./replay/meetup.ts";
import { eventPage } from "./replay/page.ts";
import type { Replay } from "./replay/server.ts";

/** Who is asked for the events of a data set. */
export interface Organisers {
  readonly luma: readonly { readonly calendar_url: string; readonly calendar_id: string }[];
  readonly pages: readonly { readonly host: string }[];
}

/** The events of `data` that are upcoming on the day of its newest issue, and listed. */
export function comingOf({ events, newestIssue }: Pick<DataSet, "events" | "newestIssue">): readonly EventRecord[] {
  const today = newestIssue ?? "";
  return events.filter((event) => !isAnnounced(event) && event.end >= today && event.start <= addDays(today, 60));
}

/** The start time of an event in the replay, derived from its id, so that it differs between events. */
export function hourOf({ id }: Pick<EventRecord, "id">): number {
  return 16 + ([...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6);
}

/** Plays a calendar for each group, and a page for each event on hasgeek, that has all `events`; tells whom to ask. */
export function playOrganisers(server: Replay, events: readonly EventRecord[]): Organisers {
  const meetup = new Map<string, EventRecord[]>();
  const luma = new Map<string, EventRecord[]>();
  for (const host of ["www.meetup.com", "api.lu.ma", "hasgeek.com"])
    server.set(`https://${host}/robots.txt`, robots("User-agent: *\nDisallow: /private/\n"));
  for (const each of events) {
    const event = { ...each, url: pageOfGroup(each) };
    const url = URL.parse(event.url ?? "");
    const [, group = ""] = url?.pathname.split("/") ?? [];
    if (url?.hostname === "www.meetup.com") push(meetup, group, event);
    else if (url?.hostname === "luma.com") push(luma, event.groups[0]?.url ?? "", event);
    else if (url?.hostname === "hasgeek.com") server.set(url.href, html(eventPage(pageOf(event, url.href))));
  }
  for (const [slug, all] of meetup) {
    const zone = all[0]?.timeZone ?? "Europe/London";
    const some: MeetupEvent[] = all.map((event) => ({
      id: event.url?.split("/events/")[1]?.replace(/\/.*/, "") ?? "",
      start: `${event.start}T${hourOf(event)}:00:00`,
      end: `${event.start}T${hourOf(event) + 2}:30:00`,
    }));
    server.set(meetupUrl(slug), calendar(meetupCalendar({ slug, zone, events: some })));
  }
  const calendars = [...luma.keys()].map((url, at) => ({ calendar_url: url, calendar_id: `cal-Example${at}` }));
  for (const { calendar_url, calendar_id } of calendars) {
    const some = (luma.get(calendar_url) ?? []).map((event): LumaEvent => {
      const [start, end] = instantsOf(event);
      return { slug: event.url?.split("/").at(-1) ?? "", id: `AAAA${event.id.slice(0, 4)}`, start, end };
    });
    server.set(lumaUrl(calendar_id), calendar(lumaCalendar({ name: calendar_url, events: some })));
  }
  return { luma: calendars, pages: [{ host: "hasgeek.com" }] };
}

/** The event's page on its group's host; without one, its page. */
function pageOfGroup({ url, links, groups }: EventRecord): string | null {
  const host = URL.parse(groups[0]?.url ?? "")?.hostname;
  return [url, ...links.map((link) => link.url)].find((page) => URL.parse(page ?? "")?.hostname === host) ?? url;
}

function instantsOf(event: EventRecord): readonly [string, string] {
  const start = DateTime.fromISO(`${event.start}T${hourOf(event)}:00:00`, { zone: event.timeZone ?? "utc" });
  const text = (time: DateTime) => time.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
  return [text(start), text(start.plus({ hours: 2 }))];
}

function pageOf(event: EventRecord, url: string) {
  const at = (hour: number) =>
    DateTime.fromISO(`${event.start}T${hour}:00:00`, { zone: event.timeZone ?? "utc" }).toFormat(
      "yyyy-MM-dd'T'HH:mm:ssZZ",
    );
  return { url, startDate: at(hourOf(event)), endDate: at(hourOf(event) + 2) };
}

function push(map: Map<string, EventRecord[]>, key: string, event: EventRecord): void {
  map.set(key, [...(map.get(key) ?? []), event]);
}
