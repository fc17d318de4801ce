import { Hono } from "hono";
import type { DataSet } from "../../model/event.ts";
import { changesOf } from "../../query/changes.ts";
import { describeQuery } from "../../query/describe.ts";
import type { EventQuery } from "../../query/filters.ts";
import { toSearch } from "../../query/query.ts";
import { pieceOf } from "../../render/bytes.ts";
import { changesAtom } from "../../render/changes/atom.ts";
import { changesJson } from "../../render/changes/json.ts";
import { CHANGES_FORMATS, type ChangesHead, type ChangesView } from "../../render/changes/view.ts";
import { TYPES } from "../../render/formats.ts";
import { changesPage } from "../../render/html/changes.ts";
import { SECURITY } from "../../render/html/security.ts";
import { type Content, prepare } from "../answer.ts";
import { fileName, pathOf } from "../format.ts";
import { linkHeader } from "../links.ts";
import { schemaAddress } from "../openapi/schemas.ts";
import { refusal } from "../problem.ts";
import type { Service } from "../service.ts";
import type { Snapshot } from "../snapshot.ts";

const PATH = "/changes";
const NAME = "What changed in Rust events";
const VIEWS: readonly ChangesView[] = ["html", ...CHANGES_FORMATS];

/**
 * What each issue and each reading of organisers' calendars changed, with all filters: `/changes`, `/changes.json`,
 * `/changes.atom`.
 */
export function changesRoutes(service: Service): Hono {
  const routes = new Hono();
  for (const view of VIEWS) {
    routes.get(pathOf(PATH, view), async (c) => {
      const snapshot = await service.current.get();
      const parsed = snapshot.parse(new URL(c.req.url).searchParams);
      if (!parsed.ok) return refusal(parsed.refused);
      const { query } = parsed;
      const prepared = snapshot.prepared(`${pathOf(PATH, view)}${toSearch(query)}`, async () =>
        prepare(changesContent(service, snapshot, await snapshot.edition.all(), query, view)),
      );
      return service.answer(c.req.raw, await prepared);
    });
  }
  return routes;
}

function changesContent(
  { site }: Service,
  { edition: { timed, hoursChanged }, vocabulary }: Snapshot,
  data: DataSet,
  query: EventQuery,
  view: ChangesView,
): Content {
  const { issues, total, next } = changesOf(data, query);
  const { newestIssue } = data;
  // Readings may be later than the newest issue.
  const changed = newestIssue && (issues.find(({ issue }) => issue > newestIssue)?.issue ?? newestIssue);
  const address = (other: ChangesView, asked = query) => `${site.url}${pathOf(PATH, other)}${toSearch(asked)}`;
  const head: ChangesHead = {
    title: [NAME, describeQuery(query, vocabulary().cityNames)].filter((part) => part !== "").join(": "),
    self: address(view),
    next: next === null ? null : address(view, { ...query, cursor: next }),
    total,
    updated: newestIssue,
    ...(timed && { timed }),
    address: (other) => address(other),
  };
  const link = linkHeader(head, view, schemaAddress("changes", site.url), VIEWS);
  const bodies = {
    html: () => pieceOf(changesPage(head, issues)),
    json: () => changesJson(head, issues, site),
    atom: () => changesAtom(head, issues, site),
  };
  return {
    body: bodies[view](),
    type: TYPES[view],
    changed,
    issue: newestIssue,
    hours: hoursChanged,
    headers: view === "html" ? { link, ...SECURITY } : { link, "content-disposition": fileName("changes", view) },
  };
}
