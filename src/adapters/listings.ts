import type { Listing } from "../model/listing.ts";
import type { Problem } from "../model/problem.ts";
import { createGroupIndex } from "../normalize/groups/known-groups.ts";
import { normalizeIssue } from "../normalize/issue.ts";
import type { Gazetteer } from "../normalize/places/gazetteer.ts";
import { createIssueParser, type IssueText } from "../parse/issue.ts";

/** What an issue lists. */
export interface Listed {
  /** In the order of the issue. */
  readonly listings: readonly Listing[];
  /** What is odd about them, and bullets that were not understood. */
  readonly problems: readonly Problem[];
}

/** Reads issues one after another: each listing by itself, before those of one event are merged. */
export function listingReader(gazetteer: Gazetteer): (issue: IssueText) => Listed {
  const parser = createIssueParser();
  const context = { gazetteer, groups: createGroupIndex(), nearOf: () => [] };
  return (issue) => {
    const printed = parser.parse(issue);
    const { listings, problems } = normalizeIssue(printed, context);
    return { listings: listings.map(asPrinted), problems: [...printed.problems, ...problems] };
  };
}

/** The fields of a listing alone, in their order. */
function asPrinted(listing: Listing): Listing {
  const { issue, line, sub, region, start, end, mode, places, groups, title, url, links, status } = listing;
  const number = sub === undefined ? {} : { sub };
  return { issue, line, ...number, region, start, end, mode, places, groups, title, url, links, status };
}
