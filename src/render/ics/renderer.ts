import { mainRegion } from "../color.ts";
import { summaryOf } from "../describe.ts";
import { type FormatRecord, rfc } from "../format.ts";
import type { Head, Renderer } from "../renderer.ts";
import { type CalendarHead, renderCalendar } from "./calendar.ts";
import { createVevents } from "./event.ts";

export const ICS: FormatRecord<"ics"> = {
  ending: "ics",
  type: "text/calendar; charset=utf-8",
  name: "iCalendar",
  specification: rfc(5545),
  renderer: icsRenderer,
};

/** iCalendar, RFC 5545 and RFC 7986. */
function icsRenderer({ domain }: { readonly domain: string }): Renderer {
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
