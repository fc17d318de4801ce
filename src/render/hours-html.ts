import { html } from "hono/html";
import type { EventRecord } from "../model/event.ts";
import { hoursOf, momentsOf, zoneText } from "./hours.ts";

/** `19:00–21:30 (Europe/Berlin)`, `from 19:00`, with `<time>` elements; null for all-day events. */
export function hoursHtml(event: EventRecord) {
  const { time } = event;
  const moments = momentsOf(event);
  if (time === undefined || moments === null) return null;
  const { from, to, later } = hoursOf(time);
  const zone = zoneText(event, time);
  const first = html`<time datetime="${moments.start}">${from}</time>`;
  const last = moments.end === null || to === null ? null : html`<time datetime="${moments.end}">${to}</time>`;
  const hours = last === null ? html`from ${first}` : html`${first}–${last}`;
  return html`${hours}${later === "" ? "" : ` ${later}`}${zone === "" ? "" : ` ${zone}`}`;
}
