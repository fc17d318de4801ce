import type { TimesData } from "../../../src/model/times.ts";

/** Sends a request for a path. */
export type Ask = (path: string) => Response | Promise<Response>;

/** All of an answer. */
export async function told(ask: Ask, path: string) {
  const response = await ask(path);
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}

/** The fields of /health that are the same in every runtime. */
export async function health(ask: Ask) {
  const { sync: _, ...same } = await (await ask("/health")).json();
  return same;
}

/** Number of events with a start time. */
export async function timedIn(ask: Ask): Promise<number> {
  return (await (await ask("/events.json?timed=only")).json()).total;
}

/** The id of one that was read. */
export const idOf = ({ events }: TimesData): string => events[0]?.event ?? "";
