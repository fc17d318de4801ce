import { Hono } from "hono";
import type { Instant } from "../../model/times.ts";
import { TYPES, VIEWS, type View } from "../../render/formats.ts";
import { securityOf } from "../../render/html/security.ts";
import type { Head } from "../../render/renderer.ts";
import { prepare } from "../answer.ts";
import { fileName, pathOf, splitEnding } from "../format.ts";
import { linkHeader } from "../links.ts";
import { moved } from "../moved.ts";
import { schemaAddress } from "../openapi/schemas.ts";
import { problem } from "../problem.ts";
import { refuseParameters, type Service } from "../service.ts";

/** One event with its history and sources, in every format: `/events/{id}`; its aliases redirect to it. */
export function eventRoutes(service: Service): Hono {
  const routes = new Hono();
  routes.get("/events/:file", async (c) => {
    const { name, view } = splitEnding(c.req.param("file"));
    const refused = refuseParameters(c);
    if (refused !== null) return refused;
    const snapshot = await service.current.get();
    const event = await snapshot.event(name);
    if (event === undefined)
      return problem(404, "there is no event with this id", { members: { allowed: ["/events.json"] } });
    const path = `/events/${event.id}`;
    if (event.id !== name) return moved(pathOf(path, view));
    const today = service.clock.today();
    const day = view === "html" ? today : "";
    const { timed, hoursChanged } = snapshot.edition;
    // The other formats do not contain the time of the reading.
    const showsReading = view === "html" || view === "json";
    const reading = showsReading && timed ? await snapshot.edition.reading?.(event.id) : undefined;
    const prepared = snapshot.prepared(`${pathOf(path, view)} ${day}${reading?.lastRead ?? ""}`, () => {
      const address = (other: View) => `${service.site.url}${pathOf(path, other)}`;
      const { title, updated } = event;
      const around = { title, region: null, self: address(view), next: null, total: 1, updated, today, address };
      const head: Head = { ...around, ...(timed && { timed }), ...(reading && { reading }) };
      const link = linkHeader(head, view, schemaAddress("event", service.site.url), VIEWS);
      return prepare({
        body: service.renderers[view].one(head, event),
        type: TYPES[view],
        // Not the day of the event's last change: each issue that lists it again adds a source.
        changed: view === "html" ? today : snapshot.edition.newestIssue,
        issue: snapshot.edition.newestIssue,
        hours: laterOf(reading?.lastRead, hoursChanged),
        headers:
          view === "html"
            ? { link, ...securityOf(timed, [event]) }
            : { link, "content-disposition": fileName(event.id, view) },
      });
    });
    return service.answer(c.req.raw, await prepared);
  });
  return routes;
}

function laterOf(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  return one !== undefined && (other === undefined || one > other) ? one : other;
}
