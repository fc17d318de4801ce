import type { Context } from "hono";
import { type Feed, titleOf } from "../feeds.ts";
import type { LocalDate } from "../model/date.ts";
import type { EventQuery } from "../query/filters.ts";
import { FORM } from "../query/form.ts";
import { pageOf } from "../query/page.ts";
import { toSearch } from "../query/query.ts";
import { regionOf } from "../query/region.ts";
import { selectEvents } from "../query/select.ts";
import { lastPassage, type Window, windowOf, within } from "../query/window.ts";
import { TYPES, VIEWS, type View } from "../render/formats.ts";
import { securityOf } from "../render/html/security.ts";
import type { Head } from "../render/renderer.ts";
import { type Content, prepare } from "./answer.ts";
import { fileName, pathOf } from "./format.ts";
import { linkHeader } from "./links.ts";
import { schemaAddress } from "./openapi/schemas.ts";
import { pageNotes } from "./page-notes.ts";
import { refusal } from "./problem.ts";
import type { Service } from "./service.ts";
import type { Snapshot } from "./snapshot.ts";

/** The events of `feed` that match the parameters of the request; 400 if one is invalid. */
export async function answerList(c: Context, service: Service, snapshot: Snapshot, feed: Feed, view: View) {
  const parsed = snapshot.parse(new URL(c.req.url).searchParams);
  if (!parsed.ok) return refusal(parsed.refused);
  const { query } = parsed;
  const today = service.clock.today();
  const window = windowOf(query, today);
  const day = view === "html" ? today : window.from;
  const prepared = snapshot.prepared(`${pathOf(feed.path, view)}${toSearch(query)} ${day}`, async () =>
    prepare(await listContent({ service, snapshot, feed, view, query, window, today })),
  );
  return service.answer(c.req.raw, await prepared);
}

/** Default limit of HTML pages. */
const PAGE_LIMIT = 500;

interface ListRequest {
  readonly service: Service;
  readonly snapshot: Snapshot;
  readonly feed: Feed;
  readonly view: View;
  readonly query: EventQuery;
  readonly window: Window;
  readonly today: string;
}

async function listContent({ service, snapshot, feed, view, query, window, today }: ListRequest): Promise<Content> {
  const { newestIssue, timed } = snapshot.edition;
  await service.prime(snapshot.edition, view);
  const found = selectEvents(await snapshot.eventsFrom(window.from), [feed.query, query]);
  const limit = query.limit ?? (view === "html" ? PAGE_LIMIT : undefined);
  const page = pageOf(within(found, window), limit === undefined ? query : { ...query, limit }, { newestIssue, today });
  const address = (other: View, asked: EventQuery) =>
    `${service.site.url}${pathOf(feed.path, other)}${toSearch(asked)}`;
  const regions = [...(feed.query.region ?? []), ...(query.region ?? [])];
  const head: Head = {
    title: titleOf(feed, query, snapshot.vocabulary().cityNames),
    region: regions.length === 1 ? (regionOf(String(regions[0])) ?? null) : null,
    self: address(view, query),
    next: page.next === null ? null : address(view, { ...query, cursor: page.next }),
    total: page.total,
    updated: newestIssue,
    today,
    address: (other: View) => address(other, query),
    ...(timed && { timed }),
    ...(view === "html" ? { form: FORM, ...pageNotes(snapshot, feed) } : {}),
  };
  const passed = lastPassage(found, window, today);
  const link = linkHeader(head, view, schemaAddress("event-list", service.site.url), VIEWS);
  return {
    body: service.renderers[view].list(head, page.events),
    type: TYPES[view],
    changed: view === "html" ? today : laterOf(passed, newestIssue),
    issue: newestIssue,
    hours: snapshot.edition.hoursChanged,
    headers:
      view === "html"
        ? { link, ...securityOf(timed, page.events) }
        : { link, "content-disposition": fileName(feed.slug, view) },
  };
}

/** The later of both days; null without an issue. */
function laterOf(passed: LocalDate | null, newestIssue: LocalDate | null): LocalDate | null {
  return passed !== null && newestIssue !== null && passed > newestIssue ? passed : newestIssue;
}
