import { html, raw } from "hono/html";
import type { EventRecord } from "../../model/event.ts";
import type { Place } from "../../model/place.ts";
import type { Venue } from "../../model/times.ts";
import { momentsOf } from "../hours.ts";
import { oneLine, webLink } from "../text.ts";
import { venueOf, venueText } from "../venue.ts";
import { titleText } from "./labels.ts";
import type { Html } from "./markup.ts";
import { placeName } from "./places.ts";

const MODES = { virtual: "Online", "in-person": "Offline", hybrid: "Mixed" } as const;

/** The event as JSON-LD with the vocabulary of schema.org, for search engines. */
export function jsonLd(event: EventRecord): Html {
  const json = JSON.stringify(schemaEvent(event)).replace(/[<>&\u2028\u2029]/g, escaped);
  return html`<script type="application/ld+json">${raw(json)}</script>`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A schema.org Event; unknown properties are omitted. */
function schemaEvent(event: EventRecord): object {
  const url = webLink(event.url);
  const moved = event.history.findLast(({ field, from }) => field === "start" && from !== null);
  const locations = [
    ...(event.mode === "virtual" ? [] : placesOf(event)),
    ...(url !== null && (event.mode === "virtual" || event.mode === "hybrid")
      ? [{ "@type": "VirtualLocation", url }]
      : []),
  ];
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: titleText(event),
    ...datesOf(event),
    eventStatus: `https://schema.org/${statusOf(event, moved !== undefined)}`,
    ...(moved === undefined ? {} : { previousStartDate: moved.from }),
    ...(event.mode === null
      ? {}
      : { eventAttendanceMode: `https://schema.org/${MODES[event.mode]}EventAttendanceMode` }),
    ...(url === null ? {} : { url }),
    ...(locations.length === 0 ? {} : { location: locations }),
    ...(event.groups.length === 0 ? {} : { organizer: event.groups.map(schemaGroup) }),
  };
}

/** Dates, or times with their offsets; the end only if known. */
function datesOf(event: EventRecord): object {
  const moments = momentsOf(event);
  if (moments === null) return { startDate: event.start, endDate: event.end };
  return { startDate: moments.start, ...(moments.end !== null && { endDate: moments.end }) };
}

/** In-person locations; the venue is only used if there is at most one place. */
function placesOf(event: EventRecord): readonly object[] {
  const places = event.places.filter((place) => placeName(place) !== "");
  const venue = venueOf(event);
  if (venue === null || places.length > 1) return places.map((place) => schemaPlace(place));
  if (places[0] !== undefined) return [schemaPlace(places[0], venue)];
  return [{ "@type": "Place", name: venueText(event), address: addressOf(null, venue) }];
}

function statusOf({ status }: EventRecord, moved: boolean): string {
  if (status === "cancelled") return "EventCancelled";
  if (status === "postponed") return "EventPostponed";
  return moved ? "EventRescheduled" : "EventScheduled";
}

function schemaPlace(place: Place, venue: Venue | null = null): object {
  const { latitude, longitude } = place;
  return {
    "@type": "Place",
    name: venue?.name ?? placeName(place),
    address: addressOf(place, venue),
    // These are the coordinates of the city, which would be wrong for a venue.
    ...(latitude === null || longitude === null || venue !== null
      ? {}
      : { geo: { "@type": "GeoCoordinates", latitude, longitude } }),
  };
}

function addressOf(place: Place | null, venue: Venue | null): object {
  const { city, area, country } = place ?? { city: null, area: null, country: null };
  const street = venue?.address ?? null;
  return {
    "@type": "PostalAddress",
    ...(street === null ? {} : { streetAddress: street }),
    ...(city === null ? {} : { addressLocality: oneLine(city) }),
    ...(area === null ? {} : { addressRegion: oneLine(area) }),
    ...(country === null ? {} : { addressCountry: oneLine(country) }),
  };
}

function schemaGroup({ name, slug, url }: EventRecord["groups"][number]): object {
  const link = webLink(url);
  return { "@type": "Organization", name: oneLine(name) || slug, ...(link === null ? {} : { url: link }) };
}
