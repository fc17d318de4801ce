import { type Context, Hono } from "hono";
import type { Clock, Log, SyncState } from "../ports.ts";
import { alike } from "../query/alike.ts";
import { FORMATS } from "../render/formats.ts";
import { createRenderers } from "../render/renderers.ts";
import { uri } from "../render/uri.ts";
import { createAnswer } from "./answer.ts";
import { EVERY_ANSWER, preflight } from "./cors.ts";
import { followStore, NoData, type ServedStore } from "./current.ts";
import type { Encoders } from "./encodings.ts";
import { refuseExcess } from "./limits.ts";
import { moved } from "./moved.ts";
import { createPrime } from "./prime.ts";
import { METHODS, methodNotAllowed, problem } from "./problem.ts";
import { asAsked } from "./problem-page.ts";
import { aboutRoutes } from "./routes/about.ts";
import { changesRoutes } from "./routes/changes.ts";
import { eventRoutes } from "./routes/events.ts";
import { feedRoutes, type Respelled } from "./routes/feeds.ts";
import { openApiRoutes } from "./routes/openapi.ts";
import type { Service } from "./service.ts";
import type { Site } from "./site.ts";
import type { Keeping } from "./snapshot.ts";
import { rightPath } from "./spelling.ts";

/** What the app needs from the outside. */
export interface AppOptions {
  readonly store: ServedStore;
  readonly clock: Clock;
  readonly site: Site;
  /** Is told when a data set cannot be read. */
  readonly log?: Pick<Log, "warn">;
  /** Compress bodies, each once; none where the runtime's edge does. */
  readonly encoders?: Encoders;
  /** Where answers are kept; in memory unless told. */
  readonly keeping?: Keeping;
  /** How the sync fares that nobody watches, for `/health`; null before its first run. */
  readonly syncState?: () => Promise<SyncState | null>;
}

/** Every path that gives an answer, as the README lists them; `.*` stands for each of the formats, and for none: the page. */
export const PATHS = [
  "/",
  "/events.*",
  "/events/{id}.*",
  "/regions/{slug}.*",
  "/countries/{code}.*",
  "/cities/{slug}.*",
  "/groups/{slug}.*",
  "/changes",
  "/changes.json",
  "/changes.atom",
  "/feeds",
  "/feeds.json",
  "/health",
  "/openapi.json",
  "/docs",
  "/schema/{name}.json",
  "/robots.txt",
] as const;

/**
 * The whole service as one function from Request to Response, the same on every runtime. It reads the store at the first
 * request and again whenever the store's version changes; while a new data set cannot be read it answers from the last good
 * one, and with 503 when there is none. It never throws.
 */
export function createApp({ store, clock, site, log, encoders = {}, keeping, syncState }: AppOptions): Hono {
  const publisher = { ...site, url: uri(site.url.replace(/\/+$/, "")) };
  const renderers = createRenderers(publisher);
  const service: Service = {
    current: followStore(store, log, keeping),
    clock,
    site: publisher,
    renderers,
    prime: createPrime(renderers),
    answer: createAnswer(encoders),
    times: store.times?.bind(store) ?? null,
    syncState: syncState ?? null,
  };
  const routes = new Hono();
  routes.route("/", feedRoutes(service));
  routes.route("/", eventRoutes(service));
  routes.route("/", changesRoutes(service));
  routes.route("/", aboutRoutes(service));
  routes.route("/", openApiRoutes(service, PATHS));
  routes.notFound(nothingThere);
  const failed = (error: Error) => {
    if (error instanceof NoData)
      return problem(503, "there is no data set to answer from", { headers: { "retry-after": "60" } });
    log?.warn(`a request failed: ${error.stack ?? error.message}`);
    return problem(500, "internal error; try again later");
  };
  routes.onError(failed);

  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    const asked = await asAsked(c.req.raw, c.res, service.current);
    if (asked !== c.res) {
      // Hono would put the headers of the one before over those of the other.
      c.res = undefined;
      c.res = asked;
    }
    for (const [name, value] of Object.entries(EVERY_ANSWER))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  app.use(async (c, next) => {
    const excess = refuseExcess(c.req.raw);
    if (excess !== null) return excess;
    const { method } = c.req;
    if (method === "GET" || method === "HEAD") return next();
    if (method === "OPTIONS") return new Response(null, { status: 204, headers: preflight(METHODS) });
    return methodNotAllowed(`${c.req.path.slice(0, 200)} is read-only`);
  });
  app.use(async (c, next) => {
    const { pathname, search, origin } = new URL(c.req.url);
    const right = rightPath(pathname);
    if (right === null) return next();
    const env: Respelled = { respelled: true };
    const there = await routes.fetch(new Request(`${origin}${right}${search}`), env);
    return there.ok ? moved(`${right}${search}`) : there;
  });
  app.route("/", routes);
  app.notFound(nothingThere);
  app.onError(failed);
  return app;
}

/** 404 with every path there is, and those that may be meant. */
function nothingThere(c: Context): Response {
  const path = c.req.path.slice(0, 200);
  const allowed = PATHS.flatMap((pattern) =>
    ["", ...FORMATS.map((format) => `.${format}`)].map((ending) => pattern.replace(".*", ending)),
  );
  const all = [...new Set(allowed)];
  const near = alike(
    path.toLowerCase(),
    all.filter((each) => !each.includes("{")),
    3,
  );
  return problem(404, `there is nothing at ${path}`, { members: { ...(near.length > 0 && { near }), allowed: all } });
}
