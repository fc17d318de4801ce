import { PACKED_FORMAT } from "../../http/edition.ts";
import type { Format } from "../../render/formats.ts";

/** Follows the `@` in every UID, whatever address the calendars are served from. */
export const UID_DOMAIN = "twir-calendar";

/** Part of a stored edition that holds the events, sealed. */
export const EDITION = `events-${PACKED_FORMAT}-sealed`;

/** Part that holds what was read from organisers, as it was when the version was prepared that has their hours. */
export const READINGS = "times";

/** Part that holds what the deployment `release` rendered of them, sealed. */
export const renderedPart = (release: string, view: Format): string => `${release}/${view}`;
