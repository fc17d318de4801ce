import { ATTRIBUTION, LICENSE_URL } from "../attribution.ts";
import { pieceOf } from "../bytes.ts";
import type { Renderer } from "../renderer.ts";
import { createJsonEvents, publicEvent } from "./event.ts";
import { renderEventList } from "./list.ts";

/** Events as records: `{title, self, …, events}`, and one event as an object of its own. */
export function jsonRenderer(): Renderer {
  const jsonEvent = createJsonEvents();
  return {
    each: jsonEvent,
    list: (head, events) => renderEventList(head, events.map(jsonEvent)),
    one: (_head, event) =>
      pieceOf(
        `${JSON.stringify({ ...publicEvent(event), attribution: ATTRIBUTION, license: LICENSE_URL }, null, 2)}\n`,
      ),
  };
}
