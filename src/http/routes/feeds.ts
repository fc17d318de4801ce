import { Hono } from "hono";
import { ALL_EVENTS, FOLDERS } from "../../feeds.ts";
import { VIEWS } from "../../render/formats.ts";
import { pathOf, splitEnding } from "../format.ts";
import { answerList } from "../list.ts";
import { moved } from "../moved.ts";
import { nearFeeds } from "../near-feeds.ts";
import { problem } from "../problem.ts";
import type { Service } from "../service.ts";

/** What the app hands on with a request whose path it put right: whoever sent it is led on anyway, to the feed's own slug. */
export interface Respelled {
  readonly respelled: true;
}

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
        const feeds = snapshot.feeds.in(folder);
        const near = nearFeeds(feeds, name).map(({ path }) => pathOf(path, view));
        return problem(404, `there is no feed of that name in /${folder}; see /feeds.json`, {
          members: { ...(near.length > 0 && { near }), allowed: feeds.map(({ slug }) => slug) },
        });
      }
      if (others.length > 0) {
        const allowed = [feed, ...others].map(({ slug }) => slug);
        return problem(404, `several feeds in /${folder} have that name: ${allowed.join(", ")}`, {
          members: { near: [feed, ...others].map(({ path }) => pathOf(path, view)), allowed },
        });
      }
      // Programs that were given a group's former address need not follow a redirect.
      const { respelled = false } = (c.env ?? {}) as Partial<Respelled>;
      if (name !== feed.slug && (respelled || !feed.aliases?.includes(name))) {
        const { search } = new URL(c.req.url);
        return moved(`${pathOf(feed.path, view)}${search}`);
      }
      return answerList(c, service, snapshot, feed, view);
    });
  }

  return routes;
}
