import type { Renderer } from "../renderer.ts";
import { renderCalendar } from "./calendar.ts";
import { summaryOf } from "./describe.ts";
import { createVevents } from "./event.ts";

/** iCalendar, RFC 5545 and 7986. */
export function icsRenderer({ url, domain }: { readonly url: string; readonly domain: string }): Renderer {
  const vevent = createVevents(domain);
  const page = `${url}/`;
  return {
    list: (head, events) => renderCalendar({ name: head.title, source: head.self, page }, events.map(vevent)),
    one: (head, event) => renderCalendar({ name: summaryOf(event), source: head.self, page }, [vevent(event)]),
  };
}
