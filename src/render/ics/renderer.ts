import { mainRegion } from "../color.ts";
import { summaryOf } from "../describe.ts";
import type { Head, Renderer } from "../renderer.ts";
import { type CalendarHead, renderCalendar } from "./calendar.ts";
import { createVevents } from "./event.ts";

/** iCalendar, RFC 5545 and 7986. */
export function icsRenderer({ domain }: { readonly domain: string }): Renderer {
  const vevent = createVevents(domain);
  const calendarHead = (head: Head): CalendarHead => ({
    name: head.title,
    source: head.self,
    page: head.address("html"),
    region: head.region,
  });
  return {
    each: vevent,
    list: (head, events) => renderCalendar(calendarHead(head), events.map(vevent)),
    one: (head, event) =>
      renderCalendar({ ...calendarHead(head), name: summaryOf(event), region: mainRegion(event.regions) }, [
        vevent(event),
      ]),
  };
}
