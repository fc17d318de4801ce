import { meetupGroupOf } from "../model/meetup.ts";
import { canonicalLink } from "../normalize/link.ts";
import { eventId } from "./address.ts";
import { readVevents, statusOf } from "./icalendar.ts";
import type { Source } from "./source.ts";

/** Prefix of the ids of events on Meetup. */
const PAGES = "meetup.com/events/";

/**
 * A group's calendar on Meetup: `https://www.meetup.com/rust-berlin/events/ical/`. It contains the next events, at most ten, with
 * TZID, without venues, and with a STATUS that is always CONFIRMED.
 */
export const meetup: Source = {
  kind: "meetup",
  mostBytes: 1024 * 1024,
  accept: "text/calendar",
  mostEntries: 10,
  calendarOf(event, organisers) {
    const keys = [event.url, ...event.links.map(({ url }) => url), ...event.groups.map(({ url }) => url)];
    const group = keys.map((url) => meetupGroupOf(canonicalLink(url)?.key ?? "")).find((key) => key !== null);
    if (group === undefined || group === null) return null;
    const url = `https://www.${group}/events/ical/`;
    const listed = organisers.meetup.find((entry) => meetupGroupOf(canonicalLink(entry.url)?.key ?? "") === group);
    const token = listed?.required_title_token?.toLowerCase();
    const groups = event.groups.map(({ slug }) => slug);
    return { kind: "meetup", url, groups, ...(token === undefined ? {} : { titleToken: token }) };
  },
  read(body, _urls, near) {
    const { events, left } = readVevents(body, near);
    const entries = events.flatMap((event) => {
      const { uid, start, end, text } = event;
      const id = eventId(text("url"));
      if (!id?.startsWith(PAGES) || uid !== `event_${id.slice(id.lastIndexOf("/") + 1)}@meetup.com`) return [];
      return { ids: [id], title: text("summary"), start, end, venue: null, status: statusOf(event) };
    });
    return { entries, problems: leftOut(left + events.length - entries.length) };
  },
  refusals: (status, body) => {
    if (status === 404) return "not-found";
    return status === 403 && /"message"\s*:\s*"Invalid feed signature"/.test(body) ? "private" : null;
  },
};

function leftOut(count: number) {
  return count === 0
    ? []
    : [{ rule: "entry-unknown", message: `${count} without UID, start or address in the format of Meetup` }];
}
