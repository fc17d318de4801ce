import type { CallRecord } from "../model/call.ts";
import type { EventRecord } from "../model/event.ts";
import type { EventGroup, KnownListing } from "../model/listing.ts";
import type { Place } from "../model/place.ts";

/** What a call for papers tells of its conference. */
export type Called = Pick<CallRecord, "name" | "url" | "site" | "created" | "start" | "end" | "places">;

/** What tells whether an event is a conference. */
export type Listed = Pick<EventRecord, "title" | "url" | "start" | "end"> & {
  readonly groups: readonly EventGroup[];
  readonly places: readonly Place[];
};

/** Finds the conference that is called for among events; null where none is it. */
export type ConferenceOf = <Event extends Listed>(call: Called, events: readonly Event[]) => Event | null;

/** A conference that an issue calls papers for: its line as a listing, and where the call was printed before. */
export interface Announcement {
  readonly call: Called;
  readonly listing: KnownListing;
  /** `2026-02-25:130` */
  readonly earlier: ReadonlySet<string>;
}
