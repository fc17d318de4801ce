import type { Hono } from "hono";
import { createApp } from "../../http/app.ts";
import { clockAt, systemClock } from "../clock.ts";
import { type EdgeAnswers, type EdgeCache, edgeAnswers } from "./answers.ts";
import { type Bindings, type Context, wantsDrafts } from "./bindings.ts";
import { deploymentIn } from "./deployment.ts";
import { editionStore } from "./editions.ts";
import { consoleLog } from "./log.ts";
import { UID_DOMAIN } from "./parts.ts";
import { kvBook } from "./state.ts";

/** Maximum size of the responses cached in the memory of an instance, in bytes: it has 128 MB in total. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Maximum number of addresses that an instance serves at the same time. */
const MOST_SITES = 4;

interface Site {
  readonly app: Hono;
  readonly answers: EdgeAnswers | null;
}

/** Handles requests for the lifetime of the instance. */
export type Serve = (request: Request, context: Context) => Promise<Response>;

/** Creates the request handler from the bindings of a Worker; `cache` is that of the data center, null for none. */
export function createServe(bindings: Bindings, cache: EdgeCache | null, now: () => number): Serve {
  const { ASSETS, EVENTS, RELEASE, SITE_URL, UID_DOMAIN: domain = UID_DOMAIN, TODAY, GITHUB_TOKEN } = bindings;
  const log = consoleLog(GITHUB_TOKEN);
  const clock = TODAY ? clockAt(TODAY) : systemClock;
  const book = kvBook(EVENTS);
  const deployment = deploymentIn(ASSETS);
  const release = RELEASE?.id ?? null;
  const drafts = wantsDrafts(bindings);
  const store = editionStore({ kv: EVENTS, deployment, release, domain, now, log, drafts });
  const sites = new Map<string, Site>();

  function siteAt(url: string): Site {
    const known = sites.get(url);
    if (known !== undefined) return known;
    const answers = cache && edgeAnswers(cache, url, RELEASE?.id ?? "");
    const most = MOST_BYTES / MOST_SITES;
    const keeping = answers === null ? { most } : { most, shared: answers };
    const app = createApp({ store, clock, site: { url, domain }, log, keeping, syncState: book.load });
    const [oldest] = sites.keys();
    if (oldest !== undefined && sites.size >= MOST_SITES) sites.delete(oldest);
    sites.set(url, { app, answers });
    return { app, answers };
  }

  return async (request, context) => {
    const { app, answers } = siteAt((SITE_URL || new URL(request.url).origin).replace(/\/+$/, ""));
    const answering = Promise.resolve(app.fetch(request));
    // Other requests may wait for the data that this one reads, so it continues if the client disconnects.
    context.waitUntil(answering.then(() => answers?.settled()).catch(() => undefined));
    return answering;
  };
}
