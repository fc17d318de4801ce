import type { View } from "./format.ts";
import { htmlRenderer } from "./html/renderer.ts";
import { icsRenderer } from "./ics/renderer.ts";
import { jsonRenderer } from "./json/renderer.ts";
import type { Renderer } from "./renderer.ts";

/** Where the events are published. */
export interface Publisher {
  /** Public address without a slash at its end; empty when there is none. */
  readonly url: string;
  /** What follows the `@` in every iCalendar UID. */
  readonly domain: string;
}

/** A renderer for every view; each keeps what it has rendered of an event. */
export function createRenderers(publisher: Publisher): Readonly<Record<View, Renderer>> {
  return {
    ics: icsRenderer(publisher),
    json: jsonRenderer(),
    html: htmlRenderer(publisher),
  };
}
