import { Hono } from "hono";
import { ALL_EVENTS, type Feed, FOLDERS } from "../../feeds.ts";
import { VIEWS, type View } from "../../render/format.ts";
import { pathOf, splitEnding } from "../format.ts";
import { answerList } from "../list.ts";
import { problem } from "../problem.ts";
import type { Service } from "../service.ts";

/** Event lists in every view and with every filter: `/events`, `/regions/{slug}`, `/countries/{code}`, `/cities/{slug}`, `/groups/{slug}`. */
export function feedRoutes(service: Service): Hono {
  const routes = new Hono();

  for (const view of VIEWS) {
    routes.get(pathOf(ALL_EVENTS.path, view), async (c) =>
      answerList(c, service, await service.current.get(), ALL_EVENTS, view),
    );
  }

  for (const folder of FOLDERS) {
    routes.get(`/${folder}/:file`, async (c) => {
      const { name, view } = splitEnding(c.req.param("file"));
      const snapshot = await service.current.get();
      const [feed, ...others] = snapshot.feeds.find(folder, name);
      if (feed === undefined) {
        const allowed = snapshot.feeds.in(folder).map(({ slug }) => slug);
        return problem(404, `there is no feed of that name in /${folder}; see /feeds.json`, { members: { allowed } });
      }
      if (others.length > 0) {
        const allowed = [feed, ...others].map(({ slug }) => slug);
        return problem(404, `several feeds in /${folder} have that name: ${allowed.join(", ")}`, {
          members: { allowed },
        });
      }
      // Programs that were given a group's former address need not follow a redirect.
      if (name !== feed.slug && !feed.aliases?.includes(name)) return moved(feed, view, new URL(c.req.url).search);
      return answerList(c, service, snapshot, feed, view);
    });
  }

  return routes;
}

/** To the one path of the feed: `/regions/Online.ics` → `/regions/virtual.ics`. */
function moved(feed: Feed, view: View, search: string): Response {
  const location = `${pathOf(feed.path, view)}${search}`;
  return new Response(null, { status: 308, headers: { location, "access-control-allow-origin": "*" } });
}
