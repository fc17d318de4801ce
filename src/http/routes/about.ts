import { Hono } from "hono";
import type { LocalDate } from "../../model/date.ts";
import { ATTRIBUTION, LICENSE_URL } from "../../render/attribution.ts";
import { type Piece, pieceOf } from "../../render/bytes.ts";
import { TYPES } from "../../render/formats.ts";
import { feedsPage } from "../../render/html/feeds.ts";
import { SECURITY } from "../../render/html/security.ts";
import { prepare } from "../answer.ts";
import { catalogueOf } from "../catalogue.ts";
import { filtered, firstPage } from "../first-page.ts";
import { freshnessOf } from "../freshness.ts";

import { describedBy } from "../links.ts";
import { schemaAddress } from "../openapi/schemas.ts";
import type { PublicSyncState } from "../openapi/sync-schema.ts";
import { refuseParameters, type Service } from "../service.ts";
import type { Snapshot } from "../snapshot.ts";
import { timesStatus } from "../times-status.ts";

/** The home page, the list of feeds and the status: `/`, `/feeds`, `/feeds.json`, `/health`, `/robots.txt`. */
export function aboutRoutes(service: Service): Hono {
  const { current, clock, site } = service;
  const routes = new Hono();

  routes.get("/", async (c) => {
    const location = filtered(new URL(c.req.url).searchParams);
    if (location !== null) return new Response(null, { status: 302, headers: { location } });
    const snapshot = await current.get();
    const today = clock.today();
    return service.answer(c.req.raw, await snapshot.prepared(`/ ${today}`, () => firstPage(snapshot, site, today)));
  });

  routes.get("/feeds", async (c) => {
    const refused = refuseParameters(c);
    if (refused !== null) return refused;
    const snapshot = await current.get();
    const today = clock.today();
    const prepared = snapshot.prepared(`/feeds ${today}`, async () => {
      const feeds = (await catalogueOf(snapshot, site, today)).map(({ feed: { kind, path }, title, upcoming }) => {
        return { kind, title, path: encodeURI(path), upcoming };
      });
      const { timed } = snapshot.edition;
      const head = { self: `${site.url}/feeds`, json: `${site.url}/feeds.json`, timed };
      const body = pieceOf(feedsPage(head, feeds));
      return prepare({
        body,
        type: TYPES.html,
        changed: today,
        issue: snapshot.edition.newestIssue,
        hours: snapshot.edition.hoursChanged,
        headers: SECURITY,
      });
    });
    return service.answer(c.req.raw, await prepared);
  });

  routes.get("/feeds.json", async (c) => {
    const refused = refuseParameters(c);
    if (refused !== null) return refused;
    const snapshot = await current.get();
    const today = clock.today();
    const prepared = snapshot.prepared(`/feeds.json ${today}`, async () =>
      prepare({
        body: await feedsJson(service, snapshot, today),
        type: TYPES.json,
        changed: today,
        issue: snapshot.edition.newestIssue,
        hours: snapshot.edition.hoursChanged,
        headers: { link: describedBy(schemaAddress("feeds", site.url)) },
      }),
    );
    return service.answer(c.req.raw, await prepared);
  });

  routes.get("/health", async (c) => {
    const { edition } = await current.get();
    const trouble = current.trouble();
    const { version, newestIssue, counts } = edition;
    const { ageDays, stale } = freshnessOf(newestIssue, clock.today());
    const sync = service.syncState && (await publicState(service.syncState));
    const times = await timesStatus(service, current);
    const isOk = trouble === null && !needsAttention(sync) && !times?.trouble && !times?.halved;
    const body = {
      status: isOk ? "ok" : "degraded",
      version,
      newestIssue,
      ageDays,
      stale,
      counts,
      trouble,
      ...(service.syncState && { sync }),
      ...(times && { times }),
    };
    const link = describedBy(schemaAddress("health", site.url));
    return c.json(body, 200, { "cache-control": "no-store", link });
  });

  routes.get("/robots.txt", (c) =>
    c.text("User-agent: *\nAllow: /\n", 200, { "cache-control": "public, max-age=86400" }),
  );

  return routes;
}

/** Whether the sync fails, or waits for a decision. */
function needsAttention(sync: PublicSyncState | null): boolean {
  return sync !== null && (sync.failingSince !== null || sync.held.length > 0 || sync.left !== null);
}

/** Null if the state cannot be read. */
async function publicState(load: NonNullable<Service["syncState"]>): Promise<PublicSyncState | null> {
  const state = await load().catch(() => null);
  if (state === null) return null;
  const { settled: _, ...shown } = state;
  return shown;
}

async function feedsJson({ site }: Service, snapshot: Snapshot, today: LocalDate): Promise<Piece> {
  const feeds = (await catalogueOf(snapshot, site, today)).map(({ feed, title, events, upcoming, links }) => ({
    kind: feed.kind,
    slug: feed.slug,
    title,
    path: encodeURI(feed.path),
    events,
    upcoming,
    ...(feed.lastSeen === undefined ? {} : { lastSeen: feed.lastSeen, cadence: feed.cadence }),
    ics: links.https,
    json: `${site.url}${encodeURI(feed.path)}.json`,
    webcal: links.webcal,
    google: links.google,
    outlook: links.outlook,
  }));
  const rows = feeds.map((feed) => JSON.stringify(feed)).join(",\n");
  const head = { attribution: ATTRIBUTION, license: LICENSE_URL, newestIssue: snapshot.edition.newestIssue };
  return pieceOf(`${JSON.stringify(head).slice(0, -1)},"feeds":[\n${rows}\n]}\n`);
}
