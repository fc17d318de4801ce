import type { Context } from "hono";
import type { Clock, SyncState } from "../ports.ts";
import { ownParameters } from "../query/foreign.ts";
import type { View } from "../render/formats.ts";
import type { Renderer } from "../render/renderer.ts";
import type { Answer } from "./answer.ts";
import type { Current, StoredTimes } from "./current.ts";
import type { Prime } from "./prime.ts";
import { problem } from "./problem.ts";
import type { Site } from "./site.ts";

/** What the routes depend on. */
export interface Service {
  readonly current: Current;
  readonly clock: Clock;
  readonly site: Site;
  readonly renderers: Readonly<Record<View, Renderer>>;
  readonly prime: Prime;
  readonly answer: Answer;
  /** The stored readings of organisers' calendars; null if the store has none. */
  readonly times: (() => Promise<StoredTimes>) | null;
  /** State of the unattended sync; null if there is none. */
  readonly syncState: (() => Promise<SyncState | null>) | null;
}

/** 400 for a request with parameters to a path that has none; tracking parameters are ignored. Null for other requests. */
export function refuseParameters(c: Context): Response | null {
  const names = [...new Set(ownParameters(new URL(c.req.url).searchParams).keys())];
  if (names.length === 0) return null;
  const errors = names.map((parameter) => ({
    parameter: parameter.slice(0, 100),
    value: "",
    detail: "this path has no parameters",
    allowed: [],
  }));
  return problem(400, `${c.req.path} has no parameters`, { members: { errors } });
}
