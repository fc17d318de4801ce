import type { ResolvedPlace } from "../../model/place.ts";
import type { Country } from "./gazetteer.ts";
import type { Area, City } from "./rows.ts";

/** A place that is nowhere on the map. */
export const NOWHERE = {
  city: null,
  area: null,
  country: null,
  latitude: null,
  longitude: null,
  timeZone: null,
} as const;

/** Rows of the gazetteer as results; `how` names the rule that found them. */
export const onMap = {
  city({ name, area, country, latitude, longitude, timeZone }: City, how: string): ResolvedPlace {
    const place = { city: name, area: area?.name ?? null, country, latitude, longitude, timeZone };
    return { ...place, precision: "city", how };
  },
  /** Its zone is given only when nearly all of its people, or of the country's, share it. */
  area(country: Country, { name, latitude, longitude, timeZone, certain }: Area, how: string): ResolvedPlace {
    const zone = certain ? timeZone : country.timeZone;
    const place = { city: null, area: name, country: country.code, latitude, longitude, timeZone: zone };
    return { ...place, precision: "area", how };
  },
  country({ code, timeZone }: Country, how: string): ResolvedPlace {
    return { ...NOWHERE, country: code, timeZone, precision: "country", how };
  },
};
