import { PACKED_FORMAT } from "../../http/edition.ts";
import type { Format } from "../../render/formats.ts";

/** Default domain after the `@` in every UID, independent of the address of the site. */
export const UID_DOMAIN = "twir-calendar";

/** Part of a stored edition with the events, sealed. */
export const EDITION = `events-${PACKED_FORMAT}-sealed`;

/** Part with the readings that a version with start times was prepared from. */
export const READINGS = "times";

/** Part with the events as rendered by the deployment `release`, sealed. */
export const renderedPart = (release: string, view: Format): string => `${release}/${view}`;
