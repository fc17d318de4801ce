import type { SourceKind } from "../model/times.ts";
import { calendar } from "./calendar.ts";
import { luma } from "./luma.ts";
import { meetup } from "./meetup.ts";
import { page } from "./page.ts";
import type { Source } from "./source.ts";

/** Every kind of source; an event is looked for in the first that has a calendar for it. */
export const SOURCES: readonly Source[] = [calendar, page, luma, meetup];

/** The source of a kind. */
export function sourceOf(kind: SourceKind): Source {
  const source = SOURCES.find((one) => one.kind === kind);
  if (source === undefined) throw new TypeError(`no source is called ${kind}`);
  return source;
}
