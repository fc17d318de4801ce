import { type Context, Hono } from "hono";
import type { Clock, Log, SyncState } from "../ports.ts";
import { suggest } from "../query/suggest.ts";
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
import { conferenceRoutes } from "./routes/conferences.ts";
import { eventRoutes } from "./routes/events.ts";
import { type Corrected, feedRoutes } from "./routes/feeds.ts";
import { openApiRoutes } from "./routes/openapi.ts";
import type { Service } from "./service.ts";
import type { Site } from "./site.ts";
import type { Keeping } from "./snapshot.ts";
import { correctedPath } from "./spelling.ts";

/** What the app depends on. */
export interface AppOptions {
  readonly store: ServedStore;
  readonly clock: Clock;
  readonly site: Site;
  /** Receives warnings when a data set cannot be read. */
  readonly log?: Pick<Log, "warn">;
  /** Compress bodies. Default: none, for runtimes whose edge compresses. */
  readonly encoders?: Encoders;
  /** Where responses are cached. Default: in memory. */
  readonly keeping?: Keeping;
  /** State of the unattended sync, for `/health`; null before its first run. */
  readonly syncState?: () => Promise<SyncState | null>;
}

/** Every path, as listed in the README; `.*` is the extension of a format, or nothing for the page. */
export const PATHS = [
  "/",
  "/events.*",
  "/events/{id}.*",
  "/conferences.*",
  "/conferences/{series}",
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
 * The complete service as a function from Request to Response, the same on every runtime. It reads the store on the first request
 * and whenever the version of the store changes. While the new data set cannot be read, it answers from the previous one, or with
 * 503 if there is none. It never throws.
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
  routes.route("/", conferenceRoutes(service));
  routes.route("/", changesRoutes(service));
  routes.route("/", aboutRoutes(service));
  routes.route("/", openApiRoutes(service, PATHS));
  routes.notFound(notFound);
  const failed = (error: Error) => {
    if (error instanceof NoData)
      return problem(503, "the data set is not available", { headers: { "retry-after": "60" } });
    log?.warn(`a request failed: ${error.stack ?? error.message}`);
    return problem(500, "internal error; try again later");
  };
  routes.onError(failed);

  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    const asked = await asAsked(c.req.raw, c.res, service.current);
    if (asked !== c.res) {
      // Otherwise Hono merges the headers of the previous response into the new one.
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
    const path = correctedPath(pathname);
    if (path === null) return next();
    const env: Corrected = { corrected: true };
    const response = await routes.fetch(new Request(`${origin}${path}${search}`), env);
    return response.ok ? moved(`${path}${search}`) : response;
  });
  app.route("/", routes);
  app.notFound(notFound);
  app.onError(failed);
  return app;
}

/** 404 with all paths, and those that may have been meant. */
function notFound(c: Context): Response {
  const path = c.req.path.slice(0, 200);
  const allowed = PATHS.flatMap((pattern) =>
    ["", ...FORMATS.map((format) => `.${format}`)].map((ending) => pattern.replace(".*", ending)),
  );
  const all = [...new Set(allowed)];
  const near = suggest(
    path.toLowerCase(),
    all.filter((each) => !each.includes("{")),
    3,
  );
  return problem(404, `${path} does not exist`, { members: { ...(near.length > 0 && { near }), allowed: all } });
}
