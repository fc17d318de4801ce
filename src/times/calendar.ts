import { eventId } from "./address.ts";
import { readVevents, statusOf } from "./icalendar.ts";
import type { Source } from "./source.ts";
import { venueOf } from "./venue.ts";

/** An iCalendar file on a group's own site, listed by hand. URL and STATUS of its events are trusted. */
export const calendar: Source = {
  kind: "calendar",
  mostBytes: 1024 * 1024,
  accept: "text/calendar",
  mostEntries: Number.POSITIVE_INFINITY,
  calendarOf(event, organisers) {
    const found = organisers.calendars.find(({ group }) => event.groups.some(({ slug }) => slug === group));
    return found === undefined ? null : { kind: "calendar", url: found.url, groups: [found.group] };
  },
  read(body, _urls, near) {
    const { events, left } = readVevents(body, near);
    const entries = events.map((event) => {
      const { start, end, text } = event;
      const id = eventId(text("url") || null);
      return {
        ids: id === null ? [] : [id],
        title: text("summary"),
        start,
        end,
        venue: venueOf(null, text("location")),
        status: statusOf(event),
      };
    });
    return {
      entries,
      problems: left === 0 ? [] : [{ rule: "entry-unknown", message: `${left} without UID or start` }],
    };
  },
  refusals: (status) => (status === 404 || status === 410 ? "not-found" : status === 401 ? "private" : null),
};
