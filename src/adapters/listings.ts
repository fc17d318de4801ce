import type { Listing } from "../model/listing.ts";
import type { Problem } from "../model/problem.ts";
import { createGroupIndex } from "../normalize/groups/known-groups.ts";
import { normalizeIssue } from "../normalize/issue.ts";
import type { Gazetteer } from "../normalize/places/gazetteer.ts";
import { createIssueParser, type IssueText } from "../parse/issue.ts";

/** The contents of an issue. */
export interface Listed {
  /** In the order of the issue. */
  readonly listings: readonly Listing[];
  /** Problems with listings, and bullets that were not understood. */
  readonly problems: readonly Problem[];
}

/** Returns a function that reads one issue at a time into listings, without merging them into events. */
export function listingReader(gazetteer: Gazetteer): (issue: IssueText) => Listed {
  const parser = createIssueParser();
  const context = { gazetteer, groups: createGroupIndex(), nearOf: () => [] };
  return (issue) => {
    const printed = parser.parse(issue);
    const { listings, problems } = normalizeIssue(printed, context);
    return { listings: listings.map(asPrinted), problems: [...printed.problems, ...problems] };
  };
}

/** Only the fields of a listing, in order. */
function asPrinted(listing: Listing): Listing {
  const { issue, line, sub, region, start, end, mode, places, groups, title, url, links, status } = listing;
  const number = sub === undefined ? {} : { sub };
  return { issue, line, ...number, region, start, end, mode, places, groups, title, url, links, status };
}
