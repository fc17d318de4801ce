import { canonicalLink } from "../normalize/link.ts";
import { eventId } from "./address.ts";
import { readVevents, statusOf, type Vevent } from "./icalendar.ts";
import type { Source } from "./source.ts";
import { venueOf } from "./venue.ts";

const PAGE = /^(?:Get up-to-date information at|Find more information on): (https:\/\/(?:luma\.com|lu\.ma)\/\S+)/;
const PAGE_BARE = /^Find more information on (https:\/\/(?:luma\.com|lu\.ma)\/\S+)/;

/**
 * A calendar on Luma: `https://api.lu.ma/ics/get?entity=calendar&id=cal-…`, with an id from `data/organisers.json`. It contains
 * the complete history, in UTC; STATUS and SEQUENCE are not meaningful. The first line of DESCRIPTION contains the event's page;
 * the rest of it is not read. For an external event that is only listed on Luma, LOCATION is the page.
 */
export const luma: Source = {
  kind: "luma",
  mostBytes: 5 * 1024 * 1024,
  accept: "text/calendar",
  mostEntries: Number.POSITIVE_INFINITY,
  calendarOf(event, organisers) {
    const keys = new Set(event.groups.flatMap(({ url }) => canonicalLink(url)?.key ?? []));
    const found = organisers.luma.find(
      ({ calendar_url, group }) =>
        keys.has(canonicalLink(calendar_url)?.key ?? "") || event.groups.some(({ slug }) => slug === group),
    );
    if (found === undefined) return null;
    const url = `https://api.lu.ma/ics/get?entity=calendar&id=${found.calendar_id}`;
    return { kind: "luma", url, groups: event.groups.map(({ slug }) => slug) };
  },
  read(body, _urls, near) {
    const { events, left } = readVevents(body, near);
    const entries = events.flatMap((event) => {
      const id = pageOf(event);
      if (id === null) return [];
      const { start, end, text } = event;
      return {
        ids: [id],
        title: text("summary"),
        start,
        end,
        venue: venueOf(null, text("location")),
        status: statusOf(event),
      };
    });
    const count = left + events.length - entries.length;
    return {
      entries,
      problems:
        count === 0
          ? []
          : [{ rule: "entry-unknown", message: `${count} without UID, start or page in the format of Luma` }],
    };
  },
  refusals: (status) => (status === 404 ? "not-found" : null),
};

function pageOf({ uid, text }: Vevent): string | null {
  const [first = ""] = text("description").split("\n", 1);
  if (uid.startsWith("evt-")) return eventId(PAGE.exec(first)?.[1] ?? null);
  if (!uid.startsWith("calev-")) return null;
  const elsewhere = /^https?:\/\/\S+$/.test(text("location")) ? eventId(text("location")) : null;
  return elsewhere ?? eventId(PAGE_BARE.exec(first)?.[1] ?? null);
}
