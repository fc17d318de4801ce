import type { EventRecord } from "../../model/event.ts";
import type { Point } from "../../model/globe.ts";
import { ATTRIBUTION, LICENSE_URL } from "../attribution.ts";
import { onceEach, pieceOf } from "../bytes.ts";
import { townsOf } from "../describe.ts";
import { type FormatRecord, rfc } from "../format.ts";
import { jsonArray } from "../json-array.ts";
import { listedIn } from "../newsletter.ts";
import { pointsOf } from "../points.ts";
import type { Renderer } from "../renderer.ts";
import { withSafeLink } from "../source-link.ts";
import { oneLine, webLink } from "../text.ts";
import { venueOf } from "../venue.ts";

const LICENCE = { attribution: ATTRIBUTION, license: LICENSE_URL } as const;

export const GEOJSON: FormatRecord<"geojson"> = {
  ending: "geojson",
  type: "application/geo+json",
  name: "GeoJSON",
  specification: rfc(7946),
  schema: { type: "object", properties: { type: { enum: ["FeatureCollection", "Feature"] } }, required: ["type"] },
  renderer: geojsonRenderer,
};

/** GeoJSON, RFC 7946: one Feature per event; its geometry is null if the event is online-only or its city is unknown. */
function geojsonRenderer(): Renderer {
  const feature = onceEach((event: EventRecord) => JSON.stringify(featureOf(event)));
  return {
    each: feature,
    list: ({ title, self, next, total }, events) =>
      jsonArray(
        { type: "FeatureCollection", title: oneLine(title), self, next, total, ...LICENCE },
        "features",
        events.map(feature),
      ),
    one: (_head, event) => pieceOf(`${JSON.stringify({ ...featureOf(event), ...LICENCE })}\n`),
  };
}

function featureOf(event: EventRecord) {
  const venue = venueOf(event);
  return {
    type: "Feature",
    id: event.id,
    geometry: geometryOf(pointsOf(event)),
    properties: {
      title: oneLine(event.title),
      start: event.start,
      end: event.end,
      allDay: event.allDay,
      timeZone: event.timeZone,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      mode: event.mode,
      status: event.status,
      state: event.state,
      location: townsOf(event),
      regions: event.regions,
      groups: event.groups.map(({ name }) => oneLine(name)),
      url: webLink(event.url),
      created: event.created,
      updated: event.updated,
      revision: event.revision,
      listedIn: listedIn(event),
      ...(event.time !== undefined && { time: withSafeLink(event.time) }),
      ...(venue !== null && { venue }),
    },
  };
}

/** Longitude first. */
function geometryOf(points: readonly Point[]) {
  const [first, ...others] = points.map(({ latitude, longitude }) => [longitude, latitude] as const);
  if (first === undefined) return null;
  return others.length === 0
    ? { type: "Point", coordinates: first }
    : { type: "MultiPoint", coordinates: [first, ...others] };
}
