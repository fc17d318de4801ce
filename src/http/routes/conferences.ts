import { Hono } from "hono";
import { suggest } from "../../query/suggest.ts";
import { pieceOf } from "../../render/bytes.ts";
import { TYPES } from "../../render/formats.ts";
import { seriesPath } from "../../render/html/links.ts";
import { securityOf } from "../../render/html/security.ts";
import { seriesPage } from "../../render/html/series.ts";
import { prepare } from "../answer.ts";
import { problem } from "../problem.ts";
import { refuseParameters, type Service } from "../service.ts";

/** The page of a series of conferences with all editions: `/conferences/{series}`. */
export function conferenceRoutes(service: Service): Hono {
  const routes = new Hono();
  routes.get("/conferences/:series", async (c) => {
    const refused = refuseParameters(c);
    if (refused !== null) return refused;
    const snapshot = await service.current.get();
    const name = c.req.param("series");
    const all = await snapshot.series();
    const series = all.find(({ slug }) => slug === name);
    if (series === undefined) {
      const allowed = all.map(({ slug }) => slug);
      const near = suggest(name.toLowerCase(), allowed, 3).map(seriesPath);
      return problem(404, "there is no series of conferences with this name", {
        members: { ...(near.length > 0 && { near }), allowed },
      });
    }
    const { timed, newestIssue, hoursChanged } = snapshot.edition;
    const path = seriesPath(series.slug);
    const prepared = snapshot.prepared(path, () =>
      prepare({
        body: pieceOf(seriesPage({ self: `${service.site.url}${path}`, timed }, series)),
        type: TYPES.html,
        changed: newestIssue,
        issue: newestIssue,
        hours: hoursChanged,
        headers: securityOf(timed, series.editions),
      }),
    );
    return service.answer(c.req.raw, await prepared);
  });
  return routes;
}
