import { packEdition, packRendered } from "../../http/edition.ts";
import type { DataSet } from "../../model/event.ts";
import type { TimesData } from "../../model/times.ts";
import { FORMAT_RECORDS, FORMATS } from "../../render/formats.ts";
import { createRenderers } from "../../render/renderers.ts";
import { joinTimes } from "../../times/join.ts";
import { sealed } from "../seal.ts";
import type { Timed } from "../store/kv-hours.ts";
import { editionKey } from "../store/pointer.ts";
import { servedAs } from "../store/served.ts";
import { encodeTimes, servedVersion } from "../times/codec.ts";
import type { Bindings } from "./bindings.ts";
import { EDITION, READINGS, renderedPart, UID_DOMAIN } from "./parts.ts";

/**
 * Prepares a data set for fast responses: parts by name, each sealed for its key. `release` identifies this deployment; null:
 * only the parts that every deployment can read.
 */
export function prepareParts(
  data: DataSet,
  release: string | null,
  site: Pick<Bindings, "SITE_URL" | "UID_DOMAIN">,
): Readonly<Record<string, Uint8Array>> {
  const parts: Record<string, Uint8Array> = {};
  const add = (part: string, bytes: Uint8Array) => {
    parts[part] = sealed(editionKey(data.version, part), bytes);
  };
  add(EDITION, new TextEncoder().encode(packEdition(data)));
  if (release === null) return parts;
  for (const [view, rendered] of renderAll(data, site)) add(renderedPart(release, view), rendered);
  return parts;
}

/** The same joined with `times`, as a separate version; null if nothing was ever read. */
export function prepareTimed(
  data: DataSet,
  times: TimesData | null,
  release: string | null,
  site: Pick<Bindings, "SITE_URL" | "UID_DOMAIN">,
): Timed | null {
  const served = servedVersion(times);
  if (times === null || served === null) return null;
  const version = servedAs(data.version, served);
  const parts = prepareParts({ ...joinTimes(data, times), version }, release, site);
  return { version, parts: { ...parts, [READINGS]: new TextEncoder().encode(encodeTimes(times)) } };
}

/**
 * Renders recent events in every format that does not depend on the request; formats with the address of the site only if it is
 * set.
 */
export function renderAll(data: DataSet, { SITE_URL, UID_DOMAIN: domain }: Pick<Bindings, "SITE_URL" | "UID_DOMAIN">) {
  const url = (SITE_URL ?? "").replace(/\/+$/, "");
  const renderers = createRenderers({ url, domain: domain ?? UID_DOMAIN });
  return FORMATS.flatMap((view) => {
    const { each } = renderers[view];
    return each === undefined || (url === "" && FORMAT_RECORDS[view].namesSite)
      ? []
      : [[view, packRendered(data, each)] as const];
  });
}
