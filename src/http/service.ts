import type { Context } from "hono";
import type { Clock, SyncState } from "../ports.ts";
import { ownParameters } from "../query/foreign.ts";
import type { View } from "../render/formats.ts";
import type { Renderer } from "../render/renderer.ts";
import type { Answer } from "./answer.ts";
import type { Current, TimesTold } from "./current.ts";
import type { Prime } from "./prime.ts";
import { problem } from "./problem.ts";
import type { Site } from "./site.ts";

/** What every route works with. */
export interface Service {
  readonly current: Current;
  readonly clock: Clock;
  readonly site: Site;
  readonly renderers: Readonly<Record<View, Renderer>>;
  readonly prime: Prime;
  /** Sends what is prepared, in the coding that the request takes, or 304. */
  readonly answer: Answer;
  /** What was read of organisers' calendars; null where the store knows none. */
  readonly times: (() => Promise<TimesTold>) | null;
  /** How the sync fares that nobody watches; null where there is none. */
  readonly syncState: (() => Promise<SyncState | null>) | null;
}

/** 400 when the request has parameters, but for those that other programs add, on a path that takes none; null when all is well. */
export function refuseParameters(c: Context): Response | null {
  const names = [...new Set(ownParameters(new URL(c.req.url).searchParams).keys())];
  if (names.length === 0) return null;
  const errors = names.map((parameter) => ({
    parameter: parameter.slice(0, 100),
    value: "",
    detail: "this path takes no parameters",
    allowed: [],
  }));
  return problem(400, `${c.req.path} takes no parameters`, { members: { errors } });
}
