import type { EventChanges, IssueChanges } from "../../model/changes.ts";
import type { Change } from "../../model/event.ts";
import { ATTRIBUTION, LICENSE_URL } from "../attribution.ts";
import { type Piece, pieceOf } from "../bytes.ts";
import type { Publisher } from "../publisher.ts";
import { recordLink } from "../text.ts";
import { type ChangesHead, dayUrl } from "./view.ts";

/**
 * `{title, self, next, total, count, attribution, license, issues}`; each issue is `{issue, number, url, events}`, with one event
 * per line.
 */
export function changesJson(
  head: ChangesHead,
  issues: readonly IssueChanges[],
  { url }: Pick<Publisher, "url">,
): Piece {
  const { title, self, next, total } = head;
  const fields = { title, self, next, total, count: issues.length, attribution: ATTRIBUTION, license: LICENSE_URL };
  return pieceOf(
    `${JSON.stringify(fields).slice(0, -1)},"issues":[\n${issues.map((issue) => issueJson(issue, url)).join(",\n")}\n]}\n`,
  );
}

function issueJson(day: IssueChanges, site: string): string {
  const { issue, number, events } = day;
  const head = { issue, number, url: dayUrl(day, site) };
  return `${JSON.stringify(head).slice(0, -1)},"events":[\n${events.map(eventJson).join(",\n")}\n]}`;
}

function eventJson({ event, kinds, title, url, start, end, status, changes }: EventChanges): string {
  const { id } = event;
  return JSON.stringify({
    id,
    kinds,
    title,
    url: recordLink(url),
    start,
    end,
    status,
    changes: changes.map(changeJson),
  });
}

function changeJson({ field, from, to, source }: Change) {
  const values = field === "url" ? { field, from: recordLink(from), to: recordLink(to) } : { field, from, to };
  return source === undefined ? values : { ...values, source };
}
