import { Hono } from "hono";

/** What a Worker of Hono costs by itself. */
export default new Hono().get("*", (c) => c.text("hello"));
