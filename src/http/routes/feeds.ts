import { Hono } from "hono";
import { FOLDERS, SINGLE_FEEDS } from "../../feeds.ts";
import { VIEWS } from "../../render/formats.ts";
import { pathOf, splitEnding } from "../format.ts";
import { answerList } from "../list.ts";
import { moved } from "../moved.ts";
import { nearFeeds } from "../near-feeds.ts";
import { problem } from "../problem.ts";
import type { Service } from "../service.ts";

/** Marks a request with a corrected path: its sender is redirected in any case, so an alias also redirects to the feed's slug. */
export interface Corrected {
  readonly corrected: true;
}

/** Event lists with all filters: `/events`, `/conferences`, `/regions/{slug}`, `/countries/{code}`, `/cities/{slug}`, `/groups/{slug}`. */
export function feedRoutes(service: Service): Hono {
  const routes = new Hono();

  for (const feed of SINGLE_FEEDS) {
    for (const view of VIEWS) {
      routes.get(pathOf(feed.path, view), async (c) => answerList(c, service, await service.current.get(), feed, view));
    }
  }

  for (const folder of FOLDERS) {
    routes.get(`/${folder}/:file`, async (c) => {
      const { name, view } = splitEnding(c.req.param("file"));
      const snapshot = await service.current.get();
      const [feed, ...others] = snapshot.feeds.find(folder, name);
      if (feed === undefined) {
        const feeds = snapshot.feeds.in(folder);
        const near = nearFeeds(feeds, name).map(({ path }) => pathOf(path, view));
        return problem(404, `/${folder} has no feed with this name; /feeds.json lists all feeds`, {
          members: { ...(near.length > 0 && { near }), allowed: feeds.map(({ slug }) => slug) },
        });
      }
      if (others.length > 0) {
        const allowed = [feed, ...others].map(({ slug }) => slug);
        return problem(404, `/${folder} has several feeds with this name: ${allowed.join(", ")}`, {
          members: { near: [feed, ...others].map(({ path }) => pathOf(path, view)), allowed },
        });
      }
      // A group's former address answers without a redirect, which not every calendar program follows.
      const { corrected = false } = (c.env ?? {}) as Partial<Corrected>;
      if (name !== feed.slug && (corrected || !feed.aliases?.includes(name))) {
        const { search } = new URL(c.req.url);
        return moved(`${pathOf(feed.path, view)}${search}`);
      }
      return answerList(c, service, snapshot, feed, view);
    });
  }

  return routes;
}
