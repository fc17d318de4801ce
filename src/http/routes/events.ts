import { Hono } from "hono";
import type { EventRecord } from "../../model/event.ts";
import { ATTRIBUTION, LICENSE_URL } from "../../render/attribution.ts";
import { type Piece, pieceOf } from "../../render/bytes.ts";
import { renderCalendar } from "../../render/ics/calendar.ts";
import { summaryOf } from "../../render/ics/describe.ts";
import { publicEvent } from "../../render/json/event.ts";
import { answer, prepare } from "../answer.ts";
import { type Format, fileName, splitEnding, TYPES } from "../format.ts";
import { problem } from "../problem.ts";
import { refuseParameters, type Service } from "../service.ts";

/** One event with its history and sources: `/events/{id}.*`. */
export function eventRoutes(service: Service): Hono {
  const routes = new Hono();
  routes.get("/events/:file", async (c) => {
    const file = splitEnding(c.req.param("file"));
    if (file === null) return c.notFound();
    const refused = refuseParameters(c);
    if (refused !== null) return refused;
    const snapshot = await service.current.get();
    const event = snapshot.event(file.name);
    if (event === undefined) return problem(404, "no event has this id; /events.json lists them");
    const prepared = snapshot.prepared(`/events/${event.id}.${file.format}`, () =>
      prepare({
        body: bodyOf(service, event, file.format),
        type: TYPES[file.format],
        changed: event.updated,
        headers: { link: `<${LICENSE_URL}>; rel="license"`, "content-disposition": fileName(event.id, file.format) },
      }),
    );
    return answer(c.req.raw, prepared);
  });
  return routes;
}

function bodyOf(service: Service, event: EventRecord, format: Format): Piece {
  if (format === "json") {
    const body = { ...publicEvent(event), attribution: ATTRIBUTION, license: LICENSE_URL };
    return pieceOf(`${JSON.stringify(body, null, 2)}\n`);
  }
  const source = `${service.site.url}/events/${encodeURIComponent(event.id)}.ics`;
  return renderCalendar({ name: summaryOf(event), source, page: `${service.site.url}/` }, [service.vevent(event)]);
}
