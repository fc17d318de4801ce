import { html, raw } from "hono/html";
import type { EventRecord } from "../../model/event.ts";
import type { Place } from "../../model/place.ts";
import { oneLine, webLink } from "../text.ts";
import { titleText } from "./marks.ts";
import type { Html } from "./markup.ts";
import { placeText } from "./places.ts";

const MODES = { virtual: "Online", "in-person": "Offline", hybrid: "Mixed" } as const;

/** The event in the words of schema.org, for search engines: data, which no browser runs. */
export function jsonLd(event: EventRecord): Html {
  const json = JSON.stringify(schemaEvent(event)).replace(/[<>&\u2028\u2029]/g, escaped);
  return html`<script type="application/ld+json">${raw(json)}</script>`;
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** What is not known is left out. */
function schemaEvent(event: EventRecord): object {
  const url = webLink(event.url);
  const moved = event.history.findLast(({ field, from }) => field === "start" && from !== null);
  const locations = [
    ...(event.mode === "virtual" ? [] : event.places.filter((place) => placeText(place) !== "").map(schemaPlace)),
    ...(url !== null && (event.mode === "virtual" || event.mode === "hybrid")
      ? [{ "@type": "VirtualLocation", url }]
      : []),
  ];
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: titleText(event),
    startDate: event.start,
    endDate: event.end,
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

function statusOf({ status }: EventRecord, moved: boolean): string {
  if (status === "cancelled") return "EventCancelled";
  if (status === "postponed") return "EventPostponed";
  return moved ? "EventRescheduled" : "EventScheduled";
}

function schemaPlace(place: Place): object {
  const { city, area, country, latitude, longitude } = place;
  return {
    "@type": "Place",
    name: placeText(place),
    address: {
      "@type": "PostalAddress",
      ...(city === null ? {} : { addressLocality: oneLine(city) }),
      ...(area === null ? {} : { addressRegion: oneLine(area) }),
      ...(country === null ? {} : { addressCountry: oneLine(country) }),
    },
    ...(latitude === null || longitude === null ? {} : { geo: { "@type": "GeoCoordinates", latitude, longitude } }),
  };
}

function schemaGroup({ name, slug, url }: EventRecord["groups"][number]): object {
  const link = webLink(url);
  return { "@type": "Organization", name: oneLine(name) || slug, ...(link === null ? {} : { url: link }) };
}
