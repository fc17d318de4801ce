import { isAnnounced } from "../model/announced.ts";
import type { EventRecord } from "../model/event.ts";
import type { KnownListing } from "../model/listing.ts";
import type { Candidate } from "./candidate.ts";
import type { Announcement, Called } from "./conference.ts";
import { begin, enter, repeat, revise } from "./history.ts";
import { mintId } from "./ids.ts";
import type { Arrival, Known } from "./known.ts";
import { best } from "./match.ts";
import { stateOf, type Window } from "./presence.ts";
import { factsOf, refOf } from "./revise.ts";
import { addNew, addPage, type MergeState, noteOpen, replace, zoneOf } from "./state.ts";

/** An event that only calls have printed so far, and that the listing is of. */
export function byAnnouncement({ listing, day }: Arrival, known: Known): Candidate | null {
  const { title, url, organisers, start, end, resolved } = listing;
  if (day === null || start === null) return null;
  const listed = { title, url, groups: organisers, start, end: end ?? start, places: resolved };
  return best(known.announced(), (event) =>
    Number(!event.taken && known.conferenceOf(calledBy(event.record), [listed]) !== null),
  );
}

function calledBy({ title, url, created, start, end, places }: EventRecord): Called {
  return { name: title, url, site: null, created, start, end, places };
}

/** The issue that announces conferences, once its events are taken in. */
interface AnnouncingIssue {
  readonly issue: string;
  readonly number: number | null;
  readonly draft?: { readonly after: string } | undefined;
}

/**
 * Takes in the conferences that an issue calls papers for: one that is no event yet becomes one; what is listed as an event is
 * as that listing says, whatever its call prints.
 */
export function announce(state: MergeState, input: AnnouncingIssue, announcements: readonly Announcement[]): void {
  for (const { call, listing, earlier } of announcements) {
    const printed = ({ record }: Candidate) =>
      record.listings.some((ref) => ref.call && earlier.has(`${ref.issue}:${ref.line}`));
    const event = state.live.find(printed) ?? listedAs(call, state);
    if (event === undefined) beginFrom(listing, state, input);
    else if (isAnnounced(event.record)) repeatFrom(listing, event, state, input);
  }
}

/** The event that the conference of a call is listed as. */
function listedAs(call: Called, { live, conferenceOf }: MergeState): Candidate | undefined {
  const found = conferenceOf(
    call,
    live.map(({ record }) => record),
  );
  return live.find(({ record }) => record === found);
}

/** Announced events are in no window: they stay listed until they are over. */
const NO_WINDOW: Window = { from: "9999-12-31", to: "" };

function beginFrom(listing: KnownListing, state: MergeState, input: AnnouncingIssue): void {
  const id = mintId(listing, (id) => state.ids.has(id), state.digest, state.tried);
  const facts = factsOf([listing], null, state.linkOf, (slug) => zoneOf(state, slug));
  settle(addNew(state, begin(id, input.issue, facts, [refOf(listing, input)]), null), state, input);
}

function repeatFrom(listing: KnownListing, event: Candidate, state: MergeState, input: AnnouncingIssue): void {
  const { record: old } = event;
  const facts = factsOf([listing], old, state.linkOf, (slug) => zoneOf(state, slug));
  const refs = [refOf(listing, input)];
  if (listing.link !== null) addPage(state, event, listing.link);
  const record = revise(old, input.issue, facts, refs);
  if (record === null) repeat(event, refs);
  replace(state, event, record ?? event.record);
  settle(event, state, input);
}

function settle(event: Candidate, state: MergeState, { issue, draft }: AnnouncingIssue): void {
  event.fresh = false;
  if (enter(event, stateOf(event.record, true, draft?.after ?? issue, NO_WINDOW), issue)) noteOpen(state, event);
}
