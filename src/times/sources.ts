import type { SourceKind } from "../model/times.ts";
import { calendar } from "./calendar.ts";
import { luma } from "./luma.ts";
import { meetup } from "./meetup.ts";
import { page } from "./page.ts";
import type { Source } from "./source.ts";

/** All sources, in order of precedence. */
export const SOURCES: readonly Source[] = [calendar, page, luma, meetup];

/** The source with this kind. */
export function sourceOf(kind: SourceKind): Source {
  const source = SOURCES.find((one) => one.kind === kind);
  if (source === undefined) throw new TypeError(`unknown source ${kind}`);
  return source;
}
