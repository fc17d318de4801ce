import { Hono } from "hono";

/** Baseline: an empty Hono Worker. */
export default new Hono().get("*", (c) => c.text("hello"));
