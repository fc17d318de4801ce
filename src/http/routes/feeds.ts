import { type Context, Hono } from "hono";
import { ALL_EVENTS, type Feed, REGION_FEEDS, titleOf } from "../../feeds.ts";
import { pageOf } from "../../query/page.ts";
import { type EventQuery, toSearch } from "../../query/query.ts";
import { regionOf, regionSlug } from "../../query/region.ts";
import { selectEvents } from "../../query/select.ts";
import { lastDeparture, type Window, windowOf, within } from "../../query/window.ts";
import { LICENSE_URL } from "../../render/attribution.ts";
import { renderCalendar } from "../../render/ics/calendar.ts";
import { renderEventList } from "../../render/json/list.ts";
import { answer, type Content, prepare } from "../answer.ts";
import { FORMATS, type Format, fileName, splitEnding, TYPES } from "../format.ts";
import { problem, refusal } from "../problem.ts";
import type { Service } from "../service.ts";
import type { Snapshot } from "../snapshot.ts";

/** Event lists, each as every format and with every filter: `/events.*`, `/regions/{slug}.*`, `/groups/{slug}.*`. */
export function feedRoutes(service: Service): Hono {
  const routes = new Hono();

  for (const format of FORMATS) {
    routes.get(`/events.${format}`, async (c) => {
      const snapshot = await service.current.get();
      return list(c, service, snapshot, ALL_EVENTS, format);
    });
  }

  routes.get("/regions/:file", async (c) => {
    const file = splitEnding(c.req.param("file"));
    if (file === null) return c.notFound();
    const region = regionOf(file.name);
    const snapshot = await service.current.get();
    const feed = region && snapshot.feed(`/regions/${regionSlug(region)}`);
    const regions = REGION_FEEDS.map(({ slug }) => slug);
    if (feed === undefined) return problem(404, "there is no feed of such a region", { members: { allowed: regions } });
    if (file.name !== feed.slug) return moved(c, feed, file.format);
    return list(c, service, snapshot, feed, file.format);
  });

  routes.get("/groups/:file", async (c) => {
    const file = splitEnding(c.req.param("file"));
    if (file === null) return c.notFound();
    const snapshot = await service.current.get();
    const feed = snapshot.feed(`/groups/${file.name}`) ?? snapshot.feed(`/groups/${file.name.toLowerCase()}`);
    if (feed === undefined) {
      const allowed = snapshot.feeds().flatMap(({ kind, slug }) => (kind === "group" ? slug : []));
      return problem(404, "no such group was ever listed; see /feeds.json", { members: { allowed } });
    }
    if (file.name !== feed.slug) return moved(c, feed, file.format);
    return list(c, service, snapshot, feed, file.format);
  });

  return routes;
}

async function list(c: Context, service: Service, snapshot: Snapshot, feed: Feed, format: Format): Promise<Response> {
  const parsed = snapshot.parse(new URL(c.req.url).searchParams);
  if (!parsed.ok) return refusal(parsed.refused);
  const { query } = parsed;
  const window = windowOf(query, service.clock.today());
  const key = `${feed.path}.${format}${toSearch(query)} ${window.from}`;
  const prepared = snapshot.prepared(key, () => prepare(contentOf({ service, snapshot, feed, format, query, window })));
  return answer(c.req.raw, prepared);
}

/** To the one path of the feed: `/regions/Online.ics` → `/regions/virtual.ics`. */
function moved(c: Context, feed: Feed, format: Format): Response {
  c.header("access-control-allow-origin", "*");
  return c.redirect(`${encodeURI(feed.path)}.${format}${new URL(c.req.url).search}`, 308);
}

interface Asked {
  readonly service: Service;
  readonly snapshot: Snapshot;
  readonly feed: Feed;
  readonly format: Format;
  readonly query: EventQuery;
  readonly window: Window;
}

function contentOf({ service, snapshot, feed, format, query, window }: Asked): Content {
  const { events, newestIssue } = snapshot.data;
  const found = selectEvents(events, [feed.query, query]);
  const page = pageOf(within(found, window), query, newestIssue);
  const address = (ending: Format, asked: EventQuery) =>
    `${service.site.url}${encodeURI(feed.path)}.${ending}${toSearch(asked)}`;
  const name = titleOf(feed, query);
  const self = address(format, query);
  const next = page.next === null ? null : address(format, { ...query, cursor: page.next });
  const body =
    format === "ics"
      ? renderCalendar({ name, source: self, page: `${service.site.url}/` }, page.events.map(service.vevent))
      : renderEventList({ title: name, self, next, total: page.total }, page.events.map(service.jsonEvent));
  const alternates = FORMATS.filter((other) => other !== format).map(
    (other) => `<${address(other, query)}>; rel="alternate"; type="${TYPES[other].split(";")[0]}"`,
  );
  const links = [`<${LICENSE_URL}>; rel="license"`, ...alternates, ...(next === null ? [] : [`<${next}>; rel="next"`])];
  const left = lastDeparture(found, window, service.clock.today());
  return {
    body,
    type: TYPES[format],
    changed: left !== null && newestIssue !== null && left > newestIssue ? left : newestIssue,
    headers: { link: links.join(", "), "content-disposition": fileName(feed.slug, format) },
  };
}
