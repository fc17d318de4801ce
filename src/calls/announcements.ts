import type { Announcement } from "../merge/conference.ts";
import type { CallListing, CallRecord } from "../model/call.ts";
import { canonicalLink } from "../normalize/link.ts";

/** The conferences of an issue's calls whose days are printed. `calls` are all calls, those of the issue taken in. */
export function announcementsOf(
  listings: readonly CallListing[],
  calls: readonly CallRecord[],
): readonly Announcement[] {
  return listings.flatMap((listing) => {
    const { issue, line } = listing;
    const call = calls.find((one) => one.listings.some((ref) => ref.issue === issue && ref.line === line));
    if (call === undefined || listing.name === "" || listing.start === null) return [];
    const earlier = new Set(call.listings.map((ref) => `${ref.issue}:${ref.line}`));
    // `2025-10-09` alone may be the beginning of days printed before.
    return [{ call, listing: eventOf({ ...listing, start: call.start, end: call.end }), earlier }];
  });
}

/** The line of a call as a listing of its conference, whose page is its site, if it has one. */
function eventOf(call: CallListing): Announcement["listing"] {
  const { issue, line, start, end, mode, places, resolved, name, url, site } = call;
  const [page, ...further] = [site, url].filter((one) => one !== null);
  return {
    issue,
    line,
    region: null,
    start,
    end,
    mode,
    places,
    groups: [],
    title: name,
    url: page ?? null,
    links: further.map((address) => ({ text: "Call for papers", url: address })),
    status: "confirmed",
    suspicious: false,
    resolved,
    organisers: [],
    link: canonicalLink(page ?? null),
    call: true,
  };
}
