import { Hono } from "hono";
import type { LocalDate } from "../../model/date.ts";
import { ATTRIBUTION, LICENSE_URL } from "../../render/attribution.ts";
import { type Piece, pieceOf } from "../../render/bytes.ts";
import { TYPES } from "../../render/format.ts";
import { homePage } from "../../render/html/home.ts";
import { SECURITY } from "../../render/html/layout.ts";
import { prepare } from "../answer.ts";
import { catalogueOf } from "../catalogue.ts";
import { freshnessOf } from "../freshness.ts";
import { refuseParameters, type Service } from "../service.ts";
import type { Snapshot } from "../snapshot.ts";

/** What there is and how it is: `/`, `/feeds.json`, `/health`, `/robots.txt`. */
export function aboutRoutes(service: Service): Hono {
  const { current, clock, site } = service;
  const routes = new Hono();

  routes.get("/", async (c) => {
    const snapshot = await current.get();
    const today = clock.today();
    const prepared = snapshot.prepared(`/ ${today}`, () => {
      const feeds = catalogueOf(snapshot, site, today);
      const { newestIssue } = snapshot.data;
      return prepare({
        body: pieceOf(
          homePage({ site: site.url, feeds: feeds.map(shown), newestIssue, ...freshnessOf(newestIssue, today) }),
        ),
        type: "text/html; charset=utf-8",
        changed: today,
        headers: SECURITY,
      });
    });
    return service.answer(c.req.raw, prepared);
  });

  routes.get("/feeds.json", async (c) => {
    const refused = refuseParameters(c);
    if (refused !== null) return refused;
    const snapshot = await current.get();
    const today = clock.today();
    const prepared = snapshot.prepared(`/feeds.json ${today}`, () =>
      prepare({ body: feedsJson(service, snapshot, today), type: TYPES.json, changed: today }),
    );
    return service.answer(c.req.raw, prepared);
  });

  routes.get("/health", async (c) => {
    const { data } = await current.get();
    const trouble = current.trouble();
    const { version, newestIssue, issues, groups, events } = data;
    const counts = { issues: issues.length, groups: groups.length, events: events.length };
    const { ageDays, stale } = freshnessOf(newestIssue, clock.today());
    const status = trouble === null ? "ok" : "degraded";
    const body = { status, version, newestIssue, ageDays, stale, counts, trouble };
    return c.json(body, 200, { "cache-control": "no-store", "access-control-allow-origin": "*" });
  });

  routes.get("/robots.txt", (c) =>
    c.text("User-agent: *\nAllow: /\n", 200, { "cache-control": "public, max-age=86400" }),
  );

  return routes;
}

type Entry = ReturnType<typeof catalogueOf>[number];

function shown({ feed, title, upcoming, links }: Entry) {
  return {
    kind: feed.kind,
    title,
    upcoming,
    links,
    lastSeen: feed.lastSeen ?? null,
    json: `${encodeURI(feed.path)}.json`,
  };
}

function feedsJson({ site }: Service, snapshot: Snapshot, today: LocalDate): Piece {
  const feeds = catalogueOf(snapshot, site, today).map(({ feed, title, events, upcoming, links }) => ({
    kind: feed.kind,
    slug: feed.slug,
    title,
    path: feed.path,
    events,
    upcoming,
    ...(feed.lastSeen === undefined ? {} : { lastSeen: feed.lastSeen }),
    ics: links.https,
    json: `${site.url}${encodeURI(feed.path)}.json`,
    webcal: links.webcal,
    google: links.google,
    outlook: links.outlook,
  }));
  const rows = feeds.map((feed) => JSON.stringify(feed)).join(",\n");
  const head = { attribution: ATTRIBUTION, license: LICENSE_URL, newestIssue: snapshot.data.newestIssue };
  return pieceOf(`${JSON.stringify(head).slice(0, -1)},"feeds":[\n${rows}\n]}\n`);
}
