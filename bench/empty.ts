import { serve } from "@hono/node-server";
import { Hono } from "hono";

/** Baseline for the start of a server on this machine: `node bench/empty.ts` prints its address. */
const app = new Hono();
app.get("/events.ics", (c) => c.text("hello"));
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => console.log(`http://localhost:${port}/`));
